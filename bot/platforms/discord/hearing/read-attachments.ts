import { HTTPError } from 'discord.js';
import type { Attachment, Question } from '../../../desk/question.ts';
import { callDiscord } from '../saying/call-discord.ts';

/** A file as Discord sends it along: of discord.js, or of its API. */
export interface DiscordFile {
  readonly name: string;
  readonly size: number;
  readonly url: string;
  readonly contentType: string | null;
}

export interface ReadAttachments {
  readonly attachments: readonly Attachment[];
  readonly unread?: NonNullable<Question['unread']>;
}

export interface ReadParts {
  readonly apiUrl: string;
  onError(error: unknown): void;
}

const mostBytes = 256 * 1024;
const mostFiles = 3;
const timeoutMs = 10_000;
const hosts = new Set(['cdn.discordapp.com', 'media.discordapp.net']);

type Read = Attachment | NonNullable<Question['unread']>;

/** The text files among them, each fetched only if its name, size and address are as they should be. */
export async function readAttachments(
  files: readonly DiscordFile[],
  parts: ReadParts,
): Promise<ReadAttachments> {
  const read = await Promise.all(
    files.slice(0, mostFiles).map((file) =>
      readFile(file, parts).catch((error: unknown): Read => {
        parts.onError(error);
        return 'other';
      }),
    ),
  );
  const attachments = read.filter((one) => typeof one === 'object');
  const unread = read.find((one) => typeof one === 'string');
  return { attachments, ...(unread === undefined ? {} : { unread }) };
}

async function readFile({ name, size, url, contentType }: DiscordFile, { apiUrl }: ReadParts): Promise<Read> {
  if (contentType?.startsWith('image/') || /\.(?:png|jpe?g|gif|webp|heic)$/i.test(name)) return 'picture';
  if (!/\.(?:eml|txt|log)$/i.test(name) && contentType !== 'message/rfc822') return 'other';
  if (size > mostBytes) return 'too-large';
  const address = downloadAddress(url, apiUrl);
  if (!address) return 'other';
  const text = await callDiscord(() => fetchText(address), { tries: 3 });
  return text === 'too-large' ? text : { name, text: text.whole };
}

function downloadAddress(link: string, apiUrl: string): URL | undefined {
  const url = URL.parse(link);
  if (!url) return undefined;
  const discord = url.protocol === 'https:' && hosts.has(url.hostname) && url.port === '';
  return discord || url.origin === new URL(apiUrl).origin ? url : undefined;
}

async function fetchText(address: URL): Promise<{ whole: string } | 'too-large'> {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(address, { redirect: 'manual', signal });
  if (!response.ok || !response.body)
    throw new HTTPError(response.status, response.statusText, 'GET', address.origin, {});
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > mostBytes) return 'too-large';
    chunks.push(chunk);
  }
  return { whole: new TextDecoder().decode(Buffer.concat(chunks)) };
}
