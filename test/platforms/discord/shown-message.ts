import type { Message } from '../../servers/discord/messages/message.ts';
import { everyComponent } from '../../servers/discord/payload-rules/controls.ts';
import { shownText } from '../../servers/discord/shown-text.ts';
import { recordsOf, textOf } from '../../servers/slack/json.ts';
import type { Shown } from '../contract/stage.ts';
import { readDiscord } from './render/discord-reader.ts';

/** A message as Discord's client shows it. */
export function shownMessage(message: Message): Shown {
  const all = everyComponent(message.components);
  const buttons = all.filter(({ type }) => type === 2);
  const [picture] = all.filter(({ type }) => type === 12).flatMap(({ items }) => recordsOf(items));
  const file = all.find(({ type }) => type === 13);
  return {
    id: message.id,
    text: readDiscord(shownText(message)).text,
    buttons: buttons.map(({ label }) => textOf(label)),
    ...(picture ? { picture: textOf(picture.description) } : {}),
    ...(file ? { file: textOf(file.name) } : {}),
  };
}
