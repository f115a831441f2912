import { tokensOf } from './words.ts';

/** A text in one spelling, for comparing whole questions. */
export const sameText = (text: string): string => tokensOf(text).join(' ');

/**
 * Which articles have exactly this way of asking: `count` of them are to be added. A hash finds them; the articles' own
 * words decide.
 */
export function createSameAsks(count: number, askOf: (article: number, ask: number) => string) {
  const hashes = new Uint32Array(count);
  const articles = new Uint32Array(count);
  const asks = new Uint32Array(count);
  /** Entries with like hashes are linked; an entry's number goes from 1. */
  const first = new Uint32Array(2 ** Math.ceil(Math.log2(count + 1)));
  const next = new Uint32Array(count + 1);
  let added = 0;
  return {
    add(hash: number, article: number, ask: number): void {
      hashes[added] = hash;
      articles[added] = article;
      asks[added++] = ask;
      const slot = hash & (first.length - 1);
      next[added] = first[slot] as number;
      first[slot] = added;
    },
    /** Numbers of the articles; `same` as `sameText` writes it. */
    find(same: string): number[] {
      const hash = textHash(same);
      const found = new Set<number>();
      for (let at = first[hash & (first.length - 1)]; at; at = next[at]) {
        const article = articles[at - 1] as number;
        const isLike = hashes[at - 1] === hash && !found.has(article);
        if (isLike && sameText(askOf(article, asks[at - 1] as number)) === same) found.add(article);
      }
      return [...found];
    },
  };
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
