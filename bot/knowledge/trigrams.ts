/** Number of different hashes: small enough to mark a text in a table. */
export const hashes = 0x1_0000;

/** 16-bit hashes of the three-letter pieces of words: how a text is spelt. */
export function trigramsOf(words: readonly string[]): Set<number> {
  const seen = new Set<number>();
  for (const word of words) {
    const marked = `^${word}$`;
    for (let at = 0; at + 3 <= marked.length; at++) {
      const hash = (marked.charCodeAt(at) * 31 + marked.charCodeAt(at + 1)) * 31 + marked.charCodeAt(at + 2);
      seen.add(hash & (hashes - 1));
    }
  }
  return seen;
}

/** Cosine of two sets of trigrams, 0 to 1. */
export function trigramCosine(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const hash of b) if (a.has(hash)) shared++;
  return shared === 0 ? 0 : shared / Math.sqrt(a.size * b.size);
}
