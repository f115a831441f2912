import type { MessageMentions } from 'discord.js';

type Names = Pick<MessageMentions, 'users' | 'roles' | 'channels'>;

/** What the person typed: Discord's tokens as text again. Mentions of `own` ids, the bot and its role, are left out. */
export function typedText(
  content: string,
  { users, roles, channels }: Names,
  own: ReadonlySet<string>,
): string {
  return content
    .replace(/<@[!&]?(\d{15,21})>/g, (_, id: string) => {
      if (own.has(id)) return '';
      return `@${users.get(id)?.username ?? roles.get(id)?.name ?? id}`;
    })
    .replace(/<#(\d{15,21})>/g, (_, id: string) => {
      const channel = channels.get(id);
      return `#${channel && 'name' in channel ? channel.name : id}`;
    })
    .replace(/<a?:(\w{1,40}):\d{15,21}>/g, ':$1:')
    .trim();
}

/** The same with everybody else's tokens kept: an order is about exactly whom it names. */
export function typedOrder(content: string, own: ReadonlySet<string>): string {
  return content.replace(/<@[!&]?(\d{15,21})>/g, (token, id: string) => (own.has(id) ? '' : token)).trim();
}

/** Whether it opens with a mention of somebody else: then it is theirs to answer. */
export function opensWithOther(content: string, own: ReadonlySet<string>): boolean {
  const [, id] = /^\s*<@[!&]?(\d+)>/.exec(content) ?? [];
  return id !== undefined && !own.has(id);
}
