import type { Form, Word } from './words.ts';

const headLength = 3;

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

  const symbolsOf = ({ form }: Word): readonly number[] => {
    if (form.known?.by !== numbers) form.known = { by: numbers, numbers: newSymbolsOf(form) };
    return form.known.numbers;
  };

  const newSymbolsOf = ({ text, symbols: names }: Form): readonly number[] => {
    const symbols: number[] = [];
    for (const name of names) {
      const symbol = numbers.get(name);
      if (symbol !== undefined) symbols.push(symbol);
    }
    const longer = beginnings.get(text.slice(0, headLength));
    if (longer) for (const { start, symbol } of longer) if (text.startsWith(start)) symbols.push(symbol);
    return symbols;
  };

  return { symbolOf, symbolsOf, size: () => numbers.size };
}

export type Vocabulary = ReturnType<typeof createVocabulary>;
