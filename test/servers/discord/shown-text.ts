import { type Json, recordOf, recordsOf, textOf } from '../slack/json.ts';
import type { Message } from './messages/message.ts';
import { everyComponent } from './payload-rules/controls.ts';

const wordsOf = (component: Json): string[] =>
  [component.content, component.label, component.placeholder, recordOf(component.file).name].map(textOf);

const embedWords = (embed: Json): string[] => [
  textOf(recordOf(embed.author).name),
  textOf(embed.title),
  textOf(embed.description),
  ...recordsOf(embed.fields).flatMap(({ name, value }) => [textOf(name), textOf(value)]),
  textOf(recordOf(embed.footer).text),
];

/** All the words a reader sees: content, embeds, text displays and what is written on buttons. */
export function shownText({
  content,
  embeds,
  components,
}: Pick<Message, 'content' | 'embeds' | 'components'>): string {
  const words = [content, ...embeds.flatMap(embedWords), ...everyComponent(components).flatMap(wordsOf)];
  return words.filter(Boolean).join('\n');
}

/** Whom the message notified: user and role ids, `everyone`. */
export const pingsIn = ({ mentions }: Pick<Message, 'mentions'>): string[] => [
  ...mentions.users,
  ...mentions.roles,
  ...(mentions.everyone ? ['everyone'] : []),
];
