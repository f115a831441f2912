import { hashes } from './trigrams.ts';
import type { Word } from './words.ts';

/** 16-bit hashes of neighbouring content words, in either order. */
export function pairHashes(words: readonly Word[]): Set<number> {
  const pairs = new Set<number>();
  for (let at = 1; at < words.length; at++) {
    const a = hashOf(words[at - 1]?.stem ?? '');
    const b = hashOf(words[at]?.stem ?? '');
    if (a !== b) pairs.add((Math.min(a, b) * 31 + Math.max(a, b)) % hashes);
  }
  return pairs;
}

function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) % 0xff_ffff;
  return hash;
}
