import { foldedWords } from './words.ts';

/** One step of a phrase: any of these words (`fail*`: words that begin so), or a gap of up to so many words. */
export type Step = { readonly word: string } | { readonly gap: number };

const gaps: ReadonlyMap<string, number> = new Map([
  ['..', 8],
  ['~', 2],
]);

/** Words with a meaning of their own: a number, a mail address, a host name, a label of a host name or URL. */
const isClass = (word: string): boolean => word === '#' || word === '@' || word === 'host!' || word[0] === '.';

function stepsOfWord(written: string): Step[] {
  const gap = gaps.get(written);
  if (gap !== undefined) return [{ gap }];
  if (isClass(written)) return [{ word: written }];
  if (written.endsWith('*')) {
    const words = foldedWords(written.slice(0, -1));
    return words.map((word, at) => ({ word: at === words.length - 1 ? `${word}*` : word }));
  }
  return foldedWords(written).map((word) => ({ word }));
}

/** Cuts at the `|` outside brackets. */
function alternativesIn(says: string): string[] {
  const found = [''];
  let depth = 0;
  for (const char of says) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (char === '|' && depth === 0) found.push('');
    else found[found.length - 1] += char;
  }
  if (depth !== 0) throw new Error(`phrase with unequal brackets: ${says}`);
  return found;
}

function closingBracket(says: string, open: number): number {
  let depth = 0;
  for (let at = open; at < says.length; at++) {
    if (says[at] === '(') depth++;
    if (says[at] === ')' && --depth === 0) return at;
  }
  throw new Error(`phrase with unequal brackets: ${says}`);
}

function variants(says: string): string[] {
  const open = says.indexOf('(');
  if (open < 0) return [says];
  const close = closingBracket(says, open);
  const head = says.slice(0, open);
  const tails = variants(says.slice(close + 1));
  return alternativesIn(says.slice(open + 1, close))
    .flatMap(variants)
    .flatMap((middle) => tails.map((tail) => `${head}${middle}${tail}`));
}

/**
 * The ways to read a phrase. `(a|b c|)` stands for one of these, or nothing; `..` for up to eight words, `~` for
 * up to two; `fail*` for any word that begins so; `#` for a number, `@` for an address, `host!` for a host name,
 * `.spamhaus` for a host name or URL with that label.
 */
export function readingsOf(says: string): Step[][] {
  return variants(says).map((variant) =>
    variant
      .split(' ')
      .filter((word) => word !== '')
      .flatMap(stepsOfWord),
  );
}
