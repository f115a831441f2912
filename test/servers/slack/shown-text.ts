import { isRecord, textOf } from './json.ts';
import type { Message } from './messages.ts';

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isRecord(value)) return [];
  const own = value.type === 'user' ? [`<@${textOf(value.user_id)}>`] : [];
  for (const field of ['text', 'label', 'title', 'value', 'alt_text', 'hint', 'caption']) {
    const entry = value[field];
    if (typeof entry === 'string' && (field !== 'value' || value.type === 'raw_text')) own.push(entry);
  }
  return [...own, ...Object.values(value).flatMap(textsIn)];
}

type Shown = Pick<Message, 'text' | 'blocks' | 'attachments'>;

/** All the words a reader sees: those of the blocks where there are any, else the text. */
export function shownText(message: Shown): string {
  const blocks = textsIn([message.blocks ?? [], message.attachments ?? []]);
  return blocks.length > 0 ? blocks.join('\n') : message.text;
}

/** Whom the message would notify: user, group and broadcast tokens anywhere in it, as Slack parses them. */
export function pingsIn(message: Shown): string[] {
  const everything = [message.text, ...textsIn([message.blocks ?? [], message.attachments ?? []])].join('\n');
  const tokens = everything.matchAll(
    /<(?:@([UW][A-Z0-9]+)|!(subteam\^[A-Z0-9]+|here|channel|everyone))[^>]*>/g,
  );
  return [...new Set([...tokens].map(([, user, broadcast]) => user ?? broadcast ?? ''))];
}
