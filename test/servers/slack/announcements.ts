import type { App } from './app.ts';
import type { Clock } from './clock.ts';
import type { Deliveries } from './delivery.ts';
import type { Ids } from './ids.ts';
import type { Installation, Installs } from './installs.ts';
import { type Json, withoutUndefined } from './json.ts';
import type { Message, Messages } from './messages.ts';
import type { Channel, ChannelKind, User, Workspace } from './workspace.ts';

interface AnnouncementParts {
  readonly app: App;
  readonly workspace: Workspace;
  readonly installs: Installs;
  readonly messages: Messages;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
  readonly ids: Ids;
}

const subscriptions: Record<ChannelKind, { event: string; scope: string }> = {
  channel: { event: 'message.channels', scope: 'channels:history' },
  group: { event: 'message.groups', scope: 'groups:history' },
  im: { event: 'message.im', scope: 'im:history' },
  mpim: { event: 'message.mpim', scope: 'mpim:history' },
};

/** Any one of these scopes lets the event through; events not named need none. */
const eventScopes: Record<string, readonly string[]> = {
  app_mention: ['app_mentions:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  channel_archive: ['channels:read'],
  link_shared: ['links:read'],
};

export type Announcements = ReturnType<typeof createAnnouncements>;

/** Turns what happens in the workspace into the events the app subscribed to and may see. */
export function createAnnouncements(parts: AnnouncementParts) {
  const { app, workspace, installs, messages, deliveries, clock, ids } = parts;

  const contextOf = (event: Json, teamId: string) =>
    `4-${Buffer.from(JSON.stringify({ et: event.type, tid: teamId, aid: app.id, cid: event.channel })).toString('base64url')}`;

  function send(installation: Installation, event: Json, channel?: Channel): void {
    const { teamId, bot } = installation;
    deliveries.event({
      token: app.verificationToken,
      team_id: teamId,
      context_team_id: teamId,
      context_enterprise_id: null,
      api_app_id: app.id,
      event: withoutUndefined({ ...event, event_ts: event.event_ts ?? clock.ts() }),
      type: 'event_callback',
      event_id: ids.next('Ev'),
      event_time: clock.nowSeconds(),
      authorizations: [
        { enterprise_id: null, team_id: teamId, user_id: bot.id, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: (channel?.sharedWith.size ?? 0) > 0,
      event_context: contextOf(event, teamId),
    });
  }

  const granted = (installation: Installation, scopes: readonly string[] = []): boolean =>
    scopes.length === 0 || scopes.some((scope) => installation.scopes.includes(scope));

  /** The installations whose bot sits in the channel. */
  const audience = (channel: Channel): Installation[] =>
    installs.all().filter(({ bot }) => channel.members.has(bot.id));

  const channelOf = (id: string): Channel | undefined => workspace.channels.get(id);

  function inChannel(channelId: string, type: string, event: Json): void {
    const channel = channelOf(channelId);
    if (!channel || !app.events.has(type)) return;
    for (const installation of audience(channel))
      if (granted(installation, eventScopes[type])) send(installation, { type, ...event }, channel);
  }

  function messageEvent(channelId: string, event: Json): void {
    const channel = channelOf(channelId);
    if (!channel) return;
    const { event: subscription, scope } = subscriptions[channel.kind];
    if (!app.events.has(subscription)) return;
    const full = { ...event, channel: channelId, channel_type: channel.kind };
    for (const installation of audience(channel))
      if (granted(installation, [scope])) send(installation, full, channel);
  }

  /** Never in a direct conversation, and never for what the bot itself wrote. */
  function mention(message: Message): void {
    const channel = channelOf(message.channel);
    if (!channel || channel.kind === 'im' || !app.events.has('app_mention')) return;
    for (const installation of audience(channel)) {
      const token = new RegExp(`<@${installation.bot.id}(\\|[^>]*)?>`);
      if (!token.test(message.text) || message.user === installation.bot.id) continue;
      if (!granted(installation, eventScopes.app_mention)) continue;
      const { subtype: _, ...json } = messages.json(message);
      const event = { ...json, type: 'app_mention', channel: message.channel };
      send(installation, { ...event, event_ts: message.edited?.ts ?? message.ts }, channel);
    }
  }

  return {
    posted: (message: Message): void => {
      mention(message);
      messageEvent(message.channel, { ...messages.json(message), event_ts: message.ts });
    },
    /** Slack fires a mention anew when a message that mentions the bot is edited, with `edited` set. */
    edited: (message: Message, before: Message, byPerson: boolean): void => {
      if (byPerson) mention(message);
      messageEvent(message.channel, {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        ts: clock.ts(),
        message: messages.json(message),
        previous_message: messages.json(before),
      });
    },
    removed: (message: Message, before: Message): void => {
      const subtype = message.deleted ? 'message_deleted' : 'message_changed';
      messageEvent(message.channel, {
        type: 'message',
        subtype,
        hidden: true,
        ts: clock.ts(),
        deleted_ts: message.deleted ? message.ts : undefined,
        message: message.deleted ? undefined : messages.json(message),
        previous_message: messages.json(before),
      });
    },
    reacted: (
      type: 'reaction_added' | 'reaction_removed',
      user: string,
      reaction: string,
      of: Message,
    ): void =>
      inChannel(of.channel, type, {
        user,
        reaction,
        item: { type: 'message', channel: of.channel, ts: of.ts },
        item_user: of.user,
      }),
    membership: (
      type: 'member_joined_channel' | 'member_left_channel',
      user: User,
      channel: Channel,
      inviter?: string,
    ) =>
      inChannel(channel.id, type, {
        user: user.id,
        channel: channel.id,
        channel_type: channel.kind === 'group' ? 'G' : 'C',
        team: user.teamId,
        inviter,
      }),
    appHome: (user: User, event: Json): void => {
      const installation = installs.of(user.teamId);
      if (installation && app.events.has('app_home_opened'))
        send(installation, { type: 'app_home_opened', user: user.id, ...event });
    },
    /** Any other event, to the installation of a team. */
    other: (teamId: string, event: Json & { type: string }): void => {
      const installation = installs.of(teamId);
      if (installation && app.events.has(event.type)) send(installation, event);
    },
  };
}
