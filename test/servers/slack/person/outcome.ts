import type { Backend } from '../backend.ts';
import { isRecord, type Json } from '../json.ts';
import type { Message } from '../messages.ts';
import { respondTo } from '../responses.ts';
import type { Ack } from '../transport.ts';
import type { Channel, User } from '../workspace.ts';

/** How an act went for the person: what Slack shows them when `ok` is false is named by `error`. */
export interface Outcome {
  readonly ok: boolean;
  readonly error?: string;
  /** What the app sent with its acknowledgement. */
  readonly body?: unknown;
  /** What the app answered a command with, if it answered in the acknowledgement. */
  readonly message?: Message;
}

const shown: Record<string, string> = {
  timeout: 'operation_timeout',
  http_timeout: 'operation_timeout',
  connection_failed: 'dispatch_failed',
  http_error: 'dispatch_failed',
};

export const outcomeOf = (ack: Ack): Outcome =>
  ack.ok ? { ok: true, body: ack.body } : { ok: false, error: shown[ack.reason] ?? ack.reason };

export const identity = (user: User): Json => ({
  id: user.id,
  username: user.name,
  name: user.name,
  team_id: user.teamId,
});

/** The fields every interaction carries. */
export function interactionBase({ app, workspace }: Backend, user: User, teamId = user.teamId): Json {
  const team = workspace.teams.get(teamId);
  return {
    user: identity(user),
    api_app_id: app.id,
    token: app.verificationToken,
    team: { id: teamId, domain: team?.domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export const shownName = ({ kind, name }: Channel): string =>
  kind === 'im' ? 'directmessage' : kind === 'group' ? 'privategroup' : name;

/** The answer in a command's acknowledgement, shown as Slack shows it. */
export function withReply(backend: Backend, outcome: Outcome, user: User, channel: Channel): Outcome {
  const { ok, body } = outcome;
  const installation = backend.installs.of(user.teamId);
  if (!ok || !installation) return outcome;
  const answer = typeof body === 'string' && body.trim() ? { text: body } : body;
  if (!isRecord(answer) || Object.keys(answer).length === 0) return outcome;
  const place = { userId: user.id, channelId: channel.id, message: undefined };
  const message = respondTo(backend, installation, place, answer);
  if (typeof message === 'string') return { ok: false, error: message, body };
  return message ? { ...outcome, message } : outcome;
}
