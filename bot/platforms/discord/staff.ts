import type { APIInteractionGuildMember, GuildMember } from 'discord.js';
import type { Person } from '../../desk/question.ts';
import type { Kit } from './discord-parts.ts';
import { refusalOf } from './saying/call-discord.ts';

export interface Someone {
  readonly user: { readonly id: string };
  /** As Discord sent them along: their roles now. Outside a server there are none, see `isStaffSomewhere`. */
  readonly member: GuildMember | APIInteractionGuildMember | null;
}

export function personOf({ staffRoles }: Pick<Kit, 'staffRoles'>, { user, member }: Someone): Person {
  const roles =
    member === null ? [] : Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
  return {
    platform: 'discord',
    // The same person on every server.
    workspace: '',
    id: user.id,
    staff: roles.some((role) => staffRoles.has(role)),
  };
}

/** Looks up the roles that somebody has now in the servers with staff. For direct conversations, where Discord sends none along. */
export async function isStaffSomewhere(
  { client, calls, staffRoles }: Pick<Kit, 'client' | 'calls' | 'staffRoles'>,
  user: string,
): Promise<boolean> {
  const servers = client.guilds.cache.filter(({ roles }) => roles.cache.some(({ id }) => staffRoles.has(id)));
  for (const { id } of servers.values()) {
    const roles = await calls.rolesOf(id, user).catch((error: unknown) => {
      // Not a member.
      if (refusalOf(error) === undefined) throw error;
      return [];
    });
    if (roles.some((role) => staffRoles.has(role))) return true;
  }
  return false;
}
