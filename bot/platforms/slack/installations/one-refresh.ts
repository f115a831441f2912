import type { AuthorizeResult } from '@slack/bolt';

type Authorize<Source> = (source: Source) => Promise<AuthorizeResult>;
interface Workspace {
  readonly teamId?: string | undefined;
  readonly enterpriseId?: string | undefined;
}

/**
 * One look-up of a workspace's token at a time. It may refresh the token, a refresh token is good for one use, and
 * events come in swarms.
 */
export function oneRefresh<Source extends Workspace>(authorize: Authorize<Source>): Authorize<Source> {
  const underWay = new Map<string, Promise<AuthorizeResult>>();
  return async (source) => {
    const key = `${source.enterpriseId ?? ''} ${source.teamId ?? ''}`;
    const going = underWay.get(key) ?? authorize(source);
    underWay.set(key, going);
    try {
      // A copy each: Bolt writes the event's user into what it gets.
      const { userId: _, ...result } = await going;
      return { ...result };
    } finally {
      if (underWay.get(key) === going) underWay.delete(key);
    }
  };
}
