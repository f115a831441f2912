import type { MailError } from '../bounce/mail-error.ts';
import { readBounce } from '../bounce/read-bounce.ts';
import type { Article, Section } from '../knowledge/article.ts';
import type { Learned } from '../knowledge/learned.ts';
import type { Library } from '../knowledge/library.ts';
import type { Match, Ranking, Search } from '../knowledge/search.ts';
import { confidenceOf, featuresOf, fit } from './confidence.ts';

export type Decision = 'answer' | 'suggest' | 'unsure' | 'silent';

/** An article that may be the answer, and why. */
export interface Finding {
  readonly article: Article;
  readonly section: Section | undefined;
  readonly confidence: number;
  /** The mail error that led to it, else the words it shares with the question. */
  readonly because: { readonly error: MailError } | { readonly words: readonly string[] };
}

export interface Diagnosis {
  readonly decision: Decision;
  /** At most three, best first, whatever the decision. Never a hand-off entry. */
  readonly findings: readonly Finding[];
  /** What the best article names as related. */
  readonly related?: readonly Article[];
  /** Set when the question is for other people: billing, sales, small talk. */
  readonly handOff: Article | undefined;
  readonly mailErrors: readonly MailError[];
  /** Words that were searched for in place of misspelt ones. */
  readonly corrected: ReadonlyMap<string, string>;
}

export interface DiagnoseOptions {
  readonly directed: boolean;
  /** Similarity of the text to articles by slug. */
  readonly meaning?: ReadonlyMap<string, number> | undefined;
  /** Confidence from which it speaks unasked; without it the fitted one. */
  readonly threshold?: number | undefined;
  /** Articles in this language come first, where there are any. */
  readonly language?: string | undefined;
}

export type Diagnose = (text: string, options: DiagnoseOptions) => Diagnosis;

const mostFindings = 3;

/** Reads, ranks and decides; pure and synchronous. `learned`: what votes taught, where there is a memory. */
export function createDiagnose(library: Library, search: Search, learned?: Learned): Diagnose {
  return (text, { directed, meaning, threshold, language }) => {
    const mailErrors = readBounce(text);
    const answered = new Set(mailErrors.map((error) => answeringError(error, library)?.article.slug ?? ''));
    const hints = { answered, ...(meaning ? { meaning } : {}), ...(learned ? { learned } : {}) };
    const ranking = search.rank(text, hints);
    // An author wrote down this very question for an article: nothing is more exact.
    const exact = ranking.matches[0]?.evidence.same === 1 ? [] : exactFindings(mailErrors, library, language);
    const ranked = rankedFindings(ranking, exact, search, language);
    const findings = [...exact, ...ranked].slice(0, mostFindings);
    const handOff = exact.length > 0 ? undefined : handOffOf(ranking, library);
    const decision = decide(
      findings[0]?.confidence ?? 0,
      handOff,
      directed ? undefined : (threshold ?? fit.thresholds.channel),
    );
    const related = (findings[0]?.article.related ?? []).flatMap((slug) => library.get(slug) ?? []);
    return { decision, findings, related, handOff, mailErrors, corrected: ranking.query.corrected };
  };
}

/** The article for an error: by the mail program's exact code first, then by the reason. */
export function answeringError({ clientCode, reason }: MailError, library: Library, language?: string) {
  return (clientCode && library.answering(clientCode, language)) || library.answering(reason, language);
}

/**
 * Something only a machine says: an enhanced status code, a mail program's code, a count, or words that decide beside
 * a code, a server or a recipient. Anything less may be the customer's own words ("my quota is full", "error 500"),
 * which are weighed with all the others.
 */
export function isExact(error: MailError): boolean {
  const { reason, phrase, replyCode, statusCode, clientCode, count, remoteHost, recipients, speaker } = error;
  if (reason === 'unknown') return false;
  if ((statusCode ?? clientCode ?? count) !== undefined || reason === 'defer-fail-limit') return true;
  if (phrase === undefined) return false;
  return (replyCode ?? remoteHost) !== undefined || (recipients.length > 0 && speaker !== 'unknown');
}

/** Exact things before anything fuzzy: each error whose reason is known, in the order in which they stand. */
function exactFindings(
  errors: readonly MailError[],
  library: Library,
  language: string | undefined,
): Finding[] {
  const findings = new Map<string, Finding>();
  for (const error of errors) {
    const answering = isExact(error) ? answeringError(error, library, language) : undefined;
    if (!answering || findings.has(answering.article.slug)) continue;
    const confidence = error.phrase || error.clientCode ? 0.99 : 0.95;
    findings.set(answering.article.slug, { ...answering, confidence, because: { error } });
  }
  return [...findings.values()];
}

function rankedFindings(
  ranking: Ranking,
  exact: readonly Finding[],
  search: Search,
  language: string | undefined,
): Finding[] {
  const taken = new Set(exact.map((finding) => finding.article.slug));
  const open = ranking.matches.filter(
    ({ article }) =>
      article.kind === 'article' && article.audience === 'customer' && !taken.has(article.slug),
  );
  return inLanguage(open, ranking, language)
    .slice(0, mostFindings)
    .map((match) => ({
      article: match.article,
      section: search.sectionFor(match.article, ranking.query),
      confidence: Math.min(confidenceIn(match, ranking), ...exact.map((finding) => finding.confidence)),
      because: { words: match.shared },
    }));
}

/** Those in the language that is wanted, where one of them may be the answer; else all. */
function inLanguage(
  matches: readonly Match[],
  ranking: Ranking,
  language: string | undefined,
): readonly Match[] {
  const wanted = matches.filter(({ article }) => article.language === language);
  const [first] = wanted;
  return first && confidenceIn(first, ranking) >= fit.thresholds.suggest ? wanted : matches;
}

function confidenceIn(match: Match, ranking: Ranking): number {
  return match.evidence.same === 1 ? 0.99 : confidenceOf(featuresOf(match, ranking));
}

/** The hand-off entry, when it fits better than every article. "Hello" has no word to search for: that is a greeting. */
function handOffOf(ranking: Ranking, library: Library): Article | undefined {
  const top: Match | undefined = ranking.matches[0];
  if (top === undefined && ranking.query.words.length === 0) return library.answering('greeting')?.article;
  return top?.article.kind === 'hand-off' ? top.article : undefined;
}

/** `speakFrom`: nobody asked, so there is an answer from this confidence on or silence. */
function decide(confidence: number, handOff: Article | undefined, speakFrom: number | undefined): Decision {
  const { answer, suggest } = fit.thresholds;
  if (speakFrom !== undefined) return handOff === undefined && confidence >= speakFrom ? 'answer' : 'silent';
  if (handOff !== undefined) return 'unsure';
  if (confidence >= answer) return 'answer';
  return confidence >= suggest ? 'suggest' : 'unsure';
}
