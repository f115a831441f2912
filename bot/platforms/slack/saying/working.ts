import type { webApi } from '@slack/bolt';
import { slackWording } from '../slack-wording.ts';

/** "is looking it up…" below the question, once it takes a moment. */
export interface Working {
  /**
   * Makes one try at posting the answer, which takes the line away. Not while the line is on its way: it would come
   * late and stand there for minutes.
   */
  post<Value>(send: () => Promise<Value>): Promise<Value>;
  /** No answer came: takes the line away. */
  clear(): Promise<void>;
}

export interface WorkingParts {
  readonly client: webApi.WebClient;
  readonly channel: string;
  readonly thread: string;
  readonly afterMs: number;
  onError(error: unknown): void;
}

export function showWorking({ client, channel, thread, afterMs, onError }: WorkingParts): Working {
  let shown: Promise<unknown> | undefined;
  let answered = false;
  let timer: NodeJS.Timeout | undefined;
  const set = (status: string) =>
    client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status }).catch(onError);
  const arm = () => {
    timer = setTimeout(() => {
      shown ??= set(slackWording.working);
    }, afterMs).unref();
  };
  const hold = async () => {
    clearTimeout(timer);
    await shown;
  };
  arm();
  return {
    async post(send) {
      await hold();
      try {
        const sent = await send();
        answered = true;
        return sent;
      } finally {
        if (!answered) arm();
      }
    },
    async clear() {
      await hold();
      if (shown && !answered) await set('');
    },
  };
}
