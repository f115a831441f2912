import type { Item } from './phrase-language.ts';

/**
 * The places within phrases, numbered. The arcs that lead on from place `p` are `arcsFrom[p]` to `arcsEnd[p]`: a
 * word, the place it leads to, and how many words may be skipped before it. Plain numbers: this is walked for every word.
 */
export interface Graph {
  readonly arcsFrom: readonly number[];
  readonly arcsEnd: readonly number[];
  readonly symbols: readonly number[];
  readonly targets: readonly number[];
  readonly within: readonly number[];
  readonly phrases: readonly number[];
  /** Whether the phrase is complete here. */
  readonly accepts: readonly boolean[];
  /** Words that may be skipped here at most. */
  readonly patience: readonly number[];
  /** Puts a phrase in; gives the place before its first word. */
  readonly add: (items: readonly Item[], phrase: number) => number;
}

interface Arc {
  readonly symbol: number;
  readonly target: number;
  readonly within: number;
}

interface Entry {
  readonly arcs: readonly Arc[];
  readonly nullable: boolean;
  place?: number;
}

/** Choices share what follows them, so the graph stays small. */
export function createGraph(symbolOf: (word: string) => number): Graph {
  const arcsFrom: number[] = [];
  const arcsEnd: number[] = [];
  const symbols: number[] = [];
  const targets: number[] = [];
  const within: number[] = [];
  const phrases: number[] = [];
  const accepts: boolean[] = [];
  const patience: number[] = [];

  function placeOf(entry: Entry, phrase: number): number {
    if (entry.place !== undefined) return entry.place;
    entry.place = phrases.length;
    arcsFrom.push(symbols.length);
    for (const arc of entry.arcs) {
      symbols.push(arc.symbol);
      targets.push(arc.target);
      within.push(arc.within);
    }
    arcsEnd.push(symbols.length);
    phrases.push(phrase);
    accepts.push(entry.nullable);
    patience.push(entry.arcs.reduce((most, arc) => Math.max(most, arc.within), 0));
    return entry.place;
  }

  function entryOf(items: readonly Item[], follow: Entry, phrase: number): Entry {
    let entry = follow;
    for (const item of items.toReversed()) {
      const behind: Entry = entry;
      if ('word' in item) {
        const arc = { symbol: symbolOf(item.word), target: placeOf(behind, phrase), within: 0 };
        entry = { arcs: [arc], nullable: false };
      } else if ('gap' in item) {
        const arcs = behind.arcs.map((arc) => ({ ...arc, within: arc.within + item.gap }));
        entry = { arcs, nullable: behind.nullable };
      } else {
        const ways = item.choices.map((choice) => entryOf(choice, behind, phrase));
        entry = { arcs: ways.flatMap((way) => way.arcs), nullable: ways.some((way) => way.nullable) };
      }
    }
    return entry;
  }

  const add = (items: readonly Item[], phrase: number): number =>
    placeOf(entryOf(items, { arcs: [], nullable: true }, phrase), phrase);
  return { arcsFrom, arcsEnd, symbols, targets, within, phrases, accepts, patience, add };
}
