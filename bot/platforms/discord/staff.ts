import type { APIInteractionGuildMember, GuildMember } from 'discord.js';
import type { Person } from '../../desk/question.ts';
import type { Kit } from './discord-parts.ts';

export interface Someone {
  readonly user: { readonly id: string };
  /** As Discord sent them along: their roles now. Nobody is staff outside a server. */
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
