import type { Backend } from './backend.ts';
import { filledBlocks } from './filled-blocks.ts';
import type { Installation } from './installs.ts';
import { isRecord, type Json, listOf, recordsOf, withoutUndefined } from './json.ts';
import type { Message } from './messages.ts';
import type { MessageContent } from './payload-rules/message-rules.ts';

export interface BotPost extends MessageContent {
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly broadcast?: boolean;
  readonly ephemeralFor?: string;
  readonly files?: Json[];
  readonly sentWith?: Json;
}

const truncatedAt = 40_000;

/** The fields a message gets from what the app sent; Slack keeps a `markdown_text` as a block. */
export function contentFields({ text, markdownText, blocks, attachments, metadata }: MessageContent) {
  const shown = markdownText ? [{ type: 'markdown', text: markdownText }] : blocks;
  return {
    text: (text || markdownText || '').slice(0, truncatedAt),
    blocks: listOf(shown).length > 0 ? filledBlocks(shown) : undefined,
    attachments: listOf(attachments).length > 0 ? recordsOf(attachments) : undefined,
    metadata: isRecord(metadata) ? metadata : undefined,
  };
}

/** Posts as the bot: stored, its status line cleared, and told to the app as an event like anyone's message. */
export function postAsBot(backend: Backend, { bot, botId }: Installation, post: BotPost): Message {
  const message = backend.messages.add(
    withoutUndefined({
      channel: post.channel,
      user: bot.id,
      team: bot.teamId,
      bot_id: botId,
      app_id: backend.app.id,
      thread_ts: post.threadTs,
      subtype: post.broadcast ? 'thread_broadcast' : undefined,
      ephemeralFor: post.ephemeralFor,
      files: post.files,
      sentWith: post.sentWith,
      ...contentFields(post),
    }),
  );
  backend.statuses.delete(`${post.channel} ${post.threadTs ?? ''}`);
  if (post.ephemeralFor === undefined) backend.announce.posted(message);
  backend.changes.note();
  return message;
}

/** Replaces a message's content, the app's or (through a response URL) the one a person acted on. */
export function editAsBot(
  backend: Backend,
  { bot }: Installation,
  message: Message,
  content: MessageContent,
): void {
  const fields = contentFields(content);
  const change: Partial<Message> = { text: fields.text };
  if (fields.blocks) change.blocks = fields.blocks;
  else delete message.blocks;
  if (fields.attachments) change.attachments = fields.attachments;
  if (fields.metadata) change.metadata = fields.metadata;
  const before = backend.messages.edit(message, change, bot.id);
  if (message.ephemeralFor === undefined) backend.announce.edited(message, before, false);
  backend.changes.note();
}

export function removeMessage(backend: Backend, message: Message): void {
  if (message.ephemeralFor !== undefined) message.deleted = true;
  else backend.announce.removed(message, backend.messages.remove(message));
  backend.changes.note();
}
