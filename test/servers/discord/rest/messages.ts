import { type Json, recordOf, withoutUndefined } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { allowedMentions } from '../messages/mentions.ts';
import { type Message, messageFlag, messageType } from '../messages/message.ts';
import { messageJson } from '../messages/message-json.ts';
import { edit, post, remove } from '../posting.ts';
import { type Channel, isThread } from '../world/channel.ts';
import { botMay, checkWritable, messageIn, need, visibleChannel } from './access.ts';
import { type Call, noContent, ok, type Routes } from './call.ts';
import { readMessageForm } from './message-form.ts';
import { refuse, refuseField } from './refusal.ts';

/** Over REST the switch in the portal decides what the app may read, not the intents of a session. */
export const seenByApp = (backend: Backend, message: Message): Json =>
  messageJson(backend, message, { withContent: backend.application.privilegedIntents.has('MessageContent') });

/** What else the app asked for, kept for tests to look at. */
export const sentWith = ({ allowed_mentions, enforce_nonce, flags }: Json): Json =>
  withoutUndefined({ allowed_mentions, enforce_nonce, flags });

function repliedTo({ backend, body }: Call, channel: Channel): Message | undefined {
  const reference = recordOf(body.message_reference);
  if (reference.message_id === undefined || reference.type === 1) return undefined;
  const elsewhere = reference.channel_id !== undefined && reference.channel_id !== channel.id;
  const path = ['message_reference'];
  if (elsewhere)
    return refuseField(
      path,
      'REPLIES_CANNOT_REFERENCE_OTHER_CHANNEL',
      'Cannot reply to a message in a different channel',
    );
  if (!botMay(backend, channel, 'ReadMessageHistory')) return refuse(160002);
  const message = backend.messages.find(channel.id, String(reference.message_id));
  if (message?.type === messageType.threadCreated || message?.type === messageType.threadStarter)
    return refuseField(path, 'REPLIES_CANNOT_REPLY_TO_SYSTEM_MESSAGE', 'Cannot reply to a system message');
  if (message && message.ephemeralFor === undefined) return message;
  return reference.fail_if_not_exists === false
    ? undefined
    : refuseField(path, 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
}

function alreadySent({ backend, body }: Call): Message | undefined {
  const { nonce, enforce_nonce } = body;
  const isNonce = typeof nonce === 'string' || typeof nonce === 'number';
  if (enforce_nonce !== true || !isNonce) return undefined;
  const { world, clock, timing, messages } = backend;
  const sent = messages.sentWithNonce(world.bot.id, nonce, clock.nowMs() - timing.nonceLifeMs);
  // Seen on the real one: a nonce whose message was deleted meanwhile is not sent again either.
  return sent?.deleted ? refuse(10008) : sent;
}

function create(call: Call): Json {
  const { backend, body, files } = call;
  const channel = visibleChannel(call);
  checkWritable(backend, channel);
  const content = readMessageForm(backend, { body, files, channelId: channel.id });
  if (files.length > 0) need(backend, channel, 'AttachFiles');
  if (content.embeds.length > 0) need(backend, channel, 'EmbedLinks');
  const replyTo = repliedTo(call, channel);
  const before = alreadySent(call);
  if (before) return seenByApp(backend, before);
  const { nonce } = body;
  const message = post(backend, {
    ...content,
    channel,
    author: backend.world.bot,
    allowed: allowedMentions(body.allowed_mentions),
    replyTo,
    more: {
      tts: body.tts === true,
      sentWith: sentWith(body),
      ...(typeof nonce === 'string' || typeof nonce === 'number' ? { nonce } : {}),
    },
  });
  return seenByApp(backend, message);
}

/** Archived threads can be written to, which wakes them, but nothing in them can be changed. */
export function checkAwake(channel: Channel): void {
  if (isThread(channel) && channel.thread.archived) refuse(50083);
}

function change(call: Call): Json {
  const { backend, body, files } = call;
  const channel = visibleChannel(call);
  const message = messageIn(call, channel);
  const isOwn = message.author.id === backend.world.bot.id;
  const onlyFlags = Object.keys(body).every((field) => field === 'flags');
  if (!isOwn && !onlyFlags) refuse(50005);
  if (!isOwn) need(backend, channel, 'ManageMessages');
  checkAwake(channel);
  if (!isOwn) {
    message.flags =
      (message.flags & ~messageFlag.suppressEmbeds) | (Number(body.flags) & messageFlag.suppressEmbeds);
    backend.announce.edited(message);
    return seenByApp(backend, message);
  }
  const content = readMessageForm(backend, { body, files, channelId: channel.id, existing: message });
  return seenByApp(backend, edit(backend, message, content, allowedMentions(body.allowed_mentions)));
}

function page(messages: readonly Message[], query: URLSearchParams): Message[] {
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100))
    refuseField(['limit'], 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 100.');
  const [before, after, around] = ['before', 'after', 'around'].map((name) => query.get(name));
  const newest = [...messages].reverse();
  const compare = (id: string, other: string) => (BigInt(id) < BigInt(other) ? -1 : 1);
  if (before) return newest.filter(({ id }) => compare(id, before) < 0 && id !== before).slice(0, limit);
  if (after)
    return messages
      .filter(({ id }) => id !== after && compare(id, after) > 0)
      .slice(0, limit)
      .reverse();
  if (around) {
    const middle = newest.findIndex(({ id }) => compare(id, around) < 0 || id === around);
    const start = Math.max(0, middle - Math.floor(limit / 2));
    return newest.slice(start, start + limit);
  }
  return newest.slice(0, limit);
}

export const messageRoutes: Routes = {
  'POST /channels/:channel/messages': (call) => ok(create(call)),
  'PATCH /channels/:channel/messages/:message': (call) => ok(change(call)),
  'DELETE /channels/:channel/messages/:message': (call) => {
    const channel = visibleChannel(call);
    const message = messageIn(call, channel);
    if (message.author.id !== call.backend.world.bot.id) need(call.backend, channel, 'ManageMessages');
    remove(call.backend, message);
    return noContent;
  },
  'GET /channels/:channel/messages/:message': (call) => {
    const channel = visibleChannel(call);
    if (!botMay(call.backend, channel, 'ReadMessageHistory')) refuse(50001);
    return ok(seenByApp(call.backend, messageIn(call, channel)));
  },
  'GET /channels/:channel/messages': (call) => {
    const channel = visibleChannel(call);
    const found = page(call.backend.messages.history(channel.id), call.query);
    // Without the history permission Discord gives an empty list, not an error.
    const readable = botMay(call.backend, channel, 'ReadMessageHistory') ? found : [];
    return ok(readable.map((message) => seenByApp(call.backend, message)));
  },
  'POST /channels/:channel/typing': (call) => {
    const channel = visibleChannel(call);
    checkWritable(call.backend, channel);
    call.backend.announce.typing(channel, call.backend.world.bot.id);
    return noContent;
  },
};
