/** Where a message stands. */
export interface MessageAddress {
  readonly channel: string;
  readonly message: string;
}

/** What names a question over redeliveries, restarts and processes. */
export function questionKey({ channel, message }: MessageAddress): string {
  return `discord:${channel}:${message}`;
}

/** For what is asked without a message; `interaction` is Discord's id of the act. */
export function actKey(interaction: string): string {
  return `discord:act:${interaction}`;
}

/** Undefined for the key of a command or form, which stand nowhere. */
export function addressIn(key: string): MessageAddress | undefined {
  const [, channel, message] = /^discord:(\d+):(\d+)$/.exec(key) ?? [];
  return channel && message ? { channel, message } : undefined;
}

/** Short enough for a nonce (25) and for the ids of buttons (21). */
export function shortKey(key: string): string {
  const [, channel, id = ''] = key.split(':');
  return channel === 'act' ? `a${id}` : id;
}

/**
 * The keys a short one may stand for on a message in this channel. The thread that was begun on a question has the
 * question's id, while the question itself stands in the channel above.
 */
export function keysFor(short: string, at: { channel: string; parent?: string | undefined }): string[] {
  if (short.startsWith('a')) return [actKey(short.slice(1))];
  const here = questionKey({ channel: at.channel, message: short });
  return at.parent === undefined || short !== at.channel
    ? [here]
    : [questionKey({ channel: at.parent, message: short }), here];
}
