import { readBounce } from '../../bounce/read-bounce.ts';
import { condense } from '../../knowledge/condense.ts';
import { type Word, wordsOf } from '../../knowledge/words.ts';

/** What a question is compared by. */
export type GapWords =
  /** A pasted error that a machine wrote: grouped by what the machine says, not by the words around it. */
  { readonly error: string } | { readonly words: readonly Word[] };

export function gapWordsOf(text: string): GapWords {
  // Without a code or a server beside them the words may be the customer's own.
  const error = readBounce(text).find(
    ({ reason, replyCode, statusCode, clientCode, remoteHost }) =>
      reason !== 'unknown' && (replyCode ?? statusCode ?? clientCode ?? remoteHost) !== undefined,
  );
  if (!error) return { words: wordsOf(condense(text)) };
  return { error: [error.reason, error.clientCode].filter((part) => part !== undefined).join(' ') };
}
