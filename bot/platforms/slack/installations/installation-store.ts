import type { InstallationStore as BoltStore, Installation, InstallationQuery } from '@slack/bolt';

/** Keeps what OAuth gave for each workspace, tokens and all: encrypted, and only the latest. */
export interface InstallationStore {
  store(key: string, installation: unknown): Promise<unknown>;
  /** Undefined where the app is not installed. */
  fetch(key: string): Promise<unknown>;
  remove(key: string): Promise<unknown>;
}

/** A store as Bolt asks for it. */
export function toBoltStore(store: InstallationStore): BoltStore {
  return {
    async storeInstallation(installation) {
      const { enterprise, team, isEnterpriseInstall } = installation;
      const key = isEnterpriseInstall ? enterprise?.id : team?.id;
      if (key === undefined) throw new Error('Slack gave an installation without a workspace');
      await store.store(key, installation);
    },
    async fetchInstallation(query) {
      const installation = await store.fetch(keyOf(query));
      if (installation === undefined)
        throw new Error(`The app is not installed in ${keyOf(query) || 'that workspace'}`);
      return installation as Installation<'v2', boolean>;
    },
    async deleteInstallation(query) {
      await store.remove(keyOf(query));
    },
  };
}

function keyOf({ isEnterpriseInstall, enterpriseId, teamId }: InstallationQuery<boolean>): string {
  return (isEnterpriseInstall ? enterpriseId : teamId) ?? '';
}
