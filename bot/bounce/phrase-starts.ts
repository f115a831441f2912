import { createGraph, type Graph } from './phrase-graph.ts';
import type { Item } from './phrase-language.ts';
import { anchorsOf, type Needs } from './phrase-needs.ts';
import type { Vocabulary } from './vocabulary.ts';

const nothing = -1;

/** Where phrases can begin in the text at hand: lists of places by the word that leads to them. */
export interface Starts {
  readonly graph: Graph;
  /** Looks for the phrases of which the text has all words. */
  readonly find: (symbols: readonly (readonly number[])[]) => void;
  /** The first of the word's list, -1 when it is empty; then `next[one]` and so on. Word of the text at hand only. */
  readonly firstOf: (symbol: number) => number;
  readonly next: readonly number[];
  readonly places: readonly number[];
}

/** `needs`: those of each phrase. */
export function createStarts(
  parsed: readonly (readonly Item[])[],
  needs: readonly Needs[],
  vocabulary: Vocabulary,
): Starts {
  const graph = createGraph(vocabulary.symbolOf);
  const { byWord, others, from: needsFrom } = anchorsOf(needs, vocabulary);
  // The place before the first word of a phrase, made when a text first has all the words it needs.
  const entries = new Int32Array(parsed.length).fill(nothing);
  // Scratch of the run at hand: whether a word is there, and whether a phrase was looked at.
  const present = new Uint8Array(vocabulary.size());
  const looked = new Uint8Array(parsed.length);
  const first = new Int32Array(vocabulary.size());
  const last = new Int32Array(vocabulary.size());
  const next: number[] = [];
  const places: number[] = [];
  const here: number[] = [];

  function isPossible(phrase: number): boolean {
    const end = needsFrom[phrase + 1] as number;
    for (let at = needsFrom[phrase] as number; at < end; ) {
      const behind = at + 1 + (others[at] as number);
      at++;
      while (at < behind && present[others[at] as number] === 0) at++;
      if (at === behind) return false;
      at = behind;
    }
    return true;
  }

  function entryOf(phrase: number): number {
    if (entries[phrase] === nothing) entries[phrase] = graph.add(parsed[phrase] as readonly Item[], phrase);
    return entries[phrase] as number;
  }

  /** Appends the beginnings of a phrase to the lists of its possible first words. */
  function begin(phrase: number, length: number): number {
    const entry = entryOf(phrase);
    const end = graph.arcsEnd[entry] as number;
    let count = length;
    for (let arc = graph.arcsFrom[entry] as number; arc < end; arc++) {
      const symbol = graph.symbols[arc] as number;
      if (present[symbol] === 0) continue;
      places[count] = graph.targets[arc] as number;
      next[count] = nothing;
      if (first[symbol] === nothing) first[symbol] = count;
      else next[last[symbol] as number] = count;
      last[symbol] = count++;
    }
    return count;
  }

  function note(symbols: readonly (readonly number[])[]): number {
    let count = 0;
    for (const all of symbols) {
      for (const symbol of all) {
        if (present[symbol] === 1) continue;
        present[symbol] = 1;
        first[symbol] = nothing;
        here[count++] = symbol;
      }
    }
    return count;
  }

  function find(symbols: readonly (readonly number[])[]): void {
    const count = note(symbols);
    looked.fill(0);
    let length = 0;
    for (let at = 0; at < count; at++) {
      for (const phrase of byWord[here[at] as number] as readonly number[]) {
        if (looked[phrase] === 1) continue;
        looked[phrase] = 1;
        if (isPossible(phrase)) length = begin(phrase, length);
      }
    }
    for (let at = 0; at < count; at++) present[here[at] as number] = 0;
  }

  return { graph, find, firstOf: (symbol) => first[symbol] as number, next, places };
}
