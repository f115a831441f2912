import type { RespondArguments } from '@slack/bolt';
import { postBytes } from './post-bytes.ts';

/** The way back from a command or a press: good for half an hour and five messages, also where the bot is no member. */
export type Respond = (message: RespondArguments) => Promise<void>;

const timeoutMs = 10_000;

/** As Bolt's own, with an end to its patience, and for forms too, whose command came earlier. */
export const respondTo =
  (url: string): Respond =>
  (message) =>
    postBytes(url, { contentType: 'application/json', body: JSON.stringify(message), timeoutMs });
