import { setImmediate } from 'node:timers/promises';
import PostalMime, { type Attachment, type Email } from 'postal-mime';

/** Headers that say what kind of message it is; the rest is routing. */
const tellingHeaders = new Set([
  'subject',
  'auto-submitted',
  'x-autoreply',
  'x-autorespond',
  'precedence',
  'x-failed-recipients',
]);

const reportTypes = new Set([
  'message/delivery-status',
  'message/global-delivery-status',
  'message/feedback-report',
]);
const messageTypes = new Set(['message/rfc822', 'message/global']);
const headerTypes = new Set(['text/rfc822-headers', 'message/global-headers']);

const deepest = 4;
/** As much of a message as is looked at, and as much as is read of that: the parser takes its time for every line. */
const longestLooked = 8_000_000;
const longestRead = 160_000;
const mostLines = 2500;
/** Lines that may begin a part; the parser makes much of each. */
const mostBoundaries = 200;
/** Lines of encoded content in a row that may be text; behind them it is a picture or a document. */
const mostEncoded = 400;
const encodedLine = /^[A-Za-z0-9+/]{60,}={0,2}\r?$/;

const headerLine =
  /^(?:return-path|received|from|to|date|message-id|mime-version|content-type|subject|delivered-to|x-[a-z0-9-]+|dkim-signature|authentication-results|auto-submitted|reply-to|envelope-to|delivery-date|arc-[a-z-]+|thread-[a-z]+|content-[a-z-]+|sender|cc|references|in-reply-to|precedence|user-agent|importance|list-[a-z-]+):/i;
const certainHeader =
  /^(?:return-path|received|message-id|mime-version|content-type|delivered-to|dkim-signature):/i;

/** Whether a text is a raw message (RFC 5322) with its headers: an `.eml` file or the "source" of a mail program. */
export function looksLikeMessage(text: string): boolean {
  const lines = text.slice(0, 20_000).trimStart().split(/\r?\n/, 60);
  let headers = 0;
  let certain = 0;
  for (const [number, line] of lines.entries()) {
    if (line === '') break;
    if (number > 0 && /^[ \t]/.test(line)) continue;
    if (number === 0 && line.startsWith('From ')) continue;
    if (!/^[!-9;-~]{1,80}:/.test(line)) return false;
    if (headerLine.test(line)) headers++;
    if (certainHeader.test(line)) certain++;
  }
  return headers >= 3 && certain >= 1;
}

function textOfPart({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

function headersOf({ headers, subject }: Email): string {
  return headers
    .filter(({ key }) => tellingHeaders.has(key))
    .map(({ key, originalKey, value }) => `${originalKey}: ${key === 'subject' ? (subject ?? value) : value}`)
    .join('\n');
}

/** The message without the bulk of its attachments. */
function worthReading(message: string): string {
  const end = Math.min(message.length, longestLooked);
  const kept: string[] = [];
  let [length, encoded, boundaries] = [0, 0, 0];
  for (let from = 0; from < end && length < longestRead && kept.length < mostLines; ) {
    const lineEnd = message.indexOf('\n', from);
    const line = message.slice(from, Math.min(lineEnd < 0 ? end : lineEnd, from + longestRead - length));
    from = lineEnd < 0 ? end : lineEnd + 1;
    if (line.startsWith('--') && ++boundaries > mostBoundaries) break;
    encoded = encodedLine.test(line) ? encoded + 1 : 0;
    if (encoded > mostEncoded) {
      const next = message.indexOf('\n--', from - 1);
      from = next < 0 ? end : next + 1;
      encoded = 0;
      continue;
    }
    kept.push(line);
    length += line.length + 1;
  }
  return kept.join('\n');
}

async function textOf(raw: string | Uint8Array, depth: number): Promise<string> {
  const email = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  const reports = email.attachments.filter(({ mimeType }) => reportTypes.has(mimeType));
  const nested = email.attachments.filter(({ mimeType }) => messageTypes.has(mimeType));
  const parts = [headersOf(email), email.text ?? email.html ?? '', ...reports.map(textOfPart)];
  if (reports.length > 0) {
    // What came back is the customer's own mail: only its headers, and marked as such.
    for (const part of email.attachments
      .filter(({ mimeType }) => headerTypes.has(mimeType))
      .concat(nested)
      .slice(0, 1)) {
      parts.push(`Original message headers:\n${textOfPart(part).split(/\r?\n\r?\n/, 1)[0] ?? ''}`);
    }
  } else if (depth < deepest) {
    // A bounce that the customer forwards as an attachment.
    for (const part of nested) parts.push(await textOf(textOfPart(part), depth + 1));
  }
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/**
 * What a raw message says: its telling headers, its text, its delivery or feedback report. The text as given when
 * it cannot be read as a message. Never rejects.
 */
export async function textOfMessage(raw: string | Uint8Array): Promise<string> {
  const given = typeof raw === 'string' ? raw : new TextDecoder().decode(raw);
  try {
    const message = worthReading(given.trimStart());
    const read = await textOf(message, 0);
    // The parser never lets others have their turn; whoever reads the text now takes the next one.
    await setImmediate();
    return read.trim() === '' ? given : read;
  } catch {
    return given;
  }
}
