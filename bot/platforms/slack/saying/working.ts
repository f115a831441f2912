import type { webApi } from '@slack/bolt';
import { slackWording } from '../slack-wording.ts';

/** "is looking it up…" below the question, once it takes a moment. */
export interface Working {
  /** To be awaited before the answer is sent, which takes the line away. A late line would stand there for minutes. */
  settled(): Promise<void>;
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
  const set = (status: string) =>
    client.assistant.threads.setStatus({ channel_id: channel, thread_ts: thread, status }).catch(onError);
  const timer = setTimeout(() => {
    shown = set(slackWording.working);
  }, afterMs);
  timer.unref();
  return {
    async settled() {
      answered = true;
      clearTimeout(timer);
      await shown;
    },
    async clear() {
      clearTimeout(timer);
      await shown;
      if (shown && !answered) await set('');
    },
  };
}
