import { type Json, recordOf } from '../../slack/json.ts';
import { flag, integer, issuesOf, model, snowflake, text } from '../payload-rules/rule.ts';
import { changeThread } from '../threads.ts';
import { type Channel, channelType, isThread, type Thread } from '../world/channel.ts';
import { channelJson } from '../world/channel-json.ts';
import type { Permission } from '../world/permissions.ts';
import { need, visibleChannel } from './access.ts';
import { type Call, ok, type Routes } from './call.ts';
import { refuse, refuseForm } from './refusal.ts';
import { checkTags, threadFields } from './threads.ts';

const editable = {
  name: text({ min: 1, max: 100 }),
  topic: text({ max: 1024 }),
  archived: flag,
  locked: flag,
  invitable: flag,
  flags: integer({ min: 0 }),
  ...threadFields,
};

const has = (body: Json, ...fields: readonly string[]) => fields.some((field) => body[field] !== undefined);

/** The permission the change needs, if it needs one. */
function neededFor(
  { thread }: Channel & { thread: Thread },
  body: Json,
  isOwn: boolean,
): Permission | undefined {
  if (has(body, 'locked', 'rate_limit_per_user')) return 'ManageThreads';
  const onlyWakes = body.archived === false && !has(body, 'name', 'auto_archive_duration', 'applied_tags');
  if (onlyWakes) return thread.locked ? 'ManageThreads' : 'SendMessagesInThreads';
  return isOwn ? undefined : 'ManageThreads';
}

function checkThreadChange({ backend, body }: Call, channel: Channel & { thread: Thread }): void {
  const { thread } = channel;
  // An archived thread takes no change but being woken up, alone or with others.
  if (thread.archived && body.archived !== false) refuse(50083);
  const needed = neededFor(channel, body, thread.ownerId === backend.world.bot.id);
  if (needed) need(backend, channel, needed);
}

function editThread(call: Call, channel: Channel & { thread: Thread }): void {
  const { backend, body } = call;
  checkThreadChange(call, channel);
  const forum = backend.world.channels.get(channel.parentId ?? '');
  const inForum = forum?.type === channelType.forum;
  const appliedTags =
    forum && inForum && has(body, 'applied_tags') ? checkTags(call, forum, body.applied_tags) : undefined;
  const { name, archived, locked, auto_archive_duration: minutes, rate_limit_per_user: slowmode } = body;
  changeThread(backend, channel, {
    name: typeof name === 'string' ? name.trim() : undefined,
    archived: typeof archived === 'boolean' ? archived : undefined,
    locked: typeof locked === 'boolean' ? locked : undefined,
    autoArchiveMinutes: typeof minutes === 'number' ? minutes : undefined,
    slowmodeSeconds: typeof slowmode === 'number' ? slowmode : undefined,
    appliedTags,
  });
}

function editChannel({ backend, body }: Call, channel: Channel): void {
  need(backend, channel, 'ManageChannels');
  const { name, topic, rate_limit_per_user: slowmode } = body;
  if (typeof name === 'string') channel.name = name.trim();
  if (typeof topic === 'string') channel.topic = topic;
  if (typeof slowmode === 'number') channel.slowmodeSeconds = slowmode;
  backend.announce.channelUpdated(channel);
}

export const channelRoutes: Routes = {
  'GET /channels/:channel': (call) => ok(channelJson(call.backend.world, visibleChannel(call))),
  'PATCH /channels/:channel': (call) => {
    const channel = visibleChannel(call);
    refuseForm(issuesOf(model({}, editable), call.body));
    if (channel.type === channelType.dm) refuse(50003);
    if (isThread(channel)) editThread(call, channel);
    else editChannel(call, channel);
    call.backend.changes.note();
    return ok(channelJson(call.backend.world, channel));
  },
  'DELETE /channels/:channel': (call) => {
    const { world, announce, changes } = call.backend;
    const channel = visibleChannel(call);
    if (channel.type === channelType.dm) return ok(channelJson(world, channel));
    need(call.backend, channel, isThread(channel) ? 'ManageThreads' : 'ManageChannels');
    world.channels.delete(channel.id);
    if (isThread(channel)) announce.threadDeleted(channel);
    else announce.channelDeleted(channel);
    changes.note();
    return ok(channelJson(world, channel));
  },
};

const recipient = model({ recipient_id: snowflake });

export const directRoutes: Routes = {
  'POST /users/@me/channels': ({ backend, body }) => {
    refuseForm(issuesOf(recipient, body));
    const user = backend.world.users.get(String(recordOf(body).recipient_id));
    if (!user || user.isBot) return refuse(50033);
    return ok(channelJson(backend.world, backend.world.directWith(user)));
  },
};
