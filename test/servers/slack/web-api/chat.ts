import type { Message } from '../messages.ts';
import { checkMessage, type MessageContent } from '../payload-rules/message-rules.ts';
import { editAsBot, postAsBot, removeMessage } from '../posting.ts';
import type { Channel } from '../workspace.ts';
import type { Arguments } from './arguments.ts';
import { postableChannel, readableChannel, visibleChannel } from './channels.ts';
import { type Call, type Methods, refuse, refuseIf } from './method.ts';

const contentOf = (args: Arguments): MessageContent => ({
  text: args.text('text'),
  markdownText: args.text('markdown_text'),
  blocks: args.json('blocks'),
  attachments: args.json('attachments'),
  metadata: args.json('metadata'),
});

/** The thread to answer in. Slack's own advice, enforced: the parent's ts, never a reply's. */
export function threadOf({ backend, args }: Call, channel: Channel): string | undefined {
  const threadTs = args.text('thread_ts');
  if (threadTs === undefined) return undefined;
  const parent = backend.messages.find(channel.id, threadTs);
  if (!parent) return refuse('thread_not_found');
  return parent.thread_ts === undefined || parent.thread_ts === parent.ts
    ? threadTs
    : refuse('cannot_reply_to_message');
}

/** Arguments that change how a message reaches people, kept for tests to look at. */
const sentWith = ({ all }: Arguments) =>
  Object.fromEntries(
    ['unfurl_links', 'unfurl_media', 'link_names', 'parse', 'mrkdwn', 'username'].flatMap((name) =>
      all[name] === undefined ? [] : [[name, all[name]]],
    ),
  );

function ownMessage(call: Call, error: string): Message {
  const { backend, args, installation } = call;
  const channel = readableChannel(call, args.need('channel'));
  const message = backend.messages.find(channel.id, args.need('ts'));
  if (!message) return refuse('message_not_found');
  return message.user === installation.bot.id ? message : refuse(error);
}

const write = ['chat:write'];

export const chatMethods: Methods = {
  'chat.postMessage': {
    scopes: write,
    run: (call) => {
      const { backend, args, installation } = call;
      const channel = postableChannel(call, args.need('channel'));
      const content = contentOf(args);
      refuseIf(checkMessage(content));
      const threadTs = threadOf(call, channel);
      const broadcast = threadTs !== undefined && args.flag('reply_broadcast');
      const place = { channel: channel.id, threadTs, broadcast };
      const message = postAsBot(backend, installation, { ...place, ...content, sentWith: sentWith(args) });
      const json = backend.messages.json(message, { metadata: true });
      return { channel: channel.id, ts: message.ts, message: json };
    },
  },
  'chat.postEphemeral': {
    scopes: write,
    run: (call) => {
      const { backend, args, installation } = call;
      const channel = postableChannel(call, args.need('channel'));
      const userId = args.need('user');
      if (!channel.members.has(userId)) return refuse('user_not_in_channel');
      const content = contentOf(args);
      refuseIf(checkMessage(content, 'ephemeral'));
      const threadTs = threadOf(call, channel);
      const place = { channel: channel.id, threadTs, ephemeralFor: userId };
      const { ts } = postAsBot(backend, installation, { ...place, ...content, sentWith: sentWith(args) });
      return { message_ts: ts };
    },
  },
  'chat.update': {
    scopes: write,
    run: (call) => {
      const { backend, args, installation } = call;
      const message = ownMessage(call, 'cant_update_message');
      const content = contentOf(args);
      refuseIf(checkMessage(content, 'update'));
      // Blocks that are not sent again stay, unless a new text comes in their place.
      const kept = content.blocks === undefined && !content.text && !content.markdownText;
      editAsBot(backend, installation, message, kept ? { ...content, blocks: message.blocks } : content);
      const { channel, ts, text } = message;
      return { channel, ts, text, message: backend.messages.json(message, { metadata: true }) };
    },
  },
  'chat.delete': {
    scopes: write,
    run: (call) => {
      const message = ownMessage(call, 'cant_delete_message');
      removeMessage(call.backend, message);
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.getPermalink': {
    scopes: [],
    run: (call) => {
      const { backend, args, installation } = call;
      const channel = visibleChannel(call, args.need('channel'));
      const message = backend.messages.find(channel.id, args.need('message_ts'));
      if (!message) return refuse('message_not_found');
      const domain = backend.workspace.teams.get(installation.teamId)?.domain ?? '';
      const path = `/archives/${channel.id}/p${message.ts.replace('.', '')}`;
      const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${channel.id}` : '';
      return { channel: channel.id, permalink: `https://${domain}.slack.com${path}${thread}` };
    },
  },
};
