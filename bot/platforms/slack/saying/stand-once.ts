import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { DeskMemory } from '../../../desk/desk-memory.ts';
import type { ChannelPace } from './channel-pace.ts';
import { findPosted, type Post, postOnce } from './post-once.ts';

export interface Standing {
  readonly ts: string;
  /** This call posted it. */
  readonly isNew: boolean;
}

export interface StandOnceParts {
  readonly client: webApi.WebClient;
  readonly pace: ChannelPace;
  readonly memory: Pick<DeskMemory, 'claim' | 'holds' | 'finish' | 'letGo'>;
}

const lookEveryMs = 500;
const mostLooks = 20;

/**
 * Posts unless a message with that key stands there. A claim keeps two processes from looking and posting at the same
 * time; the mark on the message itself outlives claims and restarts.
 */
export async function standOnce({ client, pace, memory }: StandOnceParts, post: Post): Promise<Standing> {
  const claim = claimOn(post);
  if ((await memory.claim(claim)) === 'taken') return { ts: await awaited(client, post), isNew: false };
  try {
    const found = await findPosted(client, post);
    const posted =
      found ??
      (await postOnce(client, pace, post, async (send) =>
        (await memory.holds(claim)) ? send() : undefined,
      ));
    await memory.finish(claim);
    return {
      ts: posted ?? (await awaited(client, post)),
      isNew: found === undefined && posted !== undefined,
    };
  } catch (error) {
    memory.letGo(claim);
    throw error;
  }
}

/** Not one of the keys of questions, which are taken up again by what stands in them. */
function claimOn({ channel, thread = '', key }: Post): string {
  const digest = createHash('sha256').update([channel, thread, key].join('\n')).digest('hex');
  return `said:slack:${digest.slice(0, 32)}`;
}

/** Another process is at it, or was. */
async function awaited(client: webApi.WebClient, post: Post): Promise<string> {
  for (let look = 0; look < mostLooks; look++) {
    if (look > 0) await sleep(lookEveryMs);
    const found = await findPosted(client, post);
    if (found !== undefined) return found;
  }
  throw new Error('Slack: a message was posted before, or is being posted, and does not stand there');
}
