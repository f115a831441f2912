import assert from 'node:assert/strict';
import { catalogue } from '../../../bot/desk/orders/catalogue.ts';
import type { OrderEntry } from '../../../bot/desk/orders/order.ts';
import { recordOf, recordsOf, textOf } from '../../servers/slack/json.ts';
import type { Message } from '../../servers/slack/messages.ts';
import { controlsOf } from '../../servers/slack/person/controls.ts';
import { elementValue } from '../../servers/slack/person/form-values.ts';
import type { SlackServer } from '../../servers/slack/server.ts';
import type { View } from '../../servers/slack/views.ts';
import type { Channel, User } from '../../servers/slack/workspace.ts';
import type { Form, Said, Shown, StaffOrder } from '../contract/stage.ts';

/** A message as a reader sees it. */
export function shownOf(message: Message, words: string): Shown {
  const rows = (message.blocks ?? []).filter((block) => block.type === 'actions');
  const buttons = rows.flatMap((row) =>
    recordsOf(row.elements).map((one) => textOf(recordOf(one.text).text)),
  );
  return { id: message.ts, text: words, buttons, ...enclosedIn(message) };
}

/** The text of a slash command: what is behind the order's first word, people as one types them. */
export function commandText(name: string, values: Readonly<Record<string, string>>): string {
  const [, ...rest] = name.split(' ');
  const order: OrderEntry | undefined = catalogue.find((one) => one.name === name);
  const written = (order?.fields ?? []).flatMap((field) => {
    const value = values[field.name];
    return value === undefined ? [] : [field.kind === 'person' ? `@${value}` : value];
  });
  return [...rest, ...written].join(' ');
}

/** Pictures by the words that stand for them, files by their names. */
function enclosedIn({ files = [] }: Message): Pick<Shown, 'picture' | 'file'> {
  const [file] = files;
  if (!file) return {};
  return textOf(file.mimetype).startsWith('image/')
    ? { picture: textOf(file.alt_txt) }
    : { file: textOf(file.name) };
}

/** What its fields hold, chosen things by what a reader sees of them. */
export function formIn(view: View): Form {
  const fields = controlsOf(view).map(({ block, element }) => {
    const held =
      view.values[textOf(block.block_id)]?.[textOf(element.action_id)] ?? elementValue(element, undefined);
    const { value, selected_user, selected_conversation, selected_option } = held;
    const chosen = textOf(recordOf(recordOf(selected_option).text).text);
    return [
      textOf(recordOf(block.label).text),
      [value, selected_user, selected_conversation].map(textOf).join('') || chosen,
    ];
  });
  return { title: textOf(recordOf(view.json.title).text), fields: Object.fromEntries(fields) };
}

export function acted({ ok, error }: { ok: boolean; error?: string }): void {
  assert.ok(ok, `Slack showed the person: ${error}`);
}

/** What staff want of the knowledge base, in whatever way Slack has for it. */
export async function give(
  server: SlackServer,
  user: User,
  channel: Channel,
  order: StaffOrder,
  messageOf: (said: Said) => Message,
): Promise<void> {
  const guest = user.teamId !== server.team.id;
  if (guest) {
    // Slack offers them none of the app's commands and menus, but they can write.
    server.say(user, channel, `<@${server.bot.id}> gaps`);
    return;
  }
  if ('search' in order) return acted(await server.slash(user, channel, '/kb', `search ${order.search}`));
  if ('show' in order) return acted(await server.slash(user, channel, '/kb', `show ${order.show}`));
  if ('gaps' in order) return acted(await server.slash(user, channel, '/kb', 'gaps'));
  if ('why' in order) return acted(await server.shortcut(user, messageOf(order.why), 'hd_why'));
  acted(await server.shortcut(user, messageOf(order.below), 'hd_answer'));
  const before = server.ephemerals(user).length;
  await server.until(
    () => server.view(user) ?? server.ephemerals(user).length > before,
    'a form or a refusal',
  );
  const form = server.view(user);
  if (form) acted(await server.submitView(user, form, { hd_article: order.post }));
}
