/** Words `first` to `end` (not included) that are about one recipient, in order and apart from each other. */
export type Part = readonly { readonly first: number; readonly end: number }[];

/** The numbers of the part's words before `end`, in order. */
export function wordsIn(part: Part, end: number, visit: (at: number) => void): void {
  for (const piece of part) {
    for (let at = piece.first; at < Math.min(piece.end, end); at++) visit(at);
  }
}

/** Place of the first of a sorted list that is at this word or behind it. */
function firstFrom<One>(sorted: readonly One[], placeOf: (one: One) => number, word: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(sorted[middle] as One) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of a list sorted by their words that lie in the part. */
export function within<One>(sorted: readonly One[], part: Part, placeOf: (one: One) => number): One[] {
  const found: One[] = [];
  for (const { first, end } of part) {
    for (let at = firstFrom(sorted, placeOf, first); at < sorted.length; at++) {
      const one = sorted[at] as One;
      if (placeOf(one) >= end) break;
      found.push(one);
    }
  }
  return found;
}
