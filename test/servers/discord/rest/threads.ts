import { type Json, listOf, recordOf } from '../../slack/json.ts';
import { allowedMentions } from '../messages/mentions.ts';
import { choice, integer, issuesOf, list, model, type Rule, snowflake, text } from '../payload-rules/rule.ts';
import { post } from '../posting.ts';
import { createThread, createThreadIn, createThreadOn, joinThread, leaveThread } from '../threads.ts';
import { type Channel, channelType, isThread, type Thread } from '../world/channel.ts';
import { channelJson, threadMemberJson } from '../world/channel-json.ts';
import { may } from '../world/permissions.ts';
import { botMay, guildOf, messageIn, need, visibleChannel } from './access.ts';
import { type Call, created, noContent, ok, param, type Routes } from './call.ts';
import { readMessageForm } from './message-form.ts';
import { seenByApp, sentWith } from './messages.ts';
import { refuse, refuseForm } from './refusal.ts';

const participantLimit = 1000;

export const threadFields: Record<string, Rule> = {
  auto_archive_duration: choice(60, 1440, 4320, 10_080),
  rate_limit_per_user: integer({ min: 0, max: 21_600 }),
  applied_tags: list(snowflake, { max: 5 }),
};
const named = { name: text({ min: 1, max: 100 }) };

const fieldsOf = ({ name, auto_archive_duration, rate_limit_per_user }: Json) => ({
  name: String(name).trim(),
  autoArchiveMinutes: typeof auto_archive_duration === 'number' ? auto_archive_duration : undefined,
  slowmodeSeconds: typeof rate_limit_per_user === 'number' ? rate_limit_per_user : undefined,
});

/** The tags must be the forum's; those for moderators need the moderator's permission. */
export function checkTags({ backend }: Call, forum: Channel, applied: unknown): string[] {
  const tags = listOf(applied).map((id) => forum.tags.find((tag) => tag.id === id) ?? refuse(10087));
  if (tags.some(({ moderated }) => moderated)) need(backend, forum, 'ManageThreads');
  if (forum.requiresTag && tags.length === 0) refuse(40067);
  return tags.map(({ id }) => id);
}

function forumPost(call: Call, parent: Channel): Json {
  const { backend, body, files } = call;
  const { world } = backend;
  need(backend, parent, 'SendMessages');
  refuseForm(issuesOf(model({ ...named, message: model({}) }, threadFields), body));
  const appliedTags = checkTags(call, parent, body.applied_tags);
  const form = recordOf(body.message);
  const id = backend.ids.next();
  const content = readMessageForm(backend, { body: form, files, channelId: id, path: ['message'] });
  const type = channelType.publicThread;
  const thread = createThread(backend, {
    parent,
    owner: world.bot,
    type,
    id,
    appliedTags,
    ...fieldsOf(body),
  });
  const allowed = allowedMentions(form.allowed_mentions);
  const more = { id, sentWith: sentWith(form) };
  const message = post(backend, { ...content, channel: thread, author: world.bot, allowed, more });
  parent.lastMessageId = thread.id;
  return { ...channelJson(world, thread), message: seenByApp(backend, message) };
}

const permissionFor = {
  10: 'CreatePublicThreads',
  11: 'CreatePublicThreads',
  12: 'CreatePrivateThreads',
} as const;

function threadIn(call: Call, parent: Channel): Json {
  const { backend, body } = call;
  refuseForm(issuesOf(model(named, { ...threadFields, type: choice(10, 11, 12) }), body));
  const type = (body.type ?? channelType.privateThread) as keyof typeof permissionFor;
  const fits = parent.type === channelType.announcement ? type === 10 : type !== 10;
  if (!fits) refuse(50024);
  need(backend, parent, permissionFor[type]);
  return channelJson(
    backend.world,
    createThreadIn(backend, { parent, owner: backend.world.bot, type, ...fieldsOf(body) }),
  );
}

function threadOn(call: Call): Json {
  const { backend, body } = call;
  const parent = visibleChannel(call);
  if (parent.type !== channelType.text && parent.type !== channelType.announcement) refuse(50024);
  const message = messageIn(call, parent);
  refuseForm(issuesOf(model(named, threadFields), body));
  need(backend, parent, 'CreatePublicThreads', 'ReadMessageHistory');
  if (message.threadId !== undefined) refuse(160004);
  if (message.type === 18) refuse(50068);
  const owner = backend.world.bot;
  return channelJson(backend.world, createThreadOn(backend, message, { parent, owner, ...fieldsOf(body) }));
}

function threadOf(call: Call): Channel & { thread: Thread } {
  const channel = visibleChannel(call);
  return isThread(channel) ? channel : refuse(50024);
}

function addMember(call: Call, userId: string): void {
  const thread = threadOf(call);
  if (thread.thread.archived) refuse(50083);
  if (!call.backend.world.memberOf(thread, userId)) refuse(10007);
  if (thread.thread.members.size >= participantLimit) refuse(30033);
  joinThread(call.backend, thread, userId);
}

const membersJson = (thread: Channel & { thread: Thread }): Json[] =>
  [...thread.thread.members].map(([userId, joinedAt]) => threadMemberJson(thread, userId, joinedAt));

function listing({ backend }: Call, threads: readonly Channel[]): Json {
  const { world } = backend;
  const members = threads.filter(isThread).flatMap((thread) => membersJson(thread));
  return {
    threads: threads.map((thread) => channelJson(world, thread)),
    members: members.filter(({ user_id }) => user_id === world.bot.id),
    has_more: false,
  };
}

export const threadRoutes: Routes = {
  'POST /channels/:channel/messages/:message/threads': (call) => created(threadOn(call)),
  'POST /channels/:channel/threads': (call) => {
    const parent = visibleChannel(call);
    if (isThread(parent) || parent.type === channelType.dm) refuse(50024);
    return created(parent.type === channelType.forum ? forumPost(call, parent) : threadIn(call, parent));
  },
  'PUT /channels/:channel/thread-members/@me': (call) => {
    addMember(call, call.backend.world.bot.id);
    return noContent;
  },
  'PUT /channels/:channel/thread-members/:user': (call) => {
    need(call.backend, threadOf(call), 'SendMessagesInThreads');
    addMember(call, param(call, 'user'));
    return noContent;
  },
  'DELETE /channels/:channel/thread-members/@me': (call) => {
    leaveThread(call.backend, threadOf(call), call.backend.world.bot.id);
    return noContent;
  },
  'DELETE /channels/:channel/thread-members/:user': (call) => {
    const thread = threadOf(call);
    need(call.backend, thread, 'ManageThreads');
    leaveThread(call.backend, thread, param(call, 'user'));
    return noContent;
  },
  'GET /channels/:channel/thread-members/:user': (call) => {
    const thread = threadOf(call);
    const wanted = param(call, 'user') === '@me' ? call.backend.world.bot.id : param(call, 'user');
    return ok(membersJson(thread).find(({ user_id }) => user_id === wanted) ?? refuse(10007));
  },
  'GET /channels/:channel/thread-members': (call) => {
    if (!call.backend.application.privilegedIntents.has('GuildMembers')) refuse(50001);
    return ok(membersJson(threadOf(call)));
  },
  'GET /channels/:channel/threads/archived/public': (call) => {
    const channel = visibleChannel(call);
    if (!botMay(call.backend, channel, 'ReadMessageHistory')) refuse(50013);
    const threads = call.backend.world
      .threadsOf(channel.guildId ?? '')
      .filter(({ parentId, thread, type }) => parentId === channel.id && thread?.archived && type !== 12);
    return ok(listing(call, threads.reverse()));
  },
  'GET /guilds/:guild/threads/active': (call) => {
    const { world } = call.backend;
    const threads = world
      .threadsOf(guildOf(call).id)
      .filter((thread) => !thread.thread?.archived && may(world, thread, world.bot.id, 'ViewChannel'));
    return ok(listing(call, threads.reverse()));
  },
};
