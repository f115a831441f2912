import type { webApi } from '@slack/bolt';
import { callSlack } from './call-slack.ts';
import type { ChannelPace } from './channel-pace.ts';
import { postBytes } from './post-bytes.ts';

/** A file to be put into a conversation. */
export interface Upload {
  readonly name: string;
  readonly content: Uint8Array;
  /** Stands above it. */
  readonly title: string;
  /** A picture in words. Only pictures have it: Slack takes other files with one and never shows them. */
  readonly alternative?: string;
}

export interface UploadPlace {
  readonly channel: string;
  readonly thread?: string;
  /** A line that goes before it, as mrkdwn. */
  readonly comment?: string;
}

const timeoutMs = 30_000;

/** Slack's three steps: an address for the bytes, the bytes, and where the file is to show. */
export async function uploadTo(
  client: webApi.WebClient,
  pace: ChannelPace,
  { channel, thread, comment }: UploadPlace,
  { name, content, title, alternative }: Upload,
): Promise<void> {
  const described = alternative === undefined ? {} : { alt_txt: alternative };
  const file = { filename: name, length: content.byteLength, ...described };
  // The library's own method calls the alternative text by a name that Slack does not know.
  const { upload_url, file_id } = (await callSlack(() =>
    client.apiCall('files.getUploadURLExternal', file),
  )) as webApi.FilesGetUploadURLExternalResponse;
  if (upload_url === undefined || file_id === undefined)
    throw new Error('Slack gave no address to upload to');
  const bytes = { contentType: 'application/octet-stream', body: Buffer.from(content), timeoutMs };
  await callSlack(() => postBytes(upload_url, bytes), { tries: 4 });
  const place = { channel_id: channel, ...(comment === undefined ? {} : { initial_comment: comment }) };
  await pace(channel, () =>
    callSlack<unknown>(
      () =>
        client.files.completeUploadExternal({
          files: [{ id: file_id, title }],
          ...place,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        }),
      { standing: () => whereShared(client, file_id, channel) },
    ),
  );
}

/** Whether the file shows there already, although nobody heard of it. */
async function whereShared(
  client: webApi.WebClient,
  id: string,
  channel: string,
): Promise<string | undefined> {
  const { file } = await callSlack(() => client.files.info({ file: id }), { tries: 3 }).catch(() => ({
    file: undefined,
  }));
  return [...(file?.ims ?? []), ...(file?.channels ?? []), ...(file?.groups ?? [])].find(
    (one) => one === channel,
  );
}
