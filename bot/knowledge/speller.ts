import Fuse from 'fuse.js';
import { isEnglish } from './english-words.ts';
import { stopWords } from './language/stop-words.ts';
import { buildSpellingCandidates } from './spelling-candidates.ts';
import { stemOf } from './words.ts';

/** Finds what a customer meant by a word whose stem no article has. */
export interface Speller {
  /** Corrections, best first, at most two; empty when the word is known, is plain English, or resembles nothing. */
  correct(folded: string): readonly Correction[];
}

export interface Correction {
  readonly word: string;
  /** 0 to 1: how much the word may stand for the one that was written. */
  readonly weight: number;
}

const minLength = 4;
const maxLength = 24;
const candidatesKept = 40;

/**
 * `counts`: the words of the library that may be trusted, folded, with the number of articles that use each.
 * Candidates share a piece of the word; fuse.js ranks them and the Damerau distance decides, so that the cost
 * of a word does not grow with the library.
 */
export function* buildSpeller(counts: ReadonlyMap<string, number>): Generator<void, Speller> {
  const words = [...new Set([...counts.keys(), ...stopWords])].filter(
    (word) => word.length >= 3 && word.length <= maxLength && /^\p{L}+$/u.test(word),
  );
  yield;
  const candidates = yield* buildSpellingCandidates(words);
  const cache = new Map<string, readonly Correction[]>();

  const correct = (folded: string): readonly Correction[] => {
    if (folded.length > maxLength || !/^\p{L}+$/u.test(folded)) return [];
    if (counts.has(folded) || isEnglish(folded)) return [];
    if (folded.length < minLength) return swappedStopWord(folded);
    return rank(folded, candidates(folded, 2 * candidatesKept), counts);
  };
  return {
    correct(folded) {
      const seen = cache.get(folded);
      if (seen) return seen;
      const corrections = correct(folded);
      if (cache.size >= 10_000) cache.clear();
      cache.set(folded, corrections);
      return corrections;
    },
  };
}

function rank(
  folded: string,
  candidates: readonly string[],
  counts: ReadonlyMap<string, number>,
): Correction[] {
  const fuse = new Fuse(candidates, {
    threshold: 0.45,
    includeScore: true,
    ignoreFieldNorm: true,
    distance: maxLength,
  });
  const likely = fuse.search(folded, { limit: candidatesKept }).map((hit) => hit.item);
  // Fuse's bitap counts a swap as two edits and may drop the best word of a short list; near ones stay in.
  const pool = new Set([...likely, ...candidates.slice(0, 12)]);
  const allowed = folded.length <= 4 ? 1 : folded.length <= 8 ? 2 : 3;
  const ranked = [...pool]
    .map((word) => ({ word, distance: damerauDistance(folded, word) }))
    .filter(
      ({ word, distance }) =>
        distance <= allowed && (distance < 2 || word[0] === folded[0] || word[1] === folded[0]),
    )
    .map(({ word, distance }) => ({
      word,
      cost: distance - (word[0] === folded[0] ? 0.3 : 0) - familiarity(word, counts),
    }))
    .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
  const best = ranked[0];
  if (!best) return [];
  return ranked
    .filter(
      ({ word, cost }, at) => at === 0 || (cost - best.cost < 0.35 && stemOf(word) !== stemOf(best.word)),
    )
    .slice(0, 2)
    .map(({ word, cost }, at) => ({ word, weight: (at === 0 ? 0.9 : 0.5) - 0.1 * Math.max(0, cost - 0.7) }));
}

/** Of two equally near words the commoner is meant; function words are the commonest of all. */
function familiarity(word: string, counts: ReadonlyMap<string, number>): number {
  return stopWords.has(word) ? 0.3 : Math.min(0.3, 0.06 * Math.log2(1 + (counts.get(word) ?? 0)));
}

/** "teh", "cna", "hwo": three letters are too few to correct, but two swapped ones in a function word are plain. */
function swappedStopWord(folded: string): Correction[] {
  const [a = '', b = '', c = ''] = folded;
  const meant = [b + a + c, a + c + b].find((word) => folded.length === 3 && stopWords.has(word));
  return meant === undefined ? [] : [{ word: meant, weight: 1 }];
}

/** Edits between two words, a swap of neighbours counted as one (optimal string alignment). */
function damerauDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
