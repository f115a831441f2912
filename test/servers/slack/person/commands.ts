import type { ShortcutKind } from '../app.ts';
import type { Backend } from '../backend.ts';
import type { Message } from '../messages.ts';
import type { Channel, User } from '../workspace.ts';
import { interactionBase, type Outcome, outcomeOf, shownName, withReply } from './outcome.ts';
import { typedText } from './typed-text.ts';

export function createCommands(backend: Backend) {
  const { app, workspace, deliveries, triggers, responseUrls, messages, clock, installs } = backend;

  /** People of a team without the app, met in a shared channel, do not find its commands and shortcuts. */
  const hasApp = (user: User) => installs.of(user.teamId) !== undefined;
  const allowed = (user: User, callbackId: string, kind: ShortcutKind) =>
    hasApp(user) && (app.shortcuts === undefined || app.shortcuts.get(callbackId) === kind);

  return {
    /** `thread`: where Slack refuses commands, whatever the app can do. */
    slash: async (
      user: User,
      channel: Channel,
      command: string,
      text = '',
      { thread }: { thread?: Message } = {},
    ): Promise<Outcome> => {
      if (thread) return { ok: false, error: 'not_supported_in_threads' };
      const registered = app.commands?.get(command);
      if (!hasApp(user) || (app.commands !== undefined && !registered))
        return { ok: false, error: 'unknown_command' };
      const teamId = user.teamId;
      const escapes = registered?.shouldEscape ?? true;
      const payload = {
        token: app.verificationToken,
        team_id: teamId,
        team_domain: workspace.teams.get(teamId)?.domain,
        channel_id: channel.id,
        channel_name: shownName(channel),
        user_id: user.id,
        user_name: user.name,
        command,
        text: escapes ? typedText(workspace, text).text : text,
        api_app_id: app.id,
        is_enterprise_install: 'false',
        response_url: responseUrls.issue('commands', {
          userId: user.id,
          teamId,
          channelId: channel.id,
          message: undefined,
        }),
        trigger_id: triggers.issue(user.id, teamId),
      };
      const ack = await deliveries.request('slash_commands', command, payload, true);
      return withReply(backend, outcomeOf(ack), user, channel);
    },
    /** The message menu. */
    shortcut: async (user: User, message: Message, callbackId: string): Promise<Outcome> => {
      if (!allowed(user, callbackId, 'message')) return { ok: false, error: 'unknown_shortcut' };
      const channel = workspace.channels.get(message.channel);
      if (!channel?.members.has(user.id)) throw new Error(`${user.name} cannot see that message`);
      const payload = {
        type: 'message_action',
        ...interactionBase(backend, user),
        action_ts: clock.ts(),
        callback_id: callbackId,
        trigger_id: triggers.issue(user.id, user.teamId),
        response_url: responseUrls.issue('actions', {
          userId: user.id,
          teamId: user.teamId,
          channelId: channel.id,
          message,
        }),
        channel: { id: channel.id, name: shownName(channel) },
        message_ts: message.ts,
        message: messages.json(message),
      };
      return outcomeOf(
        await deliveries.request('interactive', `message_action ${callbackId}`, payload, false),
      );
    },
    globalShortcut: async (user: User, callbackId: string): Promise<Outcome> => {
      if (!allowed(user, callbackId, 'global')) return { ok: false, error: 'unknown_shortcut' };
      const payload = {
        type: 'shortcut',
        ...interactionBase(backend, user),
        action_ts: clock.ts(),
        callback_id: callbackId,
        trigger_id: triggers.issue(user.id, user.teamId),
      };
      return outcomeOf(await deliveries.request('interactive', `shortcut ${callbackId}`, payload, false));
    },
  };
}
