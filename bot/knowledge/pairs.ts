import { hashes } from './trigrams.ts';
import type { Word } from './words.ts';

/** 16-bit hashes of neighbouring content words, in either order. */
export function pairHashes(words: readonly Word[]): Set<number> {
  const pairs = new Set<number>();
  for (let at = 1; at < words.length; at++) {
    const a = wordHash(words[at - 1]?.stem ?? '');
    const b = wordHash(words[at]?.stem ?? '');
    if (a !== b) pairs.add(pairHash(a, b));
  }
  return pairs;
}

/** The hash of two neighbours by their `wordHash`; equal words are no pair. */
export function pairHash(a: number, b: number): number {
  return (Math.min(a, b) * 31 + Math.max(a, b)) % hashes;
}

export function wordHash(stem: string): number {
  let hash = 7;
  for (let at = 0; at < stem.length; at++) hash = (hash * 31 + stem.charCodeAt(at)) % 0xff_ffff;
  return hash;
}
