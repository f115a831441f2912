import { graphOf, type State } from './phrase-graph.ts';
import { type Item, parsePhrase } from './phrase-language.ts';
import { anchorsOf, needsOfPhrase, packedNeeds } from './phrase-needs.ts';
import { createVocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';

/** A phrase found: its number in the list given to `createMatcher`, and its first and last word. */
export interface Match {
  readonly phrase: number;
  readonly first: number;
  readonly last: number;
  /** How many words of the phrase itself stand in the text, gaps not counted. */
  readonly weight: number;
}

export type Matcher = (words: readonly Word[]) => Match[];

interface Thread {
  readonly state: State;
  readonly first: number;
  readonly weight: number;
  readonly skipped: number;
}

/** Of one phrase more than this many finds tell nothing new. */
const mostFinds = 300;

/**
 * Finds all phrases in one walk over the words. The work a word causes is bounded by the phrases, not by the
 * text: each place within a phrase is entered once a word at most, from the nearest start.
 */
export function createMatcher(phrases: readonly string[]): Matcher {
  const vocabulary = createVocabulary();
  const parsed = phrases.map(parsePhrase);
  const needs = parsed.map((items, phrase) => {
    const words = needsOfPhrase(items, vocabulary);
    if (words.length === 0) throw new Error(`phrase may be empty: ${phrases[phrase]}`);
    return words;
  });
  const anchors = anchorsOf(needs, vocabulary);
  const { from: needsFrom, packed } = packedNeeds(needs);
  // The place before the first word of a phrase, made when a text first has all the words it needs.
  const states: State[] = [];
  const stateOf = (phrase: number): State => {
    states[phrase] ??= graphOf(parsed[phrase] as readonly Item[], phrase, vocabulary.symbolOf);
    return states[phrase];
  };
  // Scratch of the run at hand, told from older ones by its number: clearing would cost more than matching.
  const presentIn = new Int32Array(vocabulary.size()).fill(-1);
  const lookedIn = new Int32Array(phrases.length).fill(-1);
  // For each word of this run: what it leads to in the phrases that are possible.
  const starts: State[][] = Array.from({ length: vocabulary.size() }, () => []);
  let run = 0;
  let step = 0;

  function isPossible(phrase: number): boolean {
    const end = needsFrom[phrase + 1] as number;
    for (let at = needsFrom[phrase] as number; at < end; ) {
      const next = at + 1 + (packed[at] as number);
      at++;
      while (at < next && presentIn[packed[at] as number] !== run) at++;
      if (at === next) return false;
      at = next;
    }
    return true;
  }

  /** Fills `starts` for this text: phrases begin only where all their words are there. */
  function findStarts(symbols: readonly (readonly number[])[]): void {
    run++;
    const here: number[] = [];
    for (const all of symbols) {
      for (const symbol of all) {
        if (presentIn[symbol] === run) continue;
        presentIn[symbol] = run;
        here.push(symbol);
        (starts[symbol] as State[]).length = 0;
      }
    }
    for (const anchor of here) {
      for (const phrase of anchors[anchor] as readonly number[]) {
        if (lookedIn[phrase] === run) continue;
        lookedIn[phrase] = run;
        if (!isPossible(phrase)) continue;
        const { symbols: firsts, targets } = stateOf(phrase);
        for (let arc = 0; arc < firsts.length; arc++) {
          const first = firsts[arc] as number;
          if (presentIn[first] === run) (starts[first] as State[]).push(targets[arc] as State);
        }
      }
    }
  }

  return (words) => {
    const symbols = words.map((word) => (word.skipped ? [] : vocabulary.symbolsOf(word)));
    findStarts(symbols);
    const finds = new Uint16Array(phrases.length);
    const found: Match[] = [];
    let live: Thread[] = [];
    let next: Thread[] = [];

    const enter = (state: State, first: number, weight: number, at: number): void => {
      if (state.entered === step) return;
      state.entered = step;
      if (state.accepts && (finds[state.phrase] ?? 0) < mostFinds) {
        finds[state.phrase] = (finds[state.phrase] ?? 0) + 1;
        found.push({ phrase: state.phrase, first, last: at, weight });
      }
      if (state.symbols.length > 0) next.push({ state, first, weight, skipped: 0 });
    };

    const follow = (
      state: State,
      first: number,
      weight: number,
      skipped: number,
      symbol: number,
      at: number,
    ): void => {
      const { symbols: leading } = state;
      for (let arc = 0; arc < leading.length; arc++) {
        if (leading[arc] === symbol && skipped <= (state.within[arc] as number)) {
          enter(state.targets[arc] as State, first, weight + 1, at);
        }
      }
    };

    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word;
      if (word.skipped) continue;
      step++;
      next = [];
      if (word.ends === 'answer') live = [];
      else if (word.ends === 'sentence') live = live.filter((thread) => thread.skipped === 0);
      for (const symbol of symbols[at] as readonly number[]) {
        for (const target of starts[symbol] as readonly State[]) enter(target, at, 1, at);
        for (const { state, first, weight, skipped } of live)
          follow(state, first, weight, skipped, symbol, at);
      }
      for (const { state, first, weight, skipped } of live) {
        if (skipped < state.patience && state.entered !== step) {
          state.entered = step;
          next.push({ state, first, weight, skipped: skipped + 1 });
        }
      }
      live = next;
    }
    return found;
  };
}
