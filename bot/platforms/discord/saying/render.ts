import type { Reply } from '../../../desk/reply.ts';
import type { Kit } from '../discord-parts.ts';
import { shortKey } from '../question-key.ts';
import { toDiscordMessage } from '../render/to-discord-message.ts';
import type { MessageBody } from './discord-calls.ts';

export interface RenderFor {
  /** Who may press the buttons. */
  readonly asker: string;
  /** The question's key, for the buttons; absent where there is none. */
  readonly key?: string | undefined;
  readonly staff?: boolean;
}

export function render(
  { linkOf }: Pick<Kit, 'linkOf'>,
  reply: Reply,
  { asker, key, staff = false }: RenderFor,
): MessageBody {
  const question = key === undefined ? {} : { question: shortKey(key) };
  const { flags, components } = toDiscordMessage(reply, { linkOf, asker, staff, ...question });
  return { flags, components };
}
