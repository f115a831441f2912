import { concepts } from './concepts.ts';
import { type Part, wordsIn } from './part.ts';
import type { Reading } from './reading.ts';
import type { Form } from './words.ts';

export const conceptNames: readonly string[] = [...Object.keys(concepts), '@', 'host!'];
const address = conceptNames.length - 2;
const hostName = conceptNames.length - 1;
const nothing = -1;

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

/** What a word speaks of, as a place in `conceptNames`. The word itself goes before its beginning, longer ones first. */
export function conceptOf(word: string): number | undefined {
  const begun = beginnings.get(word.slice(0, headLength))?.find(({ start }) => word.startsWith(start));
  return whole.get(word) ?? begun?.concept;
}

function keptConceptOf(form: Form): number {
  form.concept ??= conceptOf(form.text) ?? nothing;
  return form.concept;
}

/** Told of everything that votes, in the order of the text. */
export interface FeatureListener {
  readonly word: (form: Form, at: number) => void;
  /** Of a host name or link: `.example`. */
  readonly label: (label: string, at: number) => void;
  readonly concept: (concept: number, at: number) => void;
  /** Two concepts close to each other, whichever stands first: `one` is the smaller. */
  readonly pair: (one: number, other: number, at: number) => void;
}

/** Concepts this close are a pair. */
const pairReach = 4;

/** Visits what votes in a part: words, codes, labels of hosts, and what they speak of, alone and in pairs. */
export function visitFeatures(
  { words, codeAt, beside }: Reading,
  part: Part,
  end: number,
  { word: onWord, label: onLabel, concept: onConcept, pair: onPair }: FeatureListener,
): void {
  const met: number[] = [];
  wordsIn(part, end, (at) => {
    const word = words[at] as Reading['words'][number];
    if (word.skipped || beside?.[at]) return;
    const { kind, form } = word;
    let concept = nothing;
    if (kind === 'word') {
      onWord(form, at);
      concept = keptConceptOf(form);
    } else if (codeAt.has(at)) onWord(form, at);
    else if (kind === 'address') concept = address;
    else if (kind !== 'number' && kind !== 'status') {
      for (const label of form.symbols) if (label[0] === '.') onLabel(label, at);
      if (kind !== 'url') concept = hostName;
    }
    if (concept === nothing) return;
    onConcept(concept, at);
    for (let near = Math.max(0, met.length - pairReach); near < met.length; near++) {
      const before = met[near] as number;
      if (before !== concept) onPair(Math.min(before, concept), Math.max(before, concept), at);
    }
    met.push(concept);
  });
}
