import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Question } from '../../../desk/question.ts';
import { maskPersonal } from '../../../privacy/mask.ts';
import { discordWording } from '../discord-wording.ts';
import type { Spot } from '../hearing/spot.ts';
import { component } from '../render/component.ts';
import type { MessageBody } from './message-body.ts';

/** A paste that shows somebody's addresses, as the id of the button that deletes it. */
export interface HideTarget {
  readonly asker: string;
  readonly channel: string;
  readonly message: string;
}

const idShape = /^hdhide:(\d+):(\d+):(\d+)$/;

export function hideTargetIn(customId: string): HideTarget | undefined {
  const [, asker, channel, message] = idShape.exec(customId) ?? [];
  return asker && channel && message ? { asker, channel, message } : undefined;
}

/** The message with the button, where the question shows addresses to everyone. */
export function withHideButton(
  body: MessageBody,
  { text, attachments, asker, place }: Question,
  { channel, message }: Spot,
): MessageBody {
  const texts = [text, ...attachments.map((one) => one.text)];
  if (place.private || texts.every((one) => maskPersonal(one) === one)) return body;
  const button = {
    type: component.button,
    style: component.secondary,
    label: discordWording.hide.button,
    custom_id: `hdhide:${asker.id}:${channel}:${message}`,
  } as const;
  return {
    ...body,
    components: body.components.map((top) =>
      top.type === component.container
        ? { ...top, components: [...top.components, { type: component.actionRow, components: [button] }] }
        : top,
    ),
  };
}

/** The message without it. */
export function withoutHideButton(
  components: readonly APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] {
  return components.map((top) =>
    top.type === component.container
      ? { ...top, components: top.components.filter((part) => !hasHideButton(part)) }
      : top,
  );
}

function hasHideButton(part: object): boolean {
  const buttons = 'components' in part && Array.isArray(part.components) ? part.components : [];
  return buttons.some(({ custom_id: id }: { custom_id?: string }) => id !== undefined && idShape.test(id));
}

/** `after` with the button, where it was there before. */
export function keepingHideButton(
  before: readonly APIMessageTopLevelComponent[],
  after: readonly APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] {
  const rows = before.flatMap((top) =>
    top.type === component.container ? top.components.filter((part) => hasHideButton(part)) : [],
  );
  return after.map((top) =>
    top.type === component.container ? { ...top, components: [...top.components, ...rows] } : top,
  );
}
