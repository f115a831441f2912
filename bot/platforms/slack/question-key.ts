import type { types } from '@slack/bolt';

/** Where a message stands: what names it over redeliveries, restarts and processes. */
export interface MessageAddress {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
}

export function questionKey({ team, channel, ts }: MessageAddress): string {
  return `slack:${team}:${channel}:${ts}`;
}

/** Undefined for the key of a command or form, which stand nowhere. */
export function addressIn(key: string): MessageAddress | undefined {
  const [, team, channel, ts] = /^slack:(\w+):(\w+):(\d+\.\d+)$/.exec(key) ?? [];
  return team && channel && ts ? { team, channel, ts } : undefined;
}

/**
 * The thread a message stands in, if there is one already. What only one person is to see cannot begin a thread:
 * Slack would show it to nobody.
 */
export function standingThread(key: string, thread: string | undefined): { thread?: string } {
  return thread === undefined || addressIn(key)?.ts === thread ? {} : { thread };
}

/** For what is asked without a message; `trigger` is Slack's id of the act. */
export function actKey(team: string, trigger: string): string {
  return `slack:${team}:act:${trigger}`;
}

const stamp = /^hd\d+ (slack:\S+|-)(?: (\w+))?$/;

export interface Stamp {
  /** The question's key. */
  readonly key?: string;
  /** Of a private message: its id on the shelf of copies. */
  readonly copy?: string;
}

/**
 * Writes the question's key where Slack hands it back with every press: in the ids of the first block and of those
 * with buttons. So a press finds its question on private messages too, which Slack never shows again.
 */
export function stamped(blocks: readonly types.KnownBlock[], { key = '-', copy }: Stamp): types.KnownBlock[] {
  const words = copy === undefined ? key : `${key} ${copy}`;
  return blocks.map((block, at) =>
    at === 0 || block.type === 'actions' ? { ...block, block_id: `hd${at} ${words}` } : block,
  );
}

export function stampIn(blockId: string | undefined): Stamp {
  const [, key, copy] = stamp.exec(blockId ?? '') ?? [];
  return { ...(key === undefined || key === '-' ? {} : { key }), ...(copy === undefined ? {} : { copy }) };
}
