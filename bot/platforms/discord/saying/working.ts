import type { Kit } from '../discord-parts.ts';

/** Discord shows that somebody is typing for ten seconds. */
const shownMs = 9000;

/** Looks as if the bot were typing, once the answer takes a moment. Gives the way to end it. */
export function showWorking({ calls, typingAfterMs, log }: Kit, channel: string): () => void {
  let timer: NodeJS.Timeout;
  const type = () => {
    calls.typing(channel).catch((error: unknown) => log.warn({ err: error }, 'discord_typing_failed'));
    timer = setTimeout(type, shownMs).unref();
  };
  timer = setTimeout(type, typingAfterMs).unref();
  return () => clearTimeout(timer);
}
