import { webApi } from '@slack/bolt';
import type { Log } from '../../../log.ts';
import type { Around } from '../hearing/to-question.ts';
import type { Authorize } from '../installations/one-refresh.ts';
import type { SlackParts } from '../slack-parts.ts';
import { clientOptions } from './client-options.ts';
import type { Identity } from './identify.ts';

/** The bot of a workspace; undefined where it is not installed (any more). '' means the only workspace there is. */
export type OpenTeam = (team: string) => Promise<{ client: webApi.WebClient; around: Around } | undefined>;

export interface OpenTeamParts {
  /** Finds a workspace's token; undefined where there is but one workspace. */
  readonly authorize: Authorize | undefined;
  /** Of the one workspace. Throws before the start. */
  identity(): Identity;
  readonly apiUrl: string;
  readonly log: Log;
  readonly metrics: SlackParts['metrics'];
}

export function createOpenTeam({ authorize, identity, apiUrl, log, metrics }: OpenTeamParts): OpenTeam {
  return async (teamId) => {
    const source = { teamId, enterpriseId: undefined, isEnterpriseInstall: false } as const;
    const { botToken, botUserId } = authorize
      ? await authorize(source).catch(() => ({ botToken: undefined, botUserId: undefined }))
      : identity();
    if (botToken === undefined || botUserId === undefined) return undefined;
    const team = authorize ? teamId : identity().teamId;
    const client = new webApi.WebClient(botToken, clientOptions(apiUrl, log, metrics));
    return { client, around: { team, botUserId } };
  };
}
