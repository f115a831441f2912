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
  readonly style: string;
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

export const labelledQuestions = (split: Split) => readLines<LabelledQuestion>(`questions.${split}.jsonl`);
export const labelledBounces = (split: Split) => readLines<LabelledBounce>(`bounces.${split}.jsonl`);

function readLines<Row>(file: string): Row[] {
  return readFileSync(join(repository, 'test/sets', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}
