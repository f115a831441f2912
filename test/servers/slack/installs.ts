import type { App } from './app.ts';
import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import { hex } from './ids.ts';
import type { User, Workspace } from './workspace.ts';

/** The app in one team: its bot user, its granted scopes. */
export interface Installation {
  readonly teamId: string;
  readonly bot: User;
  readonly botId: string;
  readonly scopes: readonly string[];
  /** The token a test hands to the bot. With rotation: the one first issued. */
  readonly token: string;
  active: boolean;
}

interface IssuedToken {
  readonly value: string;
  readonly installation: Installation;
  readonly expiresAtMs: number | undefined;
  revoked: boolean;
}

export interface Grant {
  readonly installation: Installation;
  readonly token: string;
  readonly refreshToken?: string;
  readonly expiresInSeconds?: number;
}

const twelveHoursSeconds = 43_200;
const liveTokensAtOnce = 2;

export type Installs = ReturnType<typeof createInstalls>;

export function createInstalls(app: App, workspace: Workspace, clock: Clock, ids: Ids) {
  const byTeam = new Map<string, Installation>();
  const tokens = new Map<string, IssuedToken>();
  const refreshTokens = new Map<string, Installation>();
  const bots = new Map<string, { bot: User; botId: string }>();
  const codes = new Map<
    string,
    { teamId: string; userId: string; scopes: readonly string[]; used: boolean }
  >();

  function issue(installation: Installation, value: string): Grant {
    const lifeSeconds = app.rotatesTokens ? twelveHoursSeconds : undefined;
    const expiresAtMs = lifeSeconds === undefined ? undefined : clock.nowMs() + lifeSeconds * 1000;
    tokens.set(value, { value, installation, expiresAtMs, revoked: false });
    if (lifeSeconds === undefined) return { installation, token: value };
    const refreshToken = `xoxe-1-${hex(16)}`;
    refreshTokens.set(refreshToken, installation);
    return { installation, token: value, refreshToken, expiresInSeconds: lifeSeconds };
  }

  const newToken = () => `${app.rotatesTokens ? 'xoxe.xoxb-1' : 'xoxb'}-${hex(12)}`;

  function newBot(teamId: string): { bot: User; botId: string } {
    const botId = ids.next('B');
    const name = app.name.toLowerCase();
    return { botId, bot: workspace.addUser({ name, realName: app.name, teamId, isBot: true, botId }) };
  }

  function install(teamId: string, scopes: readonly string[] = app.scopes): Grant {
    // A team that installs the app again gets the same bot back.
    const { bot, botId } = bots.get(teamId) ?? newBot(teamId);
    bots.set(teamId, { bot, botId });
    const value = newToken();
    const installation: Installation = { teamId, bot, botId, scopes, token: value, active: true };
    byTeam.set(teamId, installation);
    return issue(installation, value);
  }

  return {
    install,
    of: (teamId: string): Installation | undefined => byTeam.get(teamId),
    all: (): Installation[] => [...byTeam.values()].filter(({ active }) => active),
    /** What a bearer token stands for, or Slack's name for what is wrong with it. */
    check: (value: string): Installation | string => {
      const token = tokens.get(value);
      if (!token) return 'invalid_auth';
      if (!token.installation.active) return 'account_inactive';
      if (token.revoked) return 'token_revoked';
      if (token.expiresAtMs !== undefined && token.expiresAtMs <= clock.nowMs()) return 'token_expired';
      return token.installation;
    },
    tokensOf: (teamId: string): string[] =>
      [...tokens.values()].filter((token) => token.installation.teamId === teamId).map(({ value }) => value),
    remove: (teamId: string): void => {
      const installation = byTeam.get(teamId);
      if (installation) installation.active = false;
      byTeam.delete(teamId);
      for (const [value, of] of refreshTokens) if (of === installation) refreshTokens.delete(value);
    },
    /** The code a person brings back after pressing Allow. */
    allow: (teamId: string, userId: string, scopes: readonly string[] = app.scopes): string => {
      const code = `${hex(6)}.${hex(6)}.${hex(16)}`;
      codes.set(code, { teamId, userId, scopes, used: false });
      return code;
    },
    exchange: (code: string): (Grant & { userId: string }) | string => {
      const known = codes.get(code);
      if (!known) return 'invalid_code';
      if (known.used) return 'code_already_used';
      known.used = true;
      return { ...install(known.teamId, known.scopes), userId: known.userId };
    },
    /** Single use; at most two access tokens of a team live at once, so an older one is revoked. */
    refresh: (refreshToken: string): Grant | string => {
      const installation = refreshTokens.get(refreshToken);
      if (!installation) return 'invalid_refresh_token';
      refreshTokens.delete(refreshToken);
      const grant = issue(installation, newToken());
      const live = [...tokens.values()].filter((t) => t.installation === installation && !t.revoked);
      for (const token of live.slice(0, -liveTokensAtOnce)) token.revoked = true;
      return grant;
    },
  };
}
