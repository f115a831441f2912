import type { Json } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { type Attachment, attachmentLimit, type NewFile } from '../messages/attachments.ts';
import type { Message } from '../messages/message.ts';
import { messageJson } from '../messages/message-json.ts';
import type { Channel } from '../world/channel.ts';
import { channelJson } from '../world/channel-json.ts';
import { partialMemberJson, roleJson, userJson } from '../world/guild-json.ts';
import { permissionsIn } from '../world/permissions.ts';
import { idOf, type Ref } from '../world/world.ts';

export const isFile = (value: unknown): value is NewFile =>
  typeof value === 'object' && value !== null && 'content' in value && 'name' in value;

/** Collects the users, roles, channels, messages and files a person picks, as `resolved` hands them to the app. */
export function createResolved(backend: Backend, place: Channel) {
  const { world } = backend;
  const found: Record<string, Json> = {};
  const put = (kind: string, id: string, json: Json): string => {
    found[kind] = { ...found[kind], [id]: json };
    return id;
  };

  function user(id: string): string | undefined {
    const known = world.users.get(id);
    if (!known) return undefined;
    const member = world.memberOf(place, id);
    if (member) {
      const { deaf, mute, ...partial } = partialMemberJson(member);
      put('members', id, { ...partial, permissions: String(permissionsIn(world, place, id)) });
    }
    return put('users', id, userJson(known));
  }

  function role(id: string): string | undefined {
    const known = world.guildOf(place)?.roles.get(id);
    return known && put('roles', id, roleJson(known));
  }

  function channel(id: string): string | undefined {
    const known = world.channels.get(id);
    const permissions = String(known ? permissionsIn(world, known, world.bot.id) : 0);
    return known && put('channels', id, { ...channelJson(world, known), permissions });
  }

  return {
    /** The id of a user, role or channel; throws when it is none of these kinds. */
    entity: (ref: Ref, kinds: readonly ('user' | 'role' | 'channel')[]): string => {
      const id = idOf(ref);
      for (const kind of kinds) {
        const taken = { user, role, channel }[kind](id);
        if (taken !== undefined) return taken;
      }
      throw new Error(`${id} is no ${kinds.join(' or ')}`);
    },
    message: (message: Message): string =>
      put('messages', message.id, messageJson(backend, message, { withContent: true })),
    file: (file: NewFile): string => {
      const stored: Attachment = backend.attachments.add(file, place.id, { ephemeral: true });
      if (stored.content.length > attachmentLimit)
        throw new Error(`${file.name} is larger than Discord takes`);
      return put('attachments', stored.id, backend.attachments.json(stored));
    },
    json: (): { resolved?: Json } => (Object.keys(found).length > 0 ? { resolved: found } : {}),
  };
}

export type Resolved = ReturnType<typeof createResolved>;
