import type { Message } from '../messages.ts';
import { addReaction, removeReaction } from '../reacting.ts';
import { readableChannel } from './channels.ts';
import { type Call, type Methods, refuse } from './method.ts';

function target(call: Call): Message {
  const { backend, args } = call;
  const channel = readableChannel(call, args.need('channel'));
  return backend.messages.find(channel.id, args.need('timestamp')) ?? refuse('message_not_found');
}

function nameOf({ args }: Call): string {
  const name = args.need('name').replaceAll(':', '');
  return /^[a-z0-9_+'-]+$/.test(name) ? name : refuse('invalid_name');
}

export const reactionMethods: Methods = {
  'reactions.add': {
    scopes: ['reactions:write'],
    run: (call) => {
      const user = call.installation.bot.id;
      return addReaction(call.backend, target(call), user, nameOf(call)) ? {} : refuse('already_reacted');
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run: (call) => {
      const user = call.installation.bot.id;
      return removeReaction(call.backend, target(call), user, nameOf(call)) ? {} : refuse('no_reaction');
    },
  },
  'reactions.get': {
    scopes: ['reactions:read'],
    run: (call) => {
      const message = target(call);
      return { type: 'message', channel: message.channel, message: call.backend.messages.json(message) };
    },
  },
};
