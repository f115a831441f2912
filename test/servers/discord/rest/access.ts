import type { Backend } from '../backend.ts';
import type { Message } from '../messages/message.ts';
import { type Channel, channelType, isThread } from '../world/channel.ts';
import type { Guild } from '../world/guild.ts';
import { may, type Permission } from '../world/permissions.ts';
import { type Call, param } from './call.ts';
import { refuse } from './refusal.ts';

/** The channel in the path, if the bot sees it. */
export function visibleChannel(call: Call, name = 'channel'): Channel {
  const { world } = call.backend;
  const channel = world.channels.get(param(call, name)) ?? refuse(10003);
  return may(world, channel, world.bot.id, 'ViewChannel') ? channel : refuse(50001);
}

export function botMay({ world }: Backend, channel: Channel, permission: Permission): boolean {
  return may(world, channel, world.bot.id, permission);
}

export function need(backend: Backend, channel: Channel, ...permissions: readonly Permission[]): void {
  for (const permission of permissions) if (!botMay(backend, channel, permission)) refuse(50013);
}

/** The message in the path; ephemeral ones are not found this way. */
export function messageIn({ backend, ...call }: Call, channel: Channel): Message {
  const message = backend.messages.find(channel.id, param({ backend, ...call }, 'message'));
  return message && message.ephemeralFor === undefined ? message : refuse(10008);
}

export function guildOf(call: Call): Guild {
  const { world } = call.backend;
  const guild = world.guilds.get(param(call, 'guild')) ?? refuse(10004);
  return guild.members.has(world.bot.id) ? guild : refuse(50001);
}

/** What stands in the way of the bot's writing there, if anything. */
export function checkWritable(backend: Backend, channel: Channel): void {
  const { world } = backend;
  if (channel.type === channelType.forum) refuse(50008);
  if (channel.type === channelType.dm) {
    const other = channel.recipients.find(({ id }) => id !== world.bot.id);
    const shared = [...world.guilds.values()].some(
      ({ members }) => members.has(other?.id ?? '') && members.has(world.bot.id),
    );
    if (!shared && !other?.installedApp) refuse(50278);
    if (!other?.acceptsDms) refuse(50007);
    return;
  }
  const inThread = isThread(channel);
  need(backend, channel, inThread ? 'SendMessagesInThreads' : 'SendMessages');
  if (inThread && channel.thread.locked && !botMay(backend, channel, 'ManageThreads')) refuse(160005);
}
