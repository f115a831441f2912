import type { DiscordServer } from '../../servers/discord/server.ts';
import type { Channel } from '../../servers/discord/world/channel.ts';
import type { User } from '../../servers/discord/world/guild.ts';
import type { StaffOrder } from '../contract/stage.ts';
import { acted } from './acted.ts';

/** An administrator has let everybody see the commands: the bot itself must refuse. */
export const anybody = { allowed: true };

/** By its command. */
export async function giveStaffOrder(
  server: DiscordServer,
  user: User,
  channel: Channel,
  order: StaffOrder,
): Promise<void> {
  const kb = (name: string, values = {}) => server.slash(user, channel, `/kb ${name}`, values, anybody);
  if ('search' in order) return acted(await kb('search', { query: order.search }));
  if ('show' in order) return acted(await kb('show', { article: order.show }));
  if ('gaps' in order) return acted(await kb('gaps'));
  if ('why' in order)
    return acted(await server.slash(user, channel, '/why', { message: order.why.id }, anybody));
  acted(await kb('post', { article: order.post, below: order.below.id }));
}
