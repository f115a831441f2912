import type { MailError } from '../bounce/mail-error.ts';
import { readBounce } from '../bounce/read-bounce.ts';
import type { Article, Section } from '../knowledge/article.ts';
import { type Learned, usefulTo } from '../knowledge/learned.ts';
import type { Library } from '../knowledge/library.ts';
import type { Match, Ranking, Search } from '../knowledge/search.ts';
import { confidenceOf, featuresOf, fit, type Thresholds } from './confidence.ts';
import { answeringError, hintsFrom, isExact, wordsOfPerson } from './error-hints.ts';
import { isWellKnown } from './well-known.ts';

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
/** Beside a bounce people say little ("please help, what is this"); it must be a question to choose a section by. */
const nearestBeside = 0.42;
/** A machine's own words choose a section only where its author quotes them. */
const nearestQuoted = 0.55;

/** Reads, ranks and decides; pure and synchronous. `learned`: what votes taught, where there is a memory. */
export function createDiagnose(library: Library, search: Search, learned?: Learned): Diagnose {
  return (text, { directed, meaning, threshold, language }) => {
    const mailErrors = readBounce(text);
    const hints = {
      ...hintsFrom(text, mailErrors, library, language),
      ...(meaning ? { meaning } : {}),
      ...(learned ? { learned } : {}),
    };
    const ranking = search.rank(text, hints);
    const exact = mailErrors.filter(isExact);
    const findings = findingsFrom(text, ranking, { mailErrors, exact }, { library, search, language });
    const handOff = exact.length > 0 ? undefined : handOffOf(ranking, library);
    const decision = directed
      ? decideDirected(findings[0], handOff, thresholdsFor(ranking))
      : decideInChannel(findings[0], handOff, threshold ?? thresholdsFor(ranking).channel, library);
    const best = findings[0]?.article;
    const related = (best?.related ?? []).flatMap((slug) => library.get(slug) ?? []);
    const useful = best ? usefulTo(best, learned) : 0;
    return { decision, findings, useful, related, handOff, mailErrors, corrected: ranking.query.corrected };
  };
}

/** Best first; each says which error led to it, in the order in which they stand, or which words. */
function findingsFrom(
  text: string,
  ranking: Ranking,
  { mailErrors, exact }: { mailErrors: readonly MailError[]; exact: readonly MailError[] },
  { library, search, language }: { library: Library; search: Search; language: string | undefined },
): Finding[] {
  const open = ranking.matches.filter(
    ({ article }) => article.kind === 'article' && article.audience === 'customer',
  );
  // A machine's words tell which article; which part of it is wanted, only those of the person.
  const sectionAsked = (article: Article, errors: readonly MailError[] | undefined) => {
    if (!errors) return search.sectionFor(article, ranking.query);
    const own = wordsOfPerson(text, errors);
    return own === undefined ? undefined : search.sectionFor(article, search.read(own), nearestBeside);
  };
  let highest = 1;
  return inLanguage(open, ranking, language)
    .slice(0, mostFindings)
    .map((match) => {
      highest = Math.min(highest, confidenceIn(match, ranking));
      const { article } = match;
      const isAnswered = (one: MailError) =>
        answeringError(one, library, language)?.article.slug === article.slug;
      const error = exact.find(isAnswered);
      const read = error ?? mailErrors.find(isAnswered);
      const answering = read && answeringError(read, library, language)?.section;
      const asked = sectionAsked(article, error && exact);
      const told = error?.clientCode ? (answering ?? asked) : (asked ?? answering);
      return {
        article,
        section: told ?? search.sectionFor(article, ranking.query, nearestQuoted),
        confidence: highest,
        because: error ? { error } : { words: match.shared },
      };
    });
}

/** Those in the language that is wanted, where one of them may be the answer; else all. */
function inLanguage(
  matches: readonly Match[],
  ranking: Ranking,
  language: string | undefined,
): readonly Match[] {
  const wanted = matches.filter(({ article }) => article.language === language);
  const [first] = wanted;
  return first && confidenceIn(first, ranking) >= thresholdsFor(ranking).suggest ? wanted : matches;
}

function confidenceIn(match: Match, ranking: Ranking): number {
  if (match.evidence.same === 1) return 0.99;
  const { confidence } = fit;
  return confidenceOf(
    featuresOf(match, ranking),
    ranking.classified ? confidence.classified : confidence.plain,
  );
}

const thresholdsFor = ({ classified }: Ranking): Thresholds =>
  classified ? fit.thresholds.classified : fit.thresholds.plain;

/** The hand-off entry, when it fits better than every article. "Hello" has no word to search for: that is a greeting. */
function handOffOf(ranking: Ranking, library: Library): Article | undefined {
  if (ranking.query.words.length === 0) return library.answering('greeting')?.article;
  const top: Match | undefined = ranking.matches[0];
  return top?.article.kind === 'hand-off' ? top.article : undefined;
}

function decideDirected(
  best: Finding | undefined,
  handOff: Article | undefined,
  { answer, suggest }: Thresholds,
): Decision {
  if (handOff !== undefined || best === undefined) return 'unsure';
  if (best.confidence >= answer) return 'answer';
  return best.confidence >= suggest ? 'suggest' : 'unsure';
}

function decideInChannel(
  best: Finding | undefined,
  handOff: Article | undefined,
  speakFrom: number,
  library: Library,
): Decision {
  if (handOff !== undefined || best === undefined || best.confidence < speakFrom) return 'silent';
  return 'error' in best.because || isWellKnown(best.article, library) ? 'answer' : 'silent';
}
