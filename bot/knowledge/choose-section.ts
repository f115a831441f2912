import type { Article, Section } from './article.ts';
import { meaningsOf } from './language/synonyms.ts';
import { layOut } from './nearest-ask.ts';
import { createPackedAsks } from './packed-asks.ts';
import type { Query } from './read-query.ts';
import { meaningWeight, type SearchIndex } from './search-index.ts';
import { wordsOf } from './words.ts';

/** Below this no section speaks for itself and the article is shown from its beginning. */
const threshold = 0.3;
const askShare = 0.65;

/** The section whose heading, asks and text are nearest to the question. */
export function chooseSection(article: Article, query: Query, index: SearchIndex): Section | undefined {
  const laidOut = layOut(query, index);
  const idf = new Float32Array(index.terms);
  let chosen: Section | undefined;
  let highest = threshold;
  for (const section of article.sections) {
    if (section.level === 0) continue;
    const asks = [section.heading, ...section.asks].map((ask) => packable(ask, index, idf));
    const nearest = laidOut.nearness(createPackedAsks(asks, idf, meaningWeight)).best;
    const score = askShare * nearest + (1 - askShare) * shareFound(query, section, index);
    if (score > highest) {
      highest = score;
      chosen = section;
    }
  }
  laidOut.clear();
  return chosen;
}

function packable(text: string, index: SearchIndex, idf: Float32Array) {
  const words = wordsOf(text);
  const known = (terms: readonly string[]) =>
    [...new Set(terms)].flatMap((term) => {
      const number = index.termNumber(term);
      if (number === undefined) return [];
      idf[number] = index.idfOf(term);
      return [number];
    });
  const stems = words.map((word) => word.stem);
  return { words, terms: known(stems), meanings: known(stems.flatMap((stem) => [...meaningsOf(stem)])) };
}

/** Share of the question's information that stands in the section. */
function shareFound(query: Query, section: Section, index: SearchIndex): number {
  const stems = new Set(wordsOf(`${section.heading}\n${section.text}`).map((word) => word.stem));
  let total = 0;
  let found = 0;
  for (const { stem } of query.words) {
    const idf = index.idfOf(stem);
    total += idf;
    if (stems.has(stem)) found += idf;
  }
  return total === 0 ? 0 : found / total;
}
