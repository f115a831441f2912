import { concepts } from './concepts.ts';
import { type Part, wordsIn } from './part.ts';
import type { Reading } from './reading.ts';

export const conceptNames: readonly string[] = [...Object.keys(concepts), '@', 'host!'];
const address = conceptNames.length - 2;
const hostName = conceptNames.length - 1;

const whole = new Map<string, number>();
const beginnings = new Map<string, { start: string; concept: number }[]>();
const headLength = 3;
for (const [concept, list] of Object.values(concepts).entries()) {
  for (const word of list.split(' ')) {
    if (!word.endsWith('*')) whole.set(word, concept);
    else {
      const head = word.slice(0, headLength);
      beginnings.set(head, [...(beginnings.get(head) ?? []), { start: word.slice(0, -1), concept }]);
    }
  }
}
for (const all of beginnings.values()) all.sort((one, other) => other.start.length - one.start.length);

/** Words met already, up to a number of them; -1: they speak of nothing. */
const seen = new Map<string, number>();
const mostSeen = 20_000;

/** What a word speaks of, as a place in `conceptNames`. The word itself goes before its beginning, longer ones first. */
export function conceptOf(word: string): number | undefined {
  const known = seen.get(word);
  if (known !== undefined) return known < 0 ? undefined : known;
  const begun = beginnings.get(word.slice(0, headLength))?.find(({ start }) => word.startsWith(start));
  const concept = whole.get(word) ?? begun?.concept;
  if (seen.size >= mostSeen) seen.clear();
  seen.set(word, concept ?? -1);
  return concept;
}

/** Told of everything that votes, in the order of the text. */
export interface FeatureListener {
  readonly word: (text: string, at: number) => void;
  readonly concept: (concept: number, at: number) => void;
  /** Two concepts close to each other, whichever stands first: `one` is the smaller. */
  readonly pair: (one: number, other: number, at: number) => void;
}

/** Concepts this close are a pair. */
const pairReach = 4;

/** Visits what votes in a part: words, codes, labels of hosts, and what they speak of, alone and in pairs. */
export function visitFeatures(
  { words, codeAt }: Reading,
  part: Part,
  end: number,
  { word: onWord, concept: onConcept, pair: onPair }: FeatureListener,
): void {
  const recent: number[] = [];
  wordsIn(part, end, (at) => {
    const word = words[at] as Reading['words'][number];
    if (word.skipped) return;
    const { kind, text } = word;
    let concept: number | undefined;
    if (kind === 'word') {
      onWord(text, at);
      concept = conceptOf(text);
    } else if (codeAt.has(at)) onWord(text, at);
    else if (kind === 'address') concept = address;
    else if (kind !== 'number' && kind !== 'status') {
      for (const label of word.symbols) if (label[0] === '.') onWord(label, at);
      if (kind !== 'url') concept = hostName;
    }
    if (concept === undefined) return;
    onConcept(concept, at);
    for (const before of recent) {
      if (before !== concept) onPair(Math.min(before, concept), Math.max(before, concept), at);
    }
    recent.push(concept);
    if (recent.length > pairReach) recent.shift();
  });
}
