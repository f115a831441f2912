import type { Message } from 'discord.js';
import { isComponentsV2 } from '../render/component.ts';
import { settled } from '../render/settle.ts';
import type { Act } from './act.ts';
import { keepingHideButton } from './hide-button.ts';

/** After `update`: the controls of the pressed message give way to the line; what hides a paste stays. */
export async function settleMessage(act: Act, { components }: Message, line: string): Promise<void> {
  const before = components.map((one) => one.toJSON());
  await act.edit({ flags: isComponentsV2, components: keepingHideButton(before, settled(before, line)) });
}
