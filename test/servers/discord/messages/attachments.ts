import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '../../slack/clock.ts';
import type { Json } from '../../slack/json.ts';
import type { Snowflakes } from '../world/snowflakes.ts';

export interface NewFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly contentType?: string;
}

export interface Attachment {
  readonly id: string;
  readonly channelId: string;
  readonly name: string;
  readonly content: Buffer;
  readonly contentType: string;
  readonly ephemeral: boolean;
  description: string | undefined;
}

export const attachmentLimit = 10 * 1024 * 1024;
const linkLifeSeconds = 24 * 3600;

const contentTypes: Record<string, string> = {
  txt: 'text/plain; charset=utf-8',
  log: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  eml: 'message/rfc822',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
};

const extensionOf = (name: string) => name.split('.').at(-1)?.toLowerCase() ?? '';

/** Spaces and what does not belong in an address become underscores. */
export const storedName = (name: string): string => name.replaceAll(/[^\w.()+-]+/gu, '_') || 'unknown';

export type Attachments = ReturnType<typeof createAttachments>;

export function createAttachments(clock: Clock, ids: Snowflakes, baseUrl: () => string) {
  const byPath = new Map<string, Attachment>();
  const secret = randomBytes(16);

  const pathOf = ({ ephemeral, channelId, id, name }: Attachment) =>
    `/${ephemeral ? 'ephemeral-attachments' : 'attachments'}/${channelId}/${id}/${name}`;
  const signature = (path: string, expires: string, issued: string) =>
    createHmac('sha256', secret).update(`${path} ${expires} ${issued}`).digest('hex');

  function signedUrl(attachment: Attachment): string {
    const path = pathOf(attachment);
    const nowSeconds = clock.nowSeconds();
    const [ex, is] = [(nowSeconds + linkLifeSeconds).toString(16), nowSeconds.toString(16)];
    return `${baseUrl()}${path}?ex=${ex}&is=${is}&hm=${signature(path, ex, is)}&`;
  }

  return {
    add: (file: NewFile, channelId: string, { ephemeral = false, description = '' } = {}): Attachment => {
      const name = storedName(file.name);
      const attachment = {
        id: ids.next(),
        channelId,
        name,
        content: Buffer.from(file.content),
        contentType: file.contentType ?? contentTypes[extensionOf(name)] ?? 'application/octet-stream',
        ephemeral,
        description: description || undefined,
      };
      byPath.set(pathOf(attachment), attachment);
      return attachment;
    },
    signedUrl,
    json: (attachment: Attachment): Json => ({
      id: attachment.id,
      filename: attachment.name,
      size: attachment.content.length,
      url: signedUrl(attachment),
      proxy_url: signedUrl(attachment),
      content_type: attachment.contentType,
      content_scan_version: 0,
      ...(attachment.description === undefined ? {} : { description: attachment.description }),
      ...(attachment.ephemeral ? { ephemeral: true } : {}),
    }),
    /** `undefined` when the link is unsigned, changed or older than a day. */
    open: (path: string, query: URLSearchParams): Attachment | undefined => {
      const [ex, is, hm] = ['ex', 'is', 'hm'].map((name) => query.get(name) ?? '');
      if (hm !== signature(path, ex ?? '', is ?? '')) return undefined;
      if (Number.parseInt(ex ?? '', 16) < clock.nowSeconds()) return undefined;
      return byPath.get(path);
    },
  };
}
