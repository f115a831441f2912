import { foldedWords } from './words.ts';

/** A phrase taken apart: words in order, gaps of up to so many other words, choices between sequences. */
export type Item =
  | { readonly word: string }
  | { readonly gap: number }
  | { readonly choices: readonly (readonly Item[])[] };

const gaps: ReadonlyMap<string, number> = new Map([
  ['..', 8],
  ['~', 2],
]);

const isClass = (word: string): boolean =>
  word === '#' || word === '@' || word.endsWith('!') || word[0] === '.';

const known = new Map<string, readonly Item[]>();

/** Phrases share most of their words: each is taken apart once. */
function itemsOfWord(written: string): readonly Item[] {
  const items = known.get(written) ?? newItemsOfWord(written);
  known.set(written, items);
  return items;
}

/** Nearly all words of phrases: they stay as they are. */
const plain = /^[a-z]+$/;

function newItemsOfWord(written: string): readonly Item[] {
  if (plain.test(written)) return [{ word: written }];
  const gap = gaps.get(written);
  if (gap !== undefined) return [{ gap }];
  if (isClass(written)) return [{ word: written }];
  if (!written.endsWith('*')) return foldedWords(written).map((word) => ({ word }));
  const words = foldedWords(written.slice(0, -1));
  return words.map((word, at) => ({ word: at === words.length - 1 ? `${word}*` : word }));
}

/**
 * Reads a phrase. `(a|b c|)` stands for one of these, or nothing; `..` for up to eight words, `~` for up to two;
 * `fail*` for any word that begins so; `#` for a number, `@` for an address, `host!` for a host name or IP address, `ip!` for
 * the latter alone, `.spamhaus`
 * for a host name or URL with that label. Throws when brackets are unequal.
 */
export function parsePhrase(says: string): readonly Item[] {
  const signs = says.match(/[()|]|[^ ()|]+/g) ?? [];
  let at = 0;

  function sequence(): Item[] {
    const items: Item[] = [];
    for (; at < signs.length; at++) {
      const sign = signs[at] as string;
      if (sign === '|' || sign === ')') break;
      if (sign === '(') items.push(choice());
      else for (const item of itemsOfWord(sign)) items.push(item);
    }
    return items;
  }

  function choice(): Item {
    const choices: Item[][] = [];
    do {
      at++;
      choices.push(sequence());
    } while (signs[at] === '|');
    if (signs[at] !== ')') throw new Error(`phrase with unequal brackets: ${says}`);
    return { choices };
  }

  const items = sequence();
  if (at < signs.length || items.length === 0)
    throw new Error(`phrase with unequal brackets or no words: ${says}`);
  return items;
}
