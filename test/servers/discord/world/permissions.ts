import type { Channel } from './channel.ts';
import type { Guild } from './guild.ts';
import type { World } from './world.ts';

export const permissionBits = {
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  UseExternalEmojis: 1n << 18n,
  ManageRoles: 1n << 28n,
  UseApplicationCommands: 1n << 31n,
  ManageThreads: 1n << 34n,
  CreatePublicThreads: 1n << 35n,
  CreatePrivateThreads: 1n << 36n,
  SendMessagesInThreads: 1n << 38n,
  ModerateMembers: 1n << 40n,
  UseExternalApps: 1n << 50n,
  BypassSlowmode: 1n << 52n,
} as const;

export type Permission = keyof typeof permissionBits;

export const bitsOf = (permissions: readonly Permission[]): bigint =>
  permissions.reduce((bits, name) => bits | permissionBits[name], 0n);

const everything = (1n << 53n) - 1n;

/** What @everyone may do in a fresh server. */
export const ordinary: readonly Permission[] = [
  'AddReactions',
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'UseExternalEmojis',
  'UseApplicationCommands',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'UseExternalApps',
];

const inDirectMessages = bitsOf([...ordinary, 'MentionEveryone']);

function inGuild(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return everything;
  let bits = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) bits |= guild.roles.get(id)?.permissions ?? 0n;
  return bits & permissionBits.Administrator ? everything : bits;
}

function inChannel(guild: Guild, channel: Channel, userId: string): bigint {
  let bits = inGuild(guild, userId);
  if (bits === everything) return bits;
  const roles = guild.members.get(userId)?.roles ?? new Set();
  const apply = (matching: typeof channel.overwrites) => {
    for (const { deny } of matching) bits &= ~deny;
    for (const { allow } of matching) bits |= allow;
  };
  apply(channel.overwrites.filter(({ id }) => id === guild.id));
  apply(channel.overwrites.filter(({ id, type }) => type === 0 && roles.has(id)));
  apply(channel.overwrites.filter(({ id, type }) => type === 1 && id === userId));
  return bits & permissionBits.ViewChannel ? bits : 0n;
}

/** A thread has the permissions of the channel it is in; a private one is seen by those in it and by moderators. */
export function permissionsIn(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === undefined)
    return channel.recipients.some(({ id }) => id === userId) ? inDirectMessages : 0n;
  const guild = world.guilds.get(channel.guildId);
  if (!guild) return 0n;
  if (!channel.thread) return inChannel(guild, channel, userId);
  const parent = world.channels.get(channel.parentId ?? '');
  const bits = parent ? inChannel(guild, parent, userId) : 0n;
  const isPrivate = channel.type === 12;
  if (isPrivate && !channel.thread.members.has(userId) && !(bits & permissionBits.ManageThreads)) return 0n;
  return bits;
}

export const guildPermissions = inGuild;

export const may = (world: World, channel: Channel, userId: string, permission: Permission): boolean =>
  (permissionsIn(world, channel, userId) & permissionBits[permission]) !== 0n;
