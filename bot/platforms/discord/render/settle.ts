import type { APIMessageTopLevelComponent } from 'discord.js';
import { oneLine, shorten } from '../../../markdown/visible-text.ts';
import { keepingFiles } from './attach.ts';
import { component } from './component.ts';
import { escaped } from './escape.ts';
import { text } from './to-discord-message.ts';

/**
 * The components of a message that was posted, with `line` in place of its buttons. It works on the components that
 * come with the press, so nothing has to be remembered.
 */
export function settled(
  components: readonly APIMessageTopLevelComponent[],
  line: string,
): APIMessageTopLevelComponent[] {
  const said = text(`-# ${escaped(shorten(oneLine(line), 140) || '…')}`);
  return keepingFiles(components).map((top) => {
    if (top.type !== component.container) return top;
    return {
      ...top,
      components: [...top.components.filter((part) => part.type !== component.actionRow), said],
    };
  });
}
