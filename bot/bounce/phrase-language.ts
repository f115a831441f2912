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

function newItemsOfWord(written: string): readonly Item[] {
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
  let at = 0;

  function sequence(): Item[] {
    const items: Item[] = [];
    while (at < says.length && says[at] !== '|' && says[at] !== ')') {
      if (says[at] === ' ') at++;
      else if (says[at] === '(') items.push(choice());
      else {
        const start = at;
        while (at < says.length && !' |()'.includes(says[at] ?? '')) at++;
        items.push(...itemsOfWord(says.slice(start, at)));
      }
    }
    return items;
  }

  function choice(): Item {
    const choices: Item[][] = [];
    do {
      at++;
      choices.push(sequence());
    } while (says[at] === '|');
    if (says[at] !== ')') throw new Error(`phrase with unequal brackets: ${says}`);
    at++;
    return { choices };
  }

  const items = sequence();
  if (at < says.length || items.length === 0)
    throw new Error(`phrase with unequal brackets or no words: ${says}`);
  return items;
}
