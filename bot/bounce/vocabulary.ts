import type { Word } from './words.ts';

const headLength = 3;
const mostSeen = 20_000;

/** Numbers for the words of all phrases, and the beginnings (`exceed*`) among them by their first letters. */
export function createVocabulary() {
  const numbers = new Map<string, number>();
  const beginnings = new Map<string, { start: string; symbol: number }[]>();

  const symbolOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const symbol = numbers.size;
    numbers.set(word, symbol);
    if (word.length > 1 && word.endsWith('*')) {
      if (word.length <= headLength) throw new Error(`too short a beginning: ${word}`);
      const head = word.slice(0, headLength);
      const start = word.slice(0, -1);
      beginnings.set(head, [...(beginnings.get(head) ?? []), { start, symbol }]);
    }
    return symbol;
  };

  const seen = new Map<string, readonly number[]>();

  /** Texts share most of their words: what is known of one is kept, up to a number of them. */
  const symbolsOf = (word: Word): readonly number[] => {
    if (word.kind !== 'word') return newSymbolsOf(word);
    let symbols = seen.get(word.text);
    if (symbols === undefined) {
      symbols = newSymbolsOf(word);
      if (seen.size >= mostSeen) seen.clear();
      seen.set(word.text, symbols);
    }
    return symbols;
  };

  const newSymbolsOf = (word: Word): readonly number[] => {
    const symbols: number[] = [];
    for (const text of word.symbols) {
      const symbol = numbers.get(text);
      if (symbol !== undefined) symbols.push(symbol);
    }
    const longer = beginnings.get(word.text.slice(0, headLength));
    if (longer) for (const { start, symbol } of longer) if (word.text.startsWith(start)) symbols.push(symbol);
    return symbols;
  };

  return { symbolOf, symbolsOf, size: () => numbers.size };
}

export type Vocabulary = ReturnType<typeof createVocabulary>;
