import { type Json, withoutUndefined } from '../json.ts';
import type { Message } from '../messages.ts';
import type { Channel } from '../workspace.ts';
import type { Arguments } from './arguments.ts';
import { needScope, readableChannel, visibleChannel } from './channels.ts';
import { type Call, type Methods, refuse } from './method.ts';
import { page } from './paging.ts';

function channelJson({ installation }: Call, channel: Channel): Json {
  const { id, name, kind, members, archived, sharedWith } = channel;
  const shared = sharedWith.size > 0;
  const otherPerson =
    kind === 'im' ? [...members].find((member) => member !== installation.bot.id) : undefined;
  return withoutUndefined({
    id,
    name: kind === 'im' ? undefined : name,
    user: otherPerson,
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    is_archived: archived,
    is_member: members.has(installation.bot.id),
    is_shared: shared,
    is_ext_shared: shared,
    is_org_shared: false,
    context_team_id: installation.teamId,
    num_members: members.size,
    created: 1_700_000_000,
  });
}

function between(messages: readonly Message[], args: Arguments): Message[] {
  const oldest = Number(args.text('oldest') ?? 0);
  const latest = Number(args.text('latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = args.flag('inclusive');
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function readable(call: Call): Channel {
  const channel = readableChannel(call, call.args.need('channel'));
  needScope(call, channel, 'history');
  return channel;
}

const kinds: Record<string, string> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
  mpim: 'mpim',
};
const read = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const history = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

export const conversationMethods: Methods = {
  'conversations.open': {
    scopes: ['im:write', 'mpim:write'],
    run: (call) => {
      const { backend, args, installation } = call;
      const users = args.ids('users');
      if (users.length === 0) return refuse('users_list_not_supplied');
      for (const id of users) {
        const user = backend.workspace.users.get(id);
        if (!user || user.teamId !== installation.teamId) return refuse('user_not_found');
      }
      const everyone = [...users, installation.bot.id];
      const { channel, isNew } = backend.workspace.conversationOf(everyone, installation.teamId);
      const already = isNew ? {} : { no_op: true, already_open: true };
      return {
        ...already,
        channel: args.flag('return_im') ? channelJson(call, channel) : { id: channel.id },
      };
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    run: (call) => {
      const { backend, args, installation } = call;
      const channel = visibleChannel(call, args.need('channel'));
      if (channel.kind !== 'channel') return refuse('method_not_supported_for_channel_type');
      if (channel.archived) return refuse('is_archived');
      const known = channel.members.has(installation.bot.id);
      channel.members.add(installation.bot.id);
      if (!known) backend.announce.membership('member_joined_channel', installation.bot, channel);
      return { channel: channelJson(call, channel), ...(known ? { warning: 'already_in_channel' } : {}) };
    },
  },
  'conversations.info': {
    scopes: read,
    run: (call) => {
      const channel = visibleChannel(call, call.args.need('channel'));
      needScope(call, channel, 'read');
      return { channel: channelJson(call, channel) };
    },
  },
  'conversations.list': {
    scopes: read,
    run: (call) => {
      const { backend, args, installation } = call;
      const wanted = (args.text('types') ?? 'public_channel').split(',').map((type) => kinds[type.trim()]);
      if (wanted.includes(undefined)) return refuse('invalid_types');
      const channels = [...backend.workspace.channels.values()].filter(
        ({ kind, teamId, members, archived }) =>
          wanted.includes(kind) &&
          teamId === installation.teamId &&
          (kind === 'channel' || members.has(installation.bot.id)) &&
          !(archived && args.flag('exclude_archived')),
      );
      const { items, metadata } = page(channels, args, 100);
      return { channels: items.map((channel) => channelJson(call, channel)), ...metadata };
    },
  },
  'conversations.members': {
    scopes: read,
    run: (call) => {
      const channel = visibleChannel(call, call.args.need('channel'));
      needScope(call, channel, 'read');
      const { items, metadata } = page([...channel.members], call.args, 100);
      return { members: items, ...metadata };
    },
  },
  'conversations.history': {
    scopes: history,
    run: (call) => {
      const { backend, args } = call;
      const channel = readable(call);
      const top = backend.messages
        .live(channel.id)
        .filter(
          ({ thread_ts, ts, subtype }) => !thread_ts || thread_ts === ts || subtype === 'thread_broadcast',
        );
      const { items, more, metadata } = page(between(top, args).reverse(), args, 100);
      const messages = items.map((message) =>
        backend.messages.json(message, { metadata: args.flag('include_all_metadata') }),
      );
      return { messages, has_more: more, pin_count: 0, ...metadata };
    },
  },
  'conversations.replies': {
    scopes: history,
    run: (call) => {
      const { backend, args } = call;
      const channel = readable(call);
      const asked = backend.messages.find(channel.id, args.need('ts'));
      if (!asked) return refuse('thread_not_found');
      const parent = backend.messages.find(channel.id, asked.thread_ts ?? asked.ts) ?? asked;
      const replies = between(backend.messages.repliesTo(channel.id, parent.ts), args);
      const { items, more, metadata } = page([parent, ...replies], args, 1000);
      const messages = items.map((message) =>
        backend.messages.json(message, { metadata: args.flag('include_all_metadata') }),
      );
      return { messages, has_more: more, ...metadata };
    },
  },
};
