import { webApi } from '@slack/bolt';
import type { Attachment, Question } from '../../../desk/question.ts';
import { callSlack } from '../saying/call-slack.ts';

/** A file as events carry it. */
export interface SlackFile {
  readonly id?: string;
  readonly name?: string | null;
  readonly mimetype?: string;
  readonly filetype?: string;
  readonly mode?: string;
  readonly size?: number;
  readonly file_access?: string;
  readonly url_private_download?: string;
  readonly url_private?: string;
  /** Of mails that were forwarded into Slack. */
  readonly plain_text?: string;
}

export interface ReadFiles {
  readonly attachments: readonly Attachment[];
  readonly unread?: NonNullable<Question['unread']>;
}

export interface ReadFilesParts {
  readonly client: webApi.WebClient;
  readonly apiUrl: string;
  onError(error: unknown): void;
}

const mostBytes = 256 * 1024;
const mostFiles = 3;
const timeoutMs = 10_000;

type Read = Attachment | NonNullable<Question['unread']>;

/** The text files among them, each fetched only if its name, size and address are as they should be. */
export async function readFiles(files: readonly SlackFile[], parts: ReadFilesParts): Promise<ReadFiles> {
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

async function readFile(stub: SlackFile, { client, apiUrl }: ReadFilesParts): Promise<Read> {
  const file = stub.file_access === 'check_file_info' ? await infoOf(stub, client) : stub;
  const name = file.name ?? 'message.txt';
  if (file.mimetype?.startsWith('image/')) return 'picture';
  if (file.filetype === 'email' && file.plain_text !== undefined) return { name, text: file.plain_text };
  if (!isText(file, name)) return 'other';
  if ((file.size ?? 0) > mostBytes) return 'too-large';
  const address = downloadAddress(file, apiUrl);
  if (address === undefined || client.token === undefined) return 'other';
  const { token } = client;
  return callSlack(() => fetchText(address, token), { tries: 3 }).then((text) =>
    text === undefined ? 'other' : text === 'too-large' ? text : { name, text: text.whole },
  );
}

async function infoOf({ id }: SlackFile, client: webApi.WebClient): Promise<SlackFile> {
  if (id === undefined) return {};
  const { file } = await callSlack(() => client.files.info({ file: id }), { tries: 3 });
  return (file ?? {}) as SlackFile;
}

function isText({ mimetype = '', mode, filetype }: SlackFile, name: string): boolean {
  if (/\.(?:eml|txt|log)$/i.test(name)) return true;
  return mimetype === 'message/rfc822' || (mode === 'snippet' && (filetype ?? 'text') === 'text');
}

/** Only Slack's own hosts, or that of the configured API, ever see the token. */
function downloadAddress(file: SlackFile, apiUrl: string): URL | undefined {
  const url = URL.parse(file.url_private_download ?? file.url_private ?? '');
  if (!url) return undefined;
  const slack = url.protocol === 'https:' && /(?:^|\.)slack\.com$/.test(url.hostname);
  return slack || url.origin === new URL(apiUrl).origin ? url : undefined;
}

/** Undefined when Slack shows its sign-in page instead: the bot may not read the file. */
async function fetchText(address: URL, token: string): Promise<{ whole: string } | 'too-large' | undefined> {
  const broken = (error: Error) => {
    throw new webApi.WebAPIRequestError(error);
  };
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${token}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(broken);
  if (response.status >= 500) throw new webApi.WebAPIHTTPError(response.status, response.statusText, {});
  if (!response.ok || !response.body) return undefined;
  return beginning(response.body).catch(broken);
}

async function beginning(body: ReadableStream<Uint8Array>): Promise<{ whole: string } | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > mostBytes) return 'too-large';
    chunks.push(chunk);
  }
  return { whole: new TextDecoder().decode(Buffer.concat(chunks)) };
}
