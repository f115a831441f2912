import type { APIMessageTopLevelComponent } from 'discord.js';

/** A message as Discord's API takes it. */
export interface MessageBody {
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** What the components show by `attachment://` and its name. */
  readonly files?: readonly AttachedFile[];
}

export interface AttachedFile {
  /** Letters, digits, dots and hyphens: Discord changes everything else, and the components would miss it. */
  readonly name: string;
  readonly data: Uint8Array;
  /** The same in words, for whoever does not see it. */
  readonly description?: string;
}

/** The request that sends it, with what else the call needs. */
export function requestOf({ files = [], ...message }: MessageBody, more: object) {
  if (files.length === 0) return { body: { ...message, ...more } };
  const attachments = files.map(({ description }, id) => ({ id, ...(description ? { description } : {}) }));
  return {
    body: { ...message, ...more, attachments },
    files: files.map(({ name, data }) => ({ name, data })),
  };
}
