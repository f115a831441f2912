/** Words that share pieces with a misspelt one, the most alike first. */
export type SpellingCandidates = (folded: string, most: number) => string[];

const wordsBetweenPauses = 500;

/**
 * Finds candidates by their two-letter pieces, in time that hardly grows with the number of words. They are numbered by their length, so that those of a fitting length stand together in every list.
 */
export function* buildSpellingCandidates(unordered: readonly string[]): Generator<void, SpellingCandidates> {
  const words = byLength(unordered);
  const lists = new Map<number, number[]>();
  for (const [number, word] of words.entries()) {
    for (const piece of piecesOf(word)) {
      const list = lists.get(piece);
      if (list) list.push(number);
      else lists.set(piece, [number]);
    }
    if (number % wordsBetweenPauses === 0) yield;
  }
  const byPiece = new Map<number, Uint32Array>();
  for (const [piece, list] of lists) {
    byPiece.set(piece, Uint32Array.from(list));
    lists.delete(piece);
    if (byPiece.size % wordsBetweenPauses === 0) yield;
  }
  const shared = new Uint8Array(words.length);

  return (folded, most) => {
    const reach = folded.length < 6 ? 1 : folded.length < 10 ? 2 : 3;
    const from = firstOfLength(words, folded.length - reach);
    const to = firstOfLength(words, folded.length + reach + 1);
    for (const piece of piecesOf(folded)) {
      const list = byPiece.get(piece) ?? none;
      for (let at = firstFrom(list, from); at < list.length && (list[at] as number) < to; at++)
        shared[list[at] as number] = (shared[list[at] as number] as number) + 1;
    }
    const best = mostAlike(words, shared, from, to, most);
    shared.fill(0, from, to);
    return best;
  };
}

const none = new Uint32Array(0);

function byLength(words: readonly string[]): string[] {
  const groups: string[][] = [];
  for (const word of words) {
    const group = groups[word.length];
    if (group) group.push(word);
    else groups[word.length] = [word];
  }
  return groups.flat();
}

/** Pairs of neighbouring letters, the word's edges marked; a swap of letters keeps most of them. */
function piecesOf(word: string): Set<number> {
  const pieces = new Set<number>();
  for (let at = 0; at <= word.length; at++) {
    const before = at === 0 ? 0x5e : word.charCodeAt(at - 1);
    const after = at === word.length ? 0x24 : word.charCodeAt(at);
    pieces.add(before * 0x1_0000 + after);
  }
  return pieces;
}

function mostAlike(
  words: readonly string[],
  shared: Uint8Array,
  from: number,
  to: number,
  most: number,
): string[] {
  const best: string[] = [];
  const scores: number[] = [];
  for (let number = from; number < to; number++) {
    const count = shared[number] as number;
    if (count === 0) continue;
    const word = words[number] as string;
    const score = count / (word.length + 1);
    const isBetter = (at: number) =>
      score > (scores[at] as number) || (score === scores[at] && word < (best[at] as string));
    if (best.length === most && !isBetter(most - 1)) continue;
    let at = best.length;
    while (at > 0 && isBetter(at - 1)) at--;
    best.splice(at, 0, word);
    scores.splice(at, 0, score);
    if (best.length > most) {
      best.pop();
      scores.pop();
    }
  }
  return best;
}

/** The number of the first word with at least so many letters. */
function firstOfLength(words: readonly string[], length: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as string).length < length) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstFrom(list: Uint32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
