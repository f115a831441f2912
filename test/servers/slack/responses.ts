import type { Backend } from './backend.ts';
import type { Installation } from './installs.ts';
import { type Json, textOf } from './json.ts';
import type { Message } from './messages.ts';
import { checkMessage } from './payload-rules/message-rules.ts';
import { editAsBot, postAsBot, removeMessage } from './posting.ts';
import type { ResponseUrl } from './response-urls.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body: Json | string;
}

type Place = Pick<ResponseUrl, 'userId' | 'channelId' | 'message'>;

/** What an app answers to a person's act, through a response URL or with the acknowledgement of a command. */
export function respondTo(
  backend: Backend,
  installation: Installation,
  { userId, channelId, message }: Place,
  answer: Json,
): Message | string | undefined {
  if (answer.delete_original === true) {
    if (!message) return 'message_not_found';
    removeMessage(backend, message);
    return undefined;
  }
  const { text, blocks, attachments } = answer;
  const content = { text: textOf(text), blocks, attachments };
  const problem = checkMessage(content, 'response-url');
  if (problem) return problem.error;
  if (answer.replace_original === true && message) {
    if (message.deleted) return 'message_not_found';
    editAsBot(backend, installation, message, content);
    return message;
  }
  const ephemeral = answer.response_type !== 'in_channel';
  const threadTs = textOf(answer.thread_ts) || undefined;
  const audience = ephemeral ? { ephemeralFor: userId } : {};
  return postAsBot(backend, installation, { channel: channelId, threadTs, ...content, ...audience });
}

export function answerResponseUrl(backend: Backend, path: string, body: string): HttpAnswer {
  const refusal = (status: number, error: string): HttpAnswer => ({ status, body: { ok: false, error } });
  const url = backend.responseUrls.use(path);
  if (typeof url === 'string') return refusal(404, url);
  const installation = backend.installs.of(url.teamId);
  if (!installation) return refusal(404, 'no_service');
  let answer: Json;
  try {
    answer = JSON.parse(body) as Json;
  } catch {
    return refusal(400, 'invalid_payload');
  }
  const result = respondTo(backend, installation, url, answer);
  return typeof result === 'string' ? refusal(400, result) : { status: 200, body: { ok: true } };
}
