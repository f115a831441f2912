/** Words `first` to `end` (not included) that are about one recipient, in order and apart from each other. */
export type Part = readonly { readonly first: number; readonly end: number }[];

export function inPart(part: Part, at: number): boolean {
  let low = 0;
  let high = part.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const piece = part[middle] as Part[number];
    if (at < piece.first) high = middle - 1;
    else if (at >= piece.end) low = middle + 1;
    else return true;
  }
  return false;
}
