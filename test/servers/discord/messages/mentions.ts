import { type Json, listOf, recordOf, recordsOf, textOf } from '../../slack/json.ts';
import type { Channel } from '../world/channel.ts';
import { may } from '../world/permissions.ts';
import type { World } from '../world/world.ts';

export interface Mentions {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** `allowed_mentions` as sent, or what stands in for it. */
export interface AllowedMentions {
  readonly parse: ReadonlySet<string>;
  readonly users: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly repliedUser: boolean;
}

const everything = new Set(['users', 'roles', 'everyone']);

/** Without `allowed_mentions` a plain message may ping everything, an interaction's answer only users. */
export function allowedMentions(sent: unknown, forInteraction = false): AllowedMentions {
  const none = new Set<string>();
  if (sent === undefined || sent === null)
    return {
      parse: forInteraction ? new Set(['users']) : everything,
      users: none,
      roles: none,
      repliedUser: true,
    };
  const { parse, users, roles, replied_user } = recordOf(sent);
  return {
    parse: new Set(listOf(parse).map(textOf)),
    users: new Set(listOf(users).map(textOf)),
    roles: new Set(listOf(roles).map(textOf)),
    repliedUser: replied_user === true,
  };
}

/** All text that can mention: the content and, in Components V2, every text display. */
export function mentioningText(content: string, components: readonly Json[]): string {
  const displayed = (component: Json): string[] => [
    component.type === 10 ? textOf(component.content) : '',
    ...recordsOf(component.components).flatMap(displayed),
  ];
  return [content, ...components.flatMap(displayed)].join('\n');
}

const withoutCode = (text: string) => text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');
const idsIn = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, id]) => id ?? '')),
];

export function parseMentions(
  world: World,
  channel: Channel,
  authorId: string,
  text: string,
  allowed: AllowedMentions,
): Mentions {
  const spoken = withoutCode(text);
  const roles = world.guildOf(channel)?.roles;
  const mayMentionAll = may(world, channel, authorId, 'MentionEveryone');
  const users = idsIn(spoken, /<@!?(\d+)>/g).filter(
    (id) => world.users.has(id) && (allowed.parse.has('users') || allowed.users.has(id)),
  );
  const named = idsIn(spoken, /<@&(\d+)>/g).filter(
    (id) => roles?.has(id) && (allowed.parse.has('roles') || allowed.roles.has(id)),
  );
  const everyone = /@(?:everyone|here)\b/.test(spoken) && allowed.parse.has('everyone') && mayMentionAll;
  return { users, roles: named, everyone };
}
