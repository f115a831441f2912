import type { Reading } from './reading.ts';
import { recipientHeads } from './recipients.ts';

/** The words that speak of one recipient, or of several that share them. */
export interface Section {
  readonly recipients: string[];
  /** The recipients head their part: none of them can be the sender. */
  readonly sure: boolean;
  readonly part: { first: number; end: number }[];
}

/** Where the returned message begins, if it is quoted at the end: its words are the customer's, not a server's. */
export function returnedFrom({ markers, words }: Reading): number {
  const from = markers.get('original')?.[0]?.first ?? words.length;
  const restart = markers.get('restart')?.at(-1)?.first ?? 0;
  return restart > from ? words.length : from;
}

/** One section a recipient; words before the first belong to all of them. */
export function sectionsOf(reading: Reading, end: number): Section[] {
  const byAddress = new Map<string, Section>();
  const heads = recipientHeads(reading, end);
  for (const [number, { address, from }] of heads.entries()) {
    const piece = { first: from, end: heads[number + 1]?.from ?? reading.words.length };
    const known = byAddress.get(address);
    const last = known?.part.at(-1);
    if (last?.end === from) last.end = piece.end;
    else if (known) known.part.push(piece);
    else byAddress.set(address, { recipients: [address], sure: true, part: [piece] });
  }
  return [...byAddress.values()];
}
