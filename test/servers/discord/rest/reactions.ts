import { addReaction, removeReaction } from '../reacting.ts';
import { userJson } from '../world/guild-json.ts';
import { messageIn, need, visibleChannel } from './access.ts';
import { type Call, noContent, ok, param, type Routes } from './call.ts';
import { checkAwake } from './messages.ts';
import { refuse } from './refusal.ts';

const differentEmoji = 20;

/** A character that is an emoji, or `name:id` of a server's own. */
function emojiOf(call: Call): string {
  const emoji = param(call, 'emoji');
  return /^\p{Extended_Pictographic}/u.test(emoji) ||
    /^\w+:\d+$/.test(emoji) ||
    /^[\d#*]\uFE0F?\u20E3$/u.test(emoji)
    ? emoji
    : refuse(10014);
}

export const reactionRoutes: Routes = {
  'PUT /channels/:channel/messages/:message/reactions/:emoji/@me': (call) => {
    const { backend } = call;
    const channel = visibleChannel(call);
    const message = messageIn(call, channel);
    checkAwake(channel);
    need(backend, channel, 'ReadMessageHistory');
    const emoji = emojiOf(call);
    const isKnown = message.reactions.some((reaction) => reaction.emoji === emoji);
    if (!isKnown) need(backend, channel, 'AddReactions');
    if (!isKnown && message.reactions.length >= differentEmoji) refuse(30010);
    addReaction(backend, message, backend.world.bot.id, emoji);
    return noContent;
  },
  'DELETE /channels/:channel/messages/:message/reactions/:emoji/@me': (call) => {
    const { backend } = call;
    const message = messageIn(call, visibleChannel(call));
    removeReaction(backend, message, backend.world.bot.id, emojiOf(call));
    return noContent;
  },
  'DELETE /channels/:channel/messages/:message/reactions/:emoji/:user': (call) => {
    const channel = visibleChannel(call);
    const message = messageIn(call, channel);
    need(call.backend, channel, 'ManageMessages');
    removeReaction(call.backend, message, param(call, 'user'), emojiOf(call));
    return noContent;
  },
  'GET /channels/:channel/messages/:message/reactions/:emoji': (call) => {
    const message = messageIn(call, visibleChannel(call));
    const emoji = emojiOf(call);
    const users = message.reactions.find((reaction) => reaction.emoji === emoji)?.users ?? [];
    return ok(users.flatMap((id) => call.backend.world.users.get(id) ?? []).map(userJson));
  },
};
