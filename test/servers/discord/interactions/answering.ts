import { type Json, withoutUndefined } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { allowedMentions } from '../messages/mentions.ts';
import { type Message, messageFlag, messageType } from '../messages/message.ts';
import { edit, post } from '../posting.ts';
import type { UploadedFile } from '../rest/call.ts';
import { readMessageForm } from '../rest/message-form.ts';
import { sentWith } from '../rest/messages.ts';
import { type Interaction, interactionType } from './interactions.ts';

export interface Given {
  readonly body: Json;
  readonly files: readonly UploadedFile[];
  /** Where the message is in the request. */
  readonly path: readonly string[];
}

const typeOf = ({ type, payload }: Interaction, isFirst: boolean): number => {
  if (!isFirst || type === interactionType.component) return messageType.reply;
  const isMenu = type === interactionType.command && (payload.data as Json).type !== 1;
  return type === interactionType.modalSubmit
    ? messageType.ordinary
    : isMenu
      ? messageType.contextMenu
      : messageType.slashCommand;
};

function metadata({ id, type, name, user, payload }: Interaction): Json {
  const { authorizing_integration_owners } = payload;
  const command = type === interactionType.command ? { name: name.replace(/^\//, ''), command_type: 1 } : {};
  return withoutUndefined({
    id,
    type,
    user: { id: user.id, username: user.name },
    authorizing_integration_owners,
    ...command,
  });
}

interface AnswerPost {
  readonly ephemeral: boolean;
  readonly isFirst: boolean;
  readonly loading?: boolean;
}

/** A message that answers: it needs no permission of the bot's in the channel. */
export function answerWith(
  backend: Backend,
  interaction: Interaction,
  { body, files, path }: Given,
  { ephemeral, isFirst, loading = false }: AnswerPost,
): Message {
  const { channel, user, message, original } = interaction;
  const form = { body, files, channelId: channel.id, ephemeral, path };
  const content = loading ? { flags: 0 } : readMessageForm(backend, form);
  const flags = (ephemeral ? messageFlag.ephemeral : 0) | (loading ? messageFlag.loading : 0);
  const target = isFirst ? message : original;
  return post(backend, {
    ...content,
    flags: content.flags | flags,
    channel,
    author: backend.world.bot,
    allowed: allowedMentions(body.allowed_mentions, true),
    more: {
      type: typeOf(interaction, isFirst),
      webhookId: backend.application.id,
      interaction: metadata(interaction),
      sentWith: sentWith(body),
      ...(target ? { reference: { messageId: target.id, channelId: target.channelId } } : {}),
      ...(ephemeral ? { ephemeralFor: user.id } : {}),
    },
  });
}

/** Changes an answer, or the message whose component was used. What was loading has then arrived. */
export function rewrite(backend: Backend, message: Message, { body, files, path }: Given): Message {
  const ephemeral = message.ephemeralFor !== undefined;
  const form = { body, files, channelId: message.channelId, existing: message, ephemeral, path };
  const content = readMessageForm(backend, form);
  const flags = content.flags & ~messageFlag.loading;
  return edit(backend, message, { ...content, flags }, allowedMentions(body.allowed_mentions, true));
}
