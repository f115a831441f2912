import type { Clock } from './clock.ts';
import { hex } from './ids.ts';
import type { Message } from './messages.ts';

export interface ResponseUrl {
  readonly userId: string;
  readonly teamId: string;
  readonly channelId: string;
  /** The message the person acted on; commands have none. */
  readonly message: Message | undefined;
  readonly bornMs: number;
  uses: number;
}

const lifeMs = 30 * 60 * 1000;
const usesLimit = 5;

export type ResponseUrls = ReturnType<typeof createResponseUrls>;

export function createResponseUrls(clock: Clock, baseUrl: () => string) {
  const urls = new Map<string, ResponseUrl>();
  return {
    issue: (
      kind: 'commands' | 'actions',
      of: Pick<ResponseUrl, 'userId' | 'teamId' | 'channelId' | 'message'>,
    ): string => {
      const path = `/${kind}/${of.teamId}/${urls.size + 1}/${hex(12)}`;
      urls.set(path, { ...of, bornMs: clock.nowMs(), uses: 0 });
      return `${baseUrl()}${path}`;
    },
    /** The URL, one use poorer; or the name of Slack's refusal. */
    use: (path: string): ResponseUrl | string => {
      const url = urls.get(path);
      if (!url) return 'invalid_url';
      if (clock.nowMs() - url.bornMs > lifeMs) return 'expired_url';
      if (url.uses >= usesLimit) return 'used_url';
      url.uses += 1;
      return url;
    },
  };
}
