import type { Authorize as AuthorizeOf, AuthorizeResult } from '@slack/bolt';
import { InstallationsAway } from './kept-installations.ts';

export type Authorize = AuthorizeOf<boolean>;

/**
 * One look-up of a workspace's token at a time. It may refresh the token, a refresh token is good for one use, and
 * events come in swarms. `onAway`: nothing can be done about this event, and it is not known whether it concerns us.
 */
export function oneRefresh(authorize: Authorize, onAway: (body: object) => void): Authorize {
  const underWay = new Map<string, Promise<AuthorizeResult>>();
  return async (source, body) => {
    const key = `${source.enterpriseId ?? ''} ${source.teamId ?? ''}`;
    const going = underWay.get(key) ?? authorize(source);
    underWay.set(key, going);
    try {
      // A copy each: Bolt writes the event's user into what it gets.
      const { userId: _, ...result } = await going;
      return { ...result };
    } catch (error) {
      if (body && (error as { original?: unknown }).original instanceof InstallationsAway) onAway(body);
      throw error;
    } finally {
      if (underWay.get(key) === going) underWay.delete(key);
    }
  };
}
