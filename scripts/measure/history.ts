import type { Diagnose } from '../../bot/desk/diagnosis.ts';
import { createRandom, type Random } from '../../bot/hosting/demo/random.ts';
import { atOnce } from '../../bot/knowledge/gently.ts';
import type { Learned } from '../../bot/knowledge/learned.ts';
import type { Library } from '../../bot/knowledge/library.ts';
import type { Search } from '../../bot/knowledge/search.ts';
import { learnedFrom } from '../../bot/learning/votes/learned-from.ts';
import type { Vector } from '../../bot/learning/votes/question-vectors.ts';
import type { Ballot } from '../../bot/memory/votes.ts';
import type { LabelledQuestion } from './labelled.ts';

export interface HistoryParts {
  readonly questions: readonly LabelledQuestion[];
  readonly library: Library;
  readonly search: Search;
  /** Answers with what was learned so far. */
  diagnoseWith(learned: Learned | undefined): Diagnose;
}

export interface HistoryOptions {
  readonly seed: string;
  readonly askings: number;
  readonly days: number;
  /** Of those who were shown the right article, and a wrong one, so many press a button; of these some press the wrong one. */
  readonly votesWhenRight: number;
  readonly votesWhenWrong: number;
  readonly noise: number;
}

export const usualHistory: HistoryOptions = {
  ...{ seed: 'half a year', askings: 4000, days: 180 },
  ...{ votesWhenRight: 0.35, votesWhenWrong: 0.45, noise: 0.08 },
};

const dayMs = 86_400_000;
const begin = Date.UTC(2026, 0, 1);

/**
 * Replays questions as customers would ask them in time, some often and most seldom, misspelt now and then, and has
 * them vote by the labels. The desk learns every day from the votes so far.
 */
export function replayHistory(parts: HistoryParts, options: HistoryOptions): Ballot[] {
  const random = createRandom(options.seed);
  const ballots: Ballot[] = [];
  const vectors = new Map<string, Vector>();
  let diagnose = parts.diagnoseWith(undefined);
  const aDay = Math.ceil(options.askings / options.days);
  for (let number = 0; number < options.askings; number++) {
    const day = Math.floor(number / aDay);
    if (number % aDay === 0 && number > 0) diagnose = parts.diagnoseWith(learn(parts, ballots, vectors));
    const at = begin + day * dayMs + Math.floor(random.next() * dayMs);
    // Squared: the first of the list are asked most.
    const question = parts.questions[Math.floor(random.next() ** 2 * parts.questions.length)];
    if (!question) continue;
    const text = asAsked(question.text, random);
    const voter = `customer-${random.between(1, Math.ceil(options.askings / 3))}`;
    const slugs = diagnose(text, { directed: true }).findings.map(({ article }) => article.slug);
    ballots.push(
      ...votesOn(slugs, question, random, options).map((vote) => ({
        ...vote,
        key: `q${number}`,
        text,
        voter,
        at,
      })),
    );
  }
  return ballots;
}

export function learn(
  { library, search }: HistoryParts,
  ballots: readonly Ballot[],
  vectors = new Map<string, Vector>(),
): Learned {
  return atOnce(learnedFrom({ ballots, tallies: [], library, search, vectors }));
}

/** The first article, then, where it did not help, the next, as the buttons lead on. */
function votesOn(
  slugs: readonly string[],
  { slug: right }: LabelledQuestion,
  random: Random,
  { votesWhenRight, votesWhenWrong, noise }: HistoryOptions,
): Pick<Ballot, 'slug' | 'helped'>[] {
  const votes: Pick<Ballot, 'slug' | 'helped'>[] = [];
  for (const slug of slugs) {
    const isRight = slug === right;
    if (random.next() >= (isRight ? votesWhenRight : votesWhenWrong)) break;
    const helped = random.next() < noise ? !isRight : isRight;
    votes.push({ slug, helped });
    if (helped) break;
  }
  return votes;
}

const beginnings = ['', '', '', 'hi, ', 'hello, ', 'please help: ', 'urgent! '] as const;

/** With a greeting now and then, and a slip of the fingers in every third. */
export function asAsked(text: string, random: Random): string {
  const told = `${random.pick(beginnings)}${text}`;
  if (random.next() > 0.33) return told;
  const at = random.between(0, Math.max(0, told.length - 2));
  return /^\p{L}{2}$/u.test(told.slice(at, at + 2))
    ? `${told.slice(0, at)}${told[at + 1]}${told[at]}${told.slice(at + 2)}`
    : told;
}
