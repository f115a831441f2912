import Fuse from 'fuse.js';
import type { Article } from './article.ts';
import type { Library } from './library.ts';
import type { Search } from './search.ts';

/** Articles for what somebody has typed so far, best first; the same library and spelling as a full search. */
export type Autocomplete = (typed: string, most: number) => Article[];

const longestTyped = 100;

/** fuse.js finds the unfinished word in titles and asks; whole words go through the search. */
export function createAutocomplete(library: Library, search: Search): Autocomplete {
  const fuse = new Fuse(library.articles, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'slug', weight: 2 },
      { name: 'asks', weight: 1 },
    ],
    threshold: 0.35,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    minMatchCharLength: 2,
  });
  return (typed, most) => {
    const text = typed.trim().slice(0, longestTyped);
    if (text === '') return library.articles.filter((article) => article.kind === 'article').slice(0, most);
    // A pattern beyond 32 characters is cut in pieces by fuse.js and finds nearly everything.
    const unfinished = text.length <= 32 ? fuse.search(text, { limit: most }).map((hit) => hit.item) : [];
    const whole = search.rank(text).matches.map((match) => match.article);
    const [first, second] = / /.test(text) ? [whole, unfinished] : [unfinished, whole];
    return [...new Set([...first, ...second])].slice(0, most);
  };
}
