import { randomBytes } from 'node:crypto';
import { type Json, withoutUndefined } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { attachmentLimit } from '../messages/attachments.ts';
import type { Message } from '../messages/message.ts';
import { messageJson } from '../messages/message-json.ts';
import type { Channel } from '../world/channel.ts';
import { channelJson } from '../world/channel-json.ts';
import type { User } from '../world/guild.ts';
import { memberJson, userJson } from '../world/guild-json.ts';
import { permissionsIn } from '../world/permissions.ts';
import type { NewInteraction } from './interactions.ts';

export interface Act {
  readonly type: number;
  readonly name: string;
  readonly user: User;
  readonly channel: Channel;
  readonly data: Json;
  /** The message whose component was used, or from which the modal came. */
  readonly message?: Message | undefined;
}

/** Whose installation the app acts by: `0` the server's, `1` the user's own. */
export function ownersOf({ world }: Backend, user: User, channel: Channel): Record<string, string> {
  const inGuild = world.guildOf(channel)?.members.has(world.bot.id);
  const sharesGuild = [...world.guilds.values()].some(
    ({ members }) => members.has(user.id) && members.has(world.bot.id),
  );
  const byServer = channel.guildId === undefined ? sharesGuild : inGuild;
  return {
    ...(byServer ? { '0': channel.guildId ?? '0' } : {}),
    ...(user.installedApp ? { '1': user.id } : {}),
  };
}

function placeJson({ world }: Backend, user: User, channel: Channel): Json {
  const guild = world.guildOf(channel);
  const permissions = String(permissionsIn(world, channel, user.id));
  const base = {
    channel_id: channel.id,
    channel: { ...channelJson(world, channel), permissions },
    app_permissions: String(permissionsIn(world, channel, world.bot.id)),
    locale: user.locale,
  };
  if (!guild) return { ...base, user: userJson(user), context: 1 };
  const member = guild.members.get(user.id);
  return {
    ...base,
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: member ? { ...memberJson(member), permissions, unusual_dm_activity_until: null } : undefined,
    context: 0,
  };
}

export function newInteraction(backend: Backend, act: Act): NewInteraction {
  const { ids, application } = backend;
  const { type, user, channel, message, data } = act;
  const [id, token] = [ids.next(), randomBytes(96).toString('base64url')];
  const owners = ownersOf(backend, user, channel);
  const payload = withoutUndefined({
    id,
    token,
    type,
    version: 1,
    application_id: application.id,
    data,
    // A message the app acts on is given to it whole, whatever its intents.
    message: message ? messageJson(backend, message, { withContent: true }) : undefined,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: owners,
    attachment_size_limit: attachmentLimit,
    ...placeJson(backend, user, channel),
  });
  const onlyUserInstalled = !('0' in owners);
  return { id, token, type, name: act.name, user, channel, payload, message, onlyUserInstalled };
}
