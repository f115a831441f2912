import type { Item } from './phrase-language.ts';

/**
 * A place within a phrase: the words that lead on from it (`symbols[i]` leads to `targets[i]`, after `within[i]`
 * skipped words at most), and whether the phrase is complete here. Plain arrays: this is walked for every word.
 */
export interface State {
  readonly symbols: readonly number[];
  readonly targets: readonly State[];
  readonly within: readonly number[];
  readonly phrase: number;
  readonly accepts: boolean;
  /** Words that may be skipped here at most. */
  readonly patience: number;
  /** The step in which a thread last came here: no word brings two. */
  entered: number;
}

interface Arc {
  readonly symbol: number;
  readonly target: State;
  readonly within: number;
}

interface Entry {
  readonly arcs: readonly Arc[];
  readonly nullable: boolean;
  state?: State;
}

function stateOf(entry: Entry, phrase: number): State {
  entry.state ??= {
    symbols: entry.arcs.map((arc) => arc.symbol),
    targets: entry.arcs.map((arc) => arc.target),
    within: entry.arcs.map((arc) => arc.within),
    phrase,
    accepts: entry.nullable,
    patience: entry.arcs.reduce((most, arc) => Math.max(most, arc.within), 0),
    entered: -1,
  };
  return entry.state;
}

function entryOf(
  items: readonly Item[],
  follow: Entry,
  phrase: number,
  symbolOf: (word: string) => number,
): Entry {
  let entry = follow;
  for (const item of items.toReversed()) {
    const behind: Entry = entry;
    if ('word' in item) {
      const arc = { symbol: symbolOf(item.word), target: stateOf(behind, phrase), within: 0 };
      entry = { arcs: [arc], nullable: false };
    } else if ('gap' in item) {
      entry = {
        arcs: behind.arcs.map((arc) => ({ ...arc, within: arc.within + item.gap })),
        nullable: behind.nullable,
      };
    } else {
      const ways = item.choices.map((choice) => entryOf(choice, behind, phrase, symbolOf));
      entry = { arcs: ways.flatMap((way) => way.arcs), nullable: ways.some((way) => way.nullable) };
    }
  }
  return entry;
}

/** The state before the first word of a phrase. Choices share what follows them, so the graph stays small. */
export function graphOf(items: readonly Item[], phrase: number, symbolOf: (word: string) => number): State {
  const entry = entryOf(items, { arcs: [], nullable: true }, phrase, symbolOf);
  return stateOf(entry, phrase);
}
