/** Sorted 16-bit hashes of the three-letter pieces of words: how a text is spelt. */
export type Trigrams = Uint16Array;

export const hashes = 0x1_0000;

export function trigramsOf(words: readonly string[]): Trigrams {
  const seen = new Set<number>();
  for (const word of words) {
    const marked = `^${word}$`;
    for (let at = 0; at + 3 <= marked.length; at++) {
      const hash = (marked.charCodeAt(at) * 31 + marked.charCodeAt(at + 1)) * 31 + marked.charCodeAt(at + 2);
      seen.add(hash & (hashes - 1));
    }
  }
  return Uint16Array.from(seen).sort();
}

/** Cosine of two sets of trigrams, 0 to 1. */
export function trigramCosine(a: Trigrams, b: Trigrams): number {
  const inA = new Set(a);
  let shared = 0;
  for (const hash of b) if (inA.has(hash)) shared++;
  return shared === 0 ? 0 : shared / Math.sqrt(a.length * b.length);
}
