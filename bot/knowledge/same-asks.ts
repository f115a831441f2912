import { growing } from './growing.ts';
import { tokensOf } from './words.ts';

/** A text in one spelling, for comparing whole questions. */
export const sameText = (text: string): string => tokensOf(text).join(' ');

/** Which articles have exactly this way of asking. A hash finds them; the articles' own texts decide. */
export function createSameAsks(waysOfAsking: (article: number) => readonly string[]) {
  const hashes = growing.uint32();
  const articles = growing.uint32();
  let slots = new Uint32Array(0);
  const place = (entry: number): void => {
    let slot = hashes.at(entry) & (slots.length - 1);
    while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = entry + 1;
  };
  return {
    /** `same`: as `sameText` writes it. */
    add(same: string, article: number): void {
      hashes.push(hashOf(same));
      articles.push(article);
      if (2 * hashes.length > slots.length) {
        slots = new Uint32Array(Math.max(64, 4 * slots.length));
        for (let entry = 0; entry < hashes.length; entry++) place(entry);
      } else place(hashes.length - 1);
    },
    find(same: string): number[] {
      const found = new Set<number>();
      const hash = hashOf(same);
      for (let slot = hash & (slots.length - 1); slots[slot]; slot = (slot + 1) & (slots.length - 1)) {
        const entry = (slots[slot] as number) - 1;
        if (hashes.at(entry) === hash) found.add(articles.at(entry));
      }
      return [...found].filter((article) => waysOfAsking(article).some((ask) => sameText(ask) === same));
    },
  };
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
