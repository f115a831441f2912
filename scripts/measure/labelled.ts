import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../open-desk.ts';

/** `tune` is what rules and weights were fitted on; `held` is only ever measured. */
export type Split = 'tune' | 'held';

export interface LabelledQuestion {
  readonly id: string;
  readonly text: string;
  /** The article that answers it; null when none does. */
  readonly slug: string | null;
  /** An article that answers it all the same, where the set was made for a smaller library. */
  readonly also?: string;
  /** How it stands among its article's asks, spelling corrected, where that is not the text itself. */
  readonly ask?: string;
  readonly style: string;
  /** The file that it stands in: each is by another hand. */
  readonly set: string;
}

export interface LabelledError {
  readonly reason: string;
  readonly [fact: string]: unknown;
}

export interface LabelledBounce {
  readonly id: string;
  readonly text: string;
  readonly errors: readonly LabelledError[];
  readonly source?: string;
}

const questionSets: Readonly<Record<Split, readonly string[]>> = {
  tune: ['questions.tune', 'questions.tune2', 'questions.tune3'],
  held: ['questions.held', 'questions.held2', 'questions.held3'],
};

export const labelledQuestions = (split: Split): LabelledQuestion[] =>
  questionSets[split].flatMap((set) =>
    readLines<Omit<LabelledQuestion, 'set'>>(`${set}.jsonl`).map((question) => ({ ...question, set })),
  );

/** Made to lead the bot astray: no article answers any, however much they sound like it. Fitted on, never counted. */
export const astrayQuestions = () => readLines<LabelledQuestion>('questions.astray.jsonl');

/** The files of labelled bounces, `bounces.PART.jsonl`, by what they are used for. */
export const bounceParts: Readonly<Record<Split, readonly string[]>> = {
  tune: ['tune', 'more', 'late'],
  held: ['held'],
};

export const labelledBounces = (part: string) => readLines<LabelledBounce>(`bounces.${part}.jsonl`);

function readLines<Row>(file: string): Row[] {
  return readFileSync(join(repository, 'test/sets', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}
