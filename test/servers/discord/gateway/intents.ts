import type { Application, PrivilegedIntent } from '../application.ts';

export const intent = {
  Guilds: 1 << 0,
  GuildMembers: 1 << 1,
  GuildPresences: 1 << 8,
  GuildMessages: 1 << 9,
  GuildMessageReactions: 1 << 10,
  GuildMessageTyping: 1 << 11,
  DirectMessages: 1 << 12,
  DirectMessageReactions: 1 << 13,
  DirectMessageTyping: 1 << 14,
  MessageContent: 1 << 15,
} as const;

const assignedBits = [...Array(17).keys(), 20, 21, 24, 25];
const everyIntent = assignedBits.reduce((all, bit) => all | (1 << bit), 0);

const privileged: readonly PrivilegedIntent[] = ['MessageContent', 'GuildMembers', 'GuildPresences'];

/** The code to close the connection with, if these intents cannot be had. */
export function intentsProblem(
  intents: unknown,
  { privilegedIntents }: Application,
): 4013 | 4014 | undefined {
  if (typeof intents !== 'number' || !Number.isInteger(intents) || intents < 0) return 4013;
  if ((intents & ~everyIntent) !== 0 || intents > everyIntent) return 4013;
  const forbidden = privileged.some((name) => (intents & intent[name]) !== 0 && !privilegedIntents.has(name));
  return forbidden ? 4014 : undefined;
}
