import type { MailError } from '../bounce/mail-error.ts';
import { readBounce } from '../bounce/read-bounce.ts';
import type { Article, Section } from '../knowledge/article.ts';
import { type Learned, usefulTo } from '../knowledge/learned.ts';
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
  /** People who found the best article useful: the imported count and the votes; nothing said of it where there is none. */
  readonly useful?: number;
  /** What the best article names as related. */
  readonly related?: readonly Article[];
  /** Set when the question is for other people: billing, sales, small talk. */
  readonly handOff: Article | undefined;
  readonly mailErrors: readonly MailError[];
  /** Words that were searched for in place of misspelt ones. */
  readonly corrected: ReadonlyMap<string, string>;
}

export type Diagnose = (
  text: string,
  options: { directed: boolean; meaning?: ReadonlyMap<string, number> },
) => Diagnosis;

const mostFindings = 3;

/** Reads, ranks and decides; pure and synchronous. `learned`: what votes taught, where there is a memory. */
export function createDiagnose(library: Library, search: Search, learned?: Learned): Diagnose {
  return (text, { directed, meaning }) => {
    const mailErrors = readBounce(text);
    const answered = new Set(mailErrors.map((error) => answeringError(error, library)?.article.slug ?? ''));
    const hints = { answered, ...(meaning ? { meaning } : {}), ...(learned ? { learned } : {}) };
    const ranking = search.rank(text, hints);
    // An author wrote down this very question for an article: nothing is more exact.
    const exact = ranking.matches[0]?.evidence.same === 1 ? [] : exactFindings(mailErrors, library);
    const ranked = rankedFindings(ranking, exact, search);
    const findings = [...exact, ...ranked].slice(0, mostFindings);
    const handOff = exact.length > 0 ? undefined : handOffOf(ranking, library);
    const decision = decide(findings[0]?.confidence ?? 0, handOff, directed);
    const best = findings[0]?.article;
    const related = (best?.related ?? []).flatMap((slug) => library.get(slug) ?? []);
    const useful = best ? usefulTo(best, learned) : 0;
    return { decision, findings, useful, related, handOff, mailErrors, corrected: ranking.query.corrected };
  };
}

/** The article for an error: by the mail program's exact code first, then by the reason. */
export function answeringError(error: MailError, library: Library) {
  return (error.clientCode && library.answering(error.clientCode)) || library.answering(error.reason);
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
function exactFindings(errors: readonly MailError[], library: Library): Finding[] {
  const findings = new Map<string, Finding>();
  for (const error of errors) {
    const answering = isExact(error) ? answeringError(error, library) : undefined;
    if (!answering || findings.has(answering.article.slug)) continue;
    const confidence = error.phrase || error.clientCode ? 0.99 : 0.95;
    findings.set(answering.article.slug, { ...answering, confidence, because: { error } });
  }
  return [...findings.values()];
}

function rankedFindings(ranking: Ranking, exact: readonly Finding[], search: Search): Finding[] {
  const taken = new Set(exact.map((finding) => finding.article.slug));
  return ranking.matches
    .filter(
      ({ article }) =>
        article.kind === 'article' && article.audience === 'customer' && !taken.has(article.slug),
    )
    .slice(0, mostFindings)
    .map((match) => ({
      article: match.article,
      section: search.sectionFor(match.article, ranking.query),
      confidence: Math.min(confidenceIn(match, ranking), ...exact.map((finding) => finding.confidence)),
      because: { words: match.shared },
    }));
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

function decide(confidence: number, handOff: Article | undefined, directed: boolean): Decision {
  const { channel, answer, suggest } = fit.thresholds;
  if (!directed) return handOff === undefined && confidence >= channel ? 'answer' : 'silent';
  if (handOff !== undefined) return 'unsure';
  if (confidence >= answer) return 'answer';
  return confidence >= suggest ? 'suggest' : 'unsure';
}
