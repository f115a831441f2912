import type { MailError } from '../bounce/mail-error.ts';
import { looksLikeMessage, textOfMessage } from '../bounce/message-text.ts';
import { maskPersonal } from '../privacy/mask.ts';
import type { Question } from './question.ts';

/** The asker's own words first, then what the attached files say. */
export async function textReadIn({ text, attachments }: Question): Promise<string> {
  const texts = [text, ...attachments.map((attachment) => attachment.text)];
  const read = await Promise.all(texts.map((one) => (looksLikeMessage(one) ? textOfMessage(one) : one)));
  return read.filter((one) => one.trim() !== '').join('\n\n');
}

const most = 4000;
/** Of what is longer: its beginning, and what stands around the words that decided. */
const part = { beginning: 1500, before: 800, after: 1600 };

/** As much of a text as is remembered, masked; with its errors, enough to read the first of them again. */
export function textKept(read: string, [error]: readonly MailError[] = []): string {
  const masked = maskPersonal(read);
  if (masked.length <= most) return masked;
  const decisive = error?.phrase === undefined ? -1 : masked.indexOf(error.phrase.text);
  if (decisive < most - part.before) return masked.slice(0, most);
  const around = masked.slice(decisive - part.before, decisive + part.after);
  return `${masked.slice(0, part.beginning)}\n…\n${around}`;
}
