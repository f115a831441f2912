import { parsePhrase } from './phrase-language.ts';
import { needsOfPhrase } from './phrase-needs.ts';
import { createStarts } from './phrase-starts.ts';
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

/** Ways into phrases that the words so far allow, each a place in all four lists; `count` of them are in use. */
interface Threads {
  count: number;
  readonly place: number[];
  readonly first: number[];
  readonly weight: number[];
  readonly skipped: number[];
}

const newThreads = (): Threads => ({ count: 0, place: [], first: [], weight: [], skipped: [] });

function push(threads: Threads, place: number, first: number, weight: number, skipped: number): void {
  const at = threads.count++;
  threads.place[at] = place;
  threads.first[at] = first;
  threads.weight[at] = weight;
  threads.skipped[at] = skipped;
}

/** Leaves those that skip no words: a gap does not reach into the next sentence. */
function endGaps(threads: Threads): void {
  const { count, place, first, weight, skipped } = threads;
  threads.count = 0;
  for (let at = 0; at < count; at++) {
    if (skipped[at] === 0) push(threads, place[at] as number, first[at] as number, weight[at] as number, 0);
  }
}

/** Of one phrase more than this many finds tell nothing new. */
const mostFinds = 300;

const none: readonly number[] = [];

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
  const starts = createStarts(parsed, needs, vocabulary);
  const { graph, next: nextStart, places: startPlaces } = starts;
  const { arcsFrom, arcsEnd, symbols: arcSymbols, targets, within, accepts, patience } = graph;
  // Scratch of all runs; the step in which a thread last came to a place: no word brings two.
  const enteredIn: number[] = [];
  let live = newThreads();
  let coming = newThreads();
  let step = 0;
  let finds = new Map<number, number>();
  let found: Match[] = [];

  function enter(place: number, first: number, weight: number, last: number): void {
    if (enteredIn[place] === step) return;
    enteredIn[place] = step;
    if (accepts[place]) {
      const phrase = graph.phrases[place] as number;
      const count = finds.get(phrase) ?? 0;
      if (count < mostFinds) {
        finds.set(phrase, count + 1);
        found.push({ phrase, first, last, weight });
      }
    }
    if ((arcsFrom[place] as number) < (arcsEnd[place] as number)) push(coming, place, first, weight, 0);
  }

  function follow(symbol: number, at: number): void {
    for (let one = starts.firstOf(symbol); one >= 0; one = nextStart[one] as number)
      enter(startPlaces[one] as number, at, 1, at);
    const { count, place, first, weight, skipped } = live;
    for (let thread = 0; thread < count; thread++) {
      const from = place[thread] as number;
      const end = arcsEnd[from] as number;
      for (let arc = arcsFrom[from] as number; arc < end; arc++) {
        if (arcSymbols[arc] === symbol && (skipped[thread] as number) <= (within[arc] as number))
          enter(targets[arc] as number, first[thread] as number, (weight[thread] as number) + 1, at);
      }
    }
  }

  /** Threads that may do without this word wait for the next. */
  function skip(): void {
    const { count, place, first, weight, skipped } = live;
    for (let thread = 0; thread < count; thread++) {
      const at = place[thread] as number;
      const more = (skipped[thread] as number) + 1;
      if (more > (patience[at] as number) || enteredIn[at] === step) continue;
      enteredIn[at] = step;
      push(coming, at, first[thread] as number, weight[thread] as number, more);
    }
  }

  return (words) => {
    const symbols = words.map((word) => (word.skipped ? none : vocabulary.symbolsOf(word)));
    starts.find(symbols);
    finds = new Map();
    found = [];
    live.count = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as Word;
      if (word.skipped) continue;
      step++;
      coming.count = 0;
      if (word.ends === 'answer') live.count = 0;
      else if (word.ends === 'sentence') endGaps(live);
      for (const symbol of symbols[at] as readonly number[]) follow(symbol, at);
      skip();
      [live, coming] = [coming, live];
    }
    return found;
  };
}
