import type { Readable } from 'node:stream';
import type { MailError } from '../bot/bounce/mail-error.ts';
import { looksLikeMessage, textOfMessage } from '../bot/bounce/message-text.ts';
import type { Diagnose, Diagnosis } from '../bot/desk/diagnosis.ts';

/** Longest text that is answered, in UTF-16 code units; a longer one gets an error on its line. */
const maxText = 1024 * 1024;
/** Longest line that is kept in memory, bytes. */
const maxLine = 16 * 1024 * 1024;

export interface FilterAnswer {
  readonly id: unknown;
  readonly decision: Diagnosis['decision'];
  readonly articles: readonly { slug: string; section: string | null; confidence: number }[];
  readonly handOff: string | null;
  readonly mailErrors: readonly Record<string, unknown>[];
  readonly elapsedMs: number;
}

/** Answers one text in the form that other programs rely on. */
export async function answerText(
  id: unknown,
  text: string,
  diagnose: Diagnose,
  directed: boolean,
): Promise<FilterAnswer> {
  const start = performance.now();
  const read = looksLikeMessage(text) ? await textOfMessage(text) : text;
  const { decision, findings, handOff, mailErrors } = diagnose(read, { directed });
  return {
    id,
    decision,
    articles: findings.map(({ article, section, confidence }) => ({
      slug: article.slug,
      section: section?.id || null,
      confidence: Math.round(confidence * 1000) / 1000,
    })),
    handOff: handOff?.slug ?? null,
    mailErrors: mailErrors.map(toRecord),
    elapsedMs: Math.round((performance.now() - start) * 1000) / 1000,
  };
}

/** Answers a line of the filter's input; whatever is wrong with it becomes an `error` on the line. */
export async function answerLine(line: string, diagnose: Diagnose, directed: boolean): Promise<object> {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return { id: null, error: 'the line is no JSON' };
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { id: null, error: 'the line is no JSON object' };
  const { id = null, text } = input as { id?: unknown; text?: unknown };
  if (typeof text !== 'string') return { id, error: 'text is missing or no string' };
  if (text.trim() === '') return { id, error: 'text is empty' };
  if (text.length > maxText) return { id, error: `text is longer than ${maxText} characters` };
  if (text.includes('\0')) return { id, error: 'text has NUL bytes' };
  try {
    return await answerText(id, text, diagnose, directed);
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The lines of a stream; one that is longer than the cap comes as an empty JSON-less line and is dropped. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let size = 0;
  const take = () => {
    const line = size > maxLine ? '' : Buffer.concat(parts).toString('utf8');
    parts = [];
    const tooLong = size > maxLine;
    size = 0;
    return tooLong ? 'a line too long to read' : line;
  };
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk as Buffer);
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      parts.push(bytes.subarray(from, at));
      size += at - from;
      from = at + 1;
      const line = take();
      if (line.trim() !== '') yield line;
    }
    const rest = bytes.subarray(from);
    size += rest.length;
    if (size <= maxLine && rest.length > 0) parts.push(rest);
    if (size > maxLine) parts = [];
  }
  const line = take();
  if (line.trim() !== '') yield line;
}

function toRecord(error: MailError): Record<string, unknown> {
  return {
    reason: error.reason,
    replyCode: error.replyCode ?? null,
    statusCode: error.statusCode ?? null,
    clientCode: error.clientCode ?? null,
    domain: error.domain ?? null,
    count: error.count ?? null,
    limit: error.limit ?? null,
    percent: error.percent ?? null,
    recipients: error.recipients,
    remoteHost: error.remoteHost ?? null,
    actor: error.actor,
    life: error.life,
    phrase: error.phrase?.text ?? null,
  };
}
