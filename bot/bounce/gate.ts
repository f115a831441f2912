import type { Decision } from './decide.ts';
import type { Reading } from './reading.ts';

const enough = 3;

/** Whether the text is a mail error at all, and no question or small talk that shares words with one. */
export function isMailError(reading: Reading, decisions: readonly (Decision | undefined)[]): boolean {
  if (reading.clientCodes.length > 0) return true;
  let points = 0;
  if (reading.codes.some((code) => code.trust === 'sure')) points += 3;
  else if (reading.codes.length > 0) points += 2;
  const kinds = new Set(reading.markers.map((marker) => marker.kind));
  if (kinds.has('bounce')) points += 3;
  if (kinds.has('hint')) points += 1;
  if (kinds.has('question')) points -= 2;
  let words = 0;
  for (const decision of decisions) {
    if (decision?.phrase) words = Math.max(words, decision.phrase.weak ? 0 : Math.min(3, decision.phrase.weight - 1));
  }
  return points + words >= enough;
}
