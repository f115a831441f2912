import type { MailError } from '../bounce/mail-error.ts';
import type { Library } from '../knowledge/library.ts';
import { wordsBeside } from '../knowledge/own-words.ts';
import type { Hints } from '../knowledge/search.ts';

/** The articles that answer the errors read from a text. */
export function hintsFrom(
  text: string,
  errors: readonly MailError[],
  library: Library,
  language?: string,
): Hints {
  const slugs = (some: readonly MailError[]) =>
    new Set(some.map((error) => answeringError(error, library, language)?.article.slug ?? ''));
  const exact = slugs(errors.filter(isExact));
  // Where a machine names its reason and nobody asks anything, the article on reading bounces has nothing to add.
  const general = library.answering('unknown', language)?.article.slug;
  const named = exact.size > 0 && wordsOfPerson(text, errors) === undefined;
  const ruledOut = named && general && !exact.has(general) ? new Set([general]) : undefined;
  return { answered: slugs(errors), exact, ...(ruledOut ? { ruledOut } : {}) };
}

/** What the person wrote beside what these errors were read from; `undefined` when next to nothing. */
export const wordsOfPerson = (text: string, errors: readonly MailError[]) =>
  wordsBeside(
    errors.flatMap(({ phrase }) => phrase?.start ?? []),
    text,
  );

/** The article for an error: by the mail program's exact code first, then by the reason. */
export function answeringError({ clientCode, reason }: MailError, library: Library, language?: string) {
  return (clientCode && library.answering(clientCode, language)) || library.answering(reason, language);
}

/**
 * Something only a machine says: an enhanced status code, a mail program's code, a count, or words that decide beside
 * a code, a server or a recipient. Anything less may be the customer's own words ("my quota is full", "error 500"),
 * which are weighed with all the others.
 */
export function isExact(error: MailError): boolean {
  const { reason, phrase, replyCode, statusCode, clientCode, count, remoteHost, recipients, speaker } = error;
  if (reason === 'unknown') return false;
  if ((statusCode ?? clientCode ?? count) !== undefined || reason === 'defer-fail-limit') return true;
  if (phrase === undefined) return false;
  return (replyCode ?? remoteHost) !== undefined || (recipients.length > 0 && speaker !== 'unknown');
}
