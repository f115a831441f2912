import { graphOf, type State } from './phrase-graph.ts';
import { type Item, parsePhrase } from './phrase-language.ts';
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

const headLength = 3;
/** Of one phrase more than this many finds tell nothing new. */
const mostFinds = 300;

/** Numbers for the words of all phrases, and the beginnings (`exceed*`) among them by their first letters. */
function createVocabulary() {
  const numbers = new Map<string, number>();
  const beginnings = new Map<string, { start: string; symbol: number }[]>();

  const symbolOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const symbol = numbers.size;
    numbers.set(word, symbol);
    if (word.length > 1 && word.endsWith('*')) {
      if (word.length <= headLength) throw new Error(`too short a beginning: ${word}`);
      const head = word.slice(0, headLength);
      const start = word.slice(0, -1);
      beginnings.set(head, [...(beginnings.get(head) ?? []), { start, symbol }]);
    }
    return symbol;
  };

  const symbolsOf = (word: Word): readonly number[] => {
    const symbols: number[] = [];
    for (const text of word.symbols) {
      const symbol = numbers.get(text);
      if (symbol !== undefined) symbols.push(symbol);
    }
    const longer = beginnings.get(word.text.slice(0, headLength));
    if (longer) for (const { start, symbol } of longer) if (word.text.startsWith(start)) symbols.push(symbol);
    return symbols;
  };

  return { symbolOf, symbolsOf, size: () => numbers.size };
}

type Vocabulary = ReturnType<typeof createVocabulary>;

/** The words of which one at least must stand in a text that has the item; none when the item may be left out. */
function needsOf(item: Item): readonly string[] {
  if ('word' in item) return [item.word];
  if ('gap' in item || item.choices.some((choice) => choice.every((inner) => needsOf(inner).length === 0)))
    return [];
  return item.choices.flatMap((choice) => choice.map(needsOf).find((needs) => needs.length > 0) ?? []);
}

/** Word numbers, one list a need: of each list one at least must stand in the text. */
const needsOfPhrase = (items: readonly Item[], vocabulary: Vocabulary): number[][] =>
  items
    .map(needsOf)
    .filter((words) => words.length > 0)
    .map((words) => [...new Set(words.map(vocabulary.symbolOf))])
    .sort((one, other) => one.length - other.length);

/** Words that stand in most bounces whatever their reason: poor ones to tell phrases by. */
const everywhere = new Set(
  (
    '@ # host! ip! the a an to of for by in on at is was has been be not from your this that and or with host server mail ' +
    'email message messages smtp error recipient recipients address user sender rejected said 550 554 5.7.1 com mailbox ' +
    'could remote delivery failed following access list'
  ).split(' '),
);
const plentiful = 1000;

/** For each word, the phrases to look at when it stands in a text: those of which it is the rarest need. */
function anchorsOf(
  parsed: readonly (readonly Item[])[],
  vocabulary: Vocabulary,
): readonly (readonly number[])[] {
  const uses = new Map<string, number>();
  for (const items of parsed) {
    for (const word of items.flatMap(needsOf)) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const anchors: number[][] = Array.from({ length: vocabulary.size() }, () => []);
  for (const [phrase, items] of parsed.entries()) {
    let rarest: readonly string[] = [];
    let fewest = Number.POSITIVE_INFINITY;
    for (const item of items) {
      const needs = needsOf(item);
      const common = needs.reduce(
        (sum, word) => sum + (everywhere.has(word) ? plentiful : (uses.get(word) ?? 0)),
        0,
      );
      if (needs.length > 0 && common < fewest) {
        fewest = common;
        rarest = needs;
      }
    }
    for (const word of new Set(rarest)) anchors[vocabulary.symbolOf(word)]?.push(phrase);
  }
  return anchors;
}

/**
 * Finds all phrases in one walk over the words. The work a word causes is bounded by the phrases, not by the
 * text: each place within a phrase is entered once a word at most, from the nearest start.
 */
export function createMatcher(phrases: readonly string[]): Matcher {
  const vocabulary = createVocabulary();
  const parsed = phrases.map(parsePhrase);
  const states = parsed.map((items, phrase) => graphOf(items, phrase, vocabulary.symbolOf));
  const needs = parsed.map((items) => needsOfPhrase(items, vocabulary));
  const anchors = anchorsOf(parsed, vocabulary);
  // Scratch of the run at hand, told from older ones by its number: clearing would cost more than matching.
  const presentIn = new Int32Array(vocabulary.size()).fill(-1);
  const lookedIn = new Int32Array(phrases.length).fill(-1);
  let run = 0;
  let step = 0;

  function isPossible(phrase: number): boolean {
    for (const symbols of needs[phrase] as number[][]) {
      let at = 0;
      while (at < symbols.length && presentIn[symbols[at] as number] !== run) at++;
      if (at === symbols.length) return false;
    }
    return true;
  }

  /** Where phrases may begin in this text: for each word what it leads to in those whose words are all there. */
  function startsIn(symbols: readonly (readonly number[])[]): Map<number, State[]> {
    run++;
    const here: number[] = [];
    for (const all of symbols) {
      for (const symbol of all) {
        if (presentIn[symbol] === run) continue;
        presentIn[symbol] = run;
        here.push(symbol);
      }
    }
    const starts = new Map<number, State[]>();
    for (const anchor of here) {
      for (const phrase of anchors[anchor] as readonly number[]) {
        if (lookedIn[phrase] === run) continue;
        lookedIn[phrase] = run;
        if (!isPossible(phrase)) continue;
        const { symbols: firsts, targets } = states[phrase] as State;
        for (let arc = 0; arc < firsts.length; arc++) {
          const first = firsts[arc] as number;
          if (presentIn[first] !== run) continue;
          const known = starts.get(first);
          if (known) known.push(targets[arc] as State);
          else starts.set(first, [targets[arc] as State]);
        }
      }
    }
    return starts;
  }

  return (words) => {
    const symbols = words.map((word) => (word.skipped ? [] : vocabulary.symbolsOf(word)));
    const starts = startsIn(symbols);
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
        const begun = starts.get(symbol);
        if (begun) for (const target of begun) enter(target, at, 1, at);
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
