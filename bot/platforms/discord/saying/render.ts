import type { Reply } from '../../../desk/reply.ts';
import type { Kit } from '../discord-parts.ts';
import { shortKey } from '../question-key.ts';
import { withFiles } from '../render/attach.ts';
import { toDiscordMessage } from '../render/to-discord-message.ts';
import type { MessageBody } from './message-body.ts';

export interface RenderFor {
  /** Who may press the buttons that judge; absent: anybody. */
  readonly asker?: string;
  /** The question's key, for the buttons; absent where there is none. */
  readonly key?: string | undefined;
  readonly staff?: boolean;
}

/** For everybody's eyes: without pictures and files. */
export function render(kit: Pick<Kit, 'linkOf'>, reply: Reply, who: RenderFor): MessageBody {
  const { flags, components } = messageOf(kit, reply, who);
  return { flags, components };
}

/** For a message that one person alone sees. */
export function renderAlone(kit: Pick<Kit, 'linkOf'>, reply: Reply, who: RenderFor): MessageBody {
  return withFiles(messageOf(kit, reply, who), reply);
}

function messageOf({ linkOf }: Pick<Kit, 'linkOf'>, reply: Reply, { asker, key, staff = false }: RenderFor) {
  return toDiscordMessage(reply, {
    ...{ linkOf, asker, staff },
    ...(key === undefined ? {} : { question: shortKey(key) }),
  });
}
