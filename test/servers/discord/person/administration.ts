import type { Backend } from '../backend.ts';
import type { Channel, Overwrite } from '../world/channel.ts';
import type { Guild, Role, User } from '../world/guild.ts';
import { bitsOf, type Permission } from '../world/permissions.ts';
import { idOf, type NewChannel, type NewUser, type Ref } from '../world/world.ts';

/** What administrators do, or what is simply so; the app is told as Discord tells it. */
export function createAdministration(backend: Backend, botPermissions: readonly Permission[]) {
  const { world, announce, changes } = backend;

  const guildOf = (channel: Channel): Guild => {
    const guild = world.guildOf(channel);
    if (!guild) throw new Error('that channel is in no server');
    return guild;
  };

  /** With a role of its own, as Discord gives every bot. */
  function admitBot(guild: Guild): void {
    const role = world.addRole(backend.application.name, botPermissions, { guild, managed: true });
    world.join(guild, world.bot, [role]);
    announce.guildJoined(guild);
    changes.note();
  }

  function overwrite(channel: Channel, who: Ref, change: (of: Overwrite) => void): void {
    const id = idOf(who);
    const isRole = guildOf(channel).roles.has(id);
    let known = channel.overwrites.find((of) => of.id === id);
    if (!known) {
      known = { id, type: isRole ? 0 : 1, allow: 0n, deny: 0n };
      channel.overwrites.push(known);
    }
    change(known);
    announce.channelUpdated(channel);
    changes.note();
  }

  return {
    admitBot,
    addGuild: (name: string, { withBot = true } = {}): Guild => {
      const guild = world.addGuild(name);
      if (withBot) admitBot(guild);
      return guild;
    },
    removeBot: (guild: Guild): void => {
      announce.guildLeft(guild);
      guild.members.delete(world.bot.id);
      changes.note();
    },
    addUser: (user: NewUser): User => {
      const added = world.addUser(user);
      for (const guild of world.guilds.values()) {
        const member = guild.members.get(added.id);
        if (member) announce.memberChanged('ADD', guild, member);
      }
      return added;
    },
    addRole: (
      name: string,
      permissions: readonly Permission[] = [],
      { guild = world.home, mentionable = false } = {},
    ): Role => {
      const role = world.addRole(name, permissions, { guild, mentionable });
      announce.roleChanged('CREATE', guild, role);
      return role;
    },
    addChannel: (channel: NewChannel): Channel => {
      const added = world.addChannel(channel);
      announce.channelCreated(added);
      return added;
    },
    giveRole: (user: User, role: Role, guild = world.home): void => {
      const member = guild.members.get(user.id);
      if (!member) throw new Error(`${user.name} is not in ${guild.name}`);
      member.roles.add(role.id);
      announce.memberChanged('UPDATE', guild, member);
    },
    takeRole: (user: User, role: Role, guild = world.home): void => {
      const member = guild.members.get(user.id);
      if (!member?.roles.delete(role.id)) throw new Error(`${user.name} does not have ${role.name}`);
      announce.memberChanged('UPDATE', guild, member);
    },
    leave: (user: User, guild = world.home): void => {
      guild.members.delete(user.id);
      announce.memberLeft(guild, user.id);
    },
    /** For a role, a member or (the server's own id) everyone. */
    allow: (channel: Channel, who: Ref, permissions: readonly Permission[]): void =>
      overwrite(channel, who, (of) => {
        of.allow |= bitsOf(permissions);
        of.deny &= ~bitsOf(permissions);
      }),
    deny: (channel: Channel, who: Ref, permissions: readonly Permission[]): void =>
      overwrite(channel, who, (of) => {
        of.deny |= bitsOf(permissions);
        of.allow &= ~bitsOf(permissions);
      }),
    setPermissions: (role: Role, permissions: readonly Permission[], guild = world.home): void => {
      role.permissions = bitsOf(permissions);
      announce.roleChanged('UPDATE', guild, role);
    },
    deleteChannel: (channel: Channel): void => {
      world.channels.delete(channel.id);
      if (channel.thread) announce.threadDeleted(channel);
      else announce.channelDeleted(channel);
      changes.note();
    },
  };
}
