import Fuse from 'fuse.js';
import type { Article } from './article.ts';
import type { Library } from './library.ts';
import type { Search } from './search.ts';

/** Articles for what somebody has typed so far, best first; the same library and spelling as a full search. */
export type Autocomplete = (typed: string, most: number) => Article[];

const longestTyped = 100;
const mostEndings = 4;
/** Of each search only so many: below them stands what has little to do with it. */
const mostOfEach = 8;

/**
 * Titles that hold what was typed, then what a search finds for it with its last word finished. fuse.js finds the word
 * that an unfinished and misspelt one may become, among those of titles; nothing here looks through all asks, which
 * would hold everybody up at each key.
 */
export function createAutocomplete(library: Library, search: Search): Autocomplete {
  const titles = library.articles.map((article) => article.title.toLowerCase());
  const fuse = new Fuse(commonestWords(titles), { threshold: 0.4, ignoreFieldNorm: true });
  const endingsOf = (last: string): string[] => {
    const exact = search.wordsFrom(last, mostEndings);
    return exact.length > 0 ? exact : fuse.search(last, { limit: mostEndings }).map((hit) => hit.item);
  };
  return (typed, most) => {
    const text = typed.trimStart().slice(0, longestTyped).toLowerCase();
    if (text.trim() === '') return library.articles.filter(({ kind }) => kind === 'article').slice(0, most);
    const titled = library.articles.filter((_, at) => titles[at]?.includes(text.trim()));
    const last = /\S+$/.exec(text)?.[0] ?? '';
    const endings = last === '' ? [] : endingsOf(last);
    const before = text.slice(0, text.length - last.length);
    const found = [text, ...endings.map((ending) => before + ending)].map((one) =>
      search.rank(one).matches.map((match) => match.article),
    );
    const inTurn = Array.from({ length: mostOfEach }, (_, at) =>
      found.flatMap((articles) => articles[at] ?? []),
    );
    const near = [...new Set(found.flat())];
    const asked = near.filter(({ asks }) => asks.some((ask) => ask.toLowerCase().includes(text)));
    return [...new Set([...titled, ...asked, ...spelt(text, near), ...inTurn.flat()])].slice(0, most);
  };
}

/** Those whose title has the typed text, with a mistake or two. */
function spelt(text: string, articles: readonly Article[]): Article[] {
  // A pattern beyond 32 characters is cut in pieces by fuse.js and finds nearly everything.
  if (text.length < 6 || text.length > 32) return [];
  const fuse = new Fuse(articles, {
    keys: ['title'],
    threshold: 0.22,
    ignoreLocation: true,
    ignoreFieldNorm: true,
  });
  return fuse.search(text).map((hit) => hit.item);
}

/** As many as fuse.js goes through in a few milliseconds. */
const mostWords = 3000;

function commonestWords(titles: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const title of titles)
    for (const word of title.match(/[\p{L}\p{N}]{3,}/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostWords)
    .map(([word]) => word);
}
