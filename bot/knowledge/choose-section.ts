import type { Article, Section } from './article.ts';
import { meaningsOf } from './language/synonyms.ts';
import { layOut } from './nearest-ask.ts';
import { type AskPacker, type AskWord, createAskPacker, type PackedAsks } from './packed-asks.ts';
import { wordHash } from './pairs.ts';
import type { Query } from './read-query.ts';
import type { SearchIndex } from './search-index.ts';
import { trigramsOf } from './trigrams.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * The section whose heading, asks and text are nearest to the question; `undefined` when none is as near as `least`,
 * from 0 to 1.
 */
export type ChooseSection = (article: Article, query: Query, least?: number) => Section | undefined;

/** Below this the article is shown from its beginning. */
const threshold = 0.35;
const askShare = 0.65;
/** Who says no more than what the article is about ("mailbox full") wants a section only if it is asked for so. */
const nearestOnTopic = 0.75;
/** Articles whose sections stay read; a large library's would fill the memory. */
const mostKept = 200;

interface ReadSection {
  readonly section: Section;
  /** Heading and asks. */
  readonly asks: PackedAsks;
  readonly stems: ReadonlySet<string>;
}

export function createSectionChooser(index: SearchIndex): ChooseSection {
  const packer = createAskPacker();
  const kept = new Map<Article, readonly ReadSection[]>();
  const sectionsOf = (article: Article): readonly ReadSection[] => {
    const known = kept.get(article);
    if (known) return known;
    const read = article.sections
      .filter((section) => section.level > 0)
      .map((section) => readSection(section, index, packer));
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest) kept.delete(oldest);
    kept.set(article, read);
    return read;
  };

  return (article, query, least = threshold) => {
    const laidOut = layOut(query, index);
    const narrowing = narrowingWords(query, article.title);
    let chosen: Section | undefined;
    let highest = least;
    for (const { section, asks, stems } of sectionsOf(article)) {
      const nearest = laidOut.nearness(asks).best;
      const score = askShare * nearest + (1 - askShare) * shareFound(narrowing, stems, index);
      if (score > highest && (narrowing.length > 0 || nearest > nearestOnTopic)) {
        highest = score;
        chosen = section;
      }
    }
    laidOut.clear();
    return chosen;
  };
}

function readSection(section: Section, index: SearchIndex, packer: AskPacker): ReadSection {
  for (const ask of [section.heading, ...section.asks])
    packer.add(wordsOf(ask).map((word) => toAskWord(word, index)));
  const stems = wordsOf(`${section.heading}\n${section.text}`).map((word) => word.stem);
  return { section, asks: packer.finish(), stems: new Set(stems) };
}

function toAskWord({ folded, stem }: Word, index: SearchIndex): AskWord {
  return {
    term: index.termNumber(stem) ?? -1,
    meanings: meaningsOf(stem).flatMap((meaning) => index.termNumber(meaning) ?? []),
    hash: wordHash(stem),
    trigrams: [...trigramsOf([folded])],
  };
}

/** The question's words that say more than the article's title does. */
function narrowingWords({ words }: Query, title: string): readonly Word[] {
  const topic = new Set(wordsOf(title).flatMap(({ stem }) => [stem, ...meaningsOf(stem)]));
  return words.filter(({ stem }) => ![stem, ...meaningsOf(stem)].some((meaning) => topic.has(meaning)));
}

/** Share of the words' information that stands in the section. */
function shareFound(words: readonly Word[], stems: ReadonlySet<string>, index: SearchIndex): number {
  let total = 0;
  let found = 0;
  for (const { stem } of words) {
    const idf = index.idfOf(stem);
    total += idf;
    if (stems.has(stem)) found += idf;
  }
  return total === 0 ? 0 : found / total;
}
