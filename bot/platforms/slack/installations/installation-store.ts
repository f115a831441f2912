import type { InstallationStore as BoltStore, Installation, InstallationQuery } from '@slack/bolt';

/** Keeps what OAuth gave for each workspace, tokens and all: encrypted, and only the latest. */
export interface InstallationStore {
  store(key: string, installation: unknown): Promise<unknown>;
  /** Undefined where the app is not installed. `fresh`: as it is now, not as it was a moment ago. */
  fetch(key: string, options?: { readonly fresh?: boolean }): Promise<unknown>;
  remove(key: string): Promise<unknown>;
  /** Whether this process, alone among all, may refresh the workspace's token now. */
  mayRefresh(key: string): Promise<boolean>;
}

type Installed = Installation<'v2', boolean>;

/** The library refreshes a token that has less than this to live. */
const refreshedBeforeSeconds = 7200;

/** A store as Bolt asks for it. */
export function toBoltStore(store: InstallationStore, now: () => number): BoltStore {
  const isExpiring = ({ bot }: Installed) =>
    bot?.refreshToken !== undefined &&
    bot.expiresAt !== undefined &&
    bot.expiresAt - now() / 1000 <= refreshedBeforeSeconds;
  const fetch = async (key: string, options?: { fresh: boolean }) => {
    const installation = await store.fetch(key, options);
    if (installation === undefined) throw new Error(`The app is not installed in ${key || 'that workspace'}`);
    return installation as Installed;
  };
  return {
    async storeInstallation(installation) {
      const { enterprise, team, isEnterpriseInstall } = installation;
      const key = isEnterpriseInstall ? enterprise?.id : team?.id;
      if (key === undefined) throw new Error('Slack gave an installation without a workspace');
      await store.store(key, installation);
    },
    async fetchInstallation(query) {
      const key = keyOf(query);
      const installation = await fetch(key);
      if (!isExpiring(installation)) return installation;
      const mayRefresh = await store.mayRefresh(key);
      // Another process may have refreshed it meanwhile, and a refresh token is good for one use.
      const latest = await fetch(key, { fresh: true });
      return mayRefresh || !isExpiring(latest) ? latest : withoutRefresh(latest);
    },
    async deleteInstallation(query) {
      await store.remove(keyOf(query));
    },
  };
}

/** Another process refreshes it; until then the token is good as it is. */
function withoutRefresh(installation: Installed): Installed {
  const { bot } = installation;
  if (!bot) return installation;
  const { refreshToken: _, expiresAt: __, ...rest } = bot;
  return { ...installation, bot: rest };
}

function keyOf({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? '';
}
