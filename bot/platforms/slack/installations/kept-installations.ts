import type { ResilientMemory } from '../../../memory/resilient/resilient.ts';
import type { InstallationStore } from './installation-store.ts';

const platform = 'slack';
const freshMs = 60_000;
const refreshMs = 20_000;
const mostCached = 10_000;

/** The database is away, and this process has not heard of the workspace yet. */
export class InstallationsAway extends Error {}

/** Installations in the memory, sealed. Those asked for lately are known while the database is away, too. */
export function createKeptInstallations(
  memory: Pick<ResilientMemory, 'installations' | 'leases' | 'state'>,
  now: () => number = Date.now,
): InstallationStore {
  const known = new Map<string, { installation: unknown; at: number }>();
  const keep = (key: string, installation: unknown) => {
    known.delete(key);
    known.set(key, { installation, at: now() });
    const oldest = known.size > mostCached ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
  };
  return {
    async store(key, installation) {
      keep(key, installation);
      const stored = await memory.installations.store(platform, key, installation);
      // Slack's page then says that it did not work, and nobody believes that the app is installed.
      if (stored === undefined) throw new InstallationsAway('The installation could not be kept');
    },
    async fetch(key, { fresh = false } = {}) {
      const last = known.get(key);
      if (last && !fresh && now() - last.at < freshMs) return last.installation;
      const installation = await memory.installations.fetch(platform, key);
      if (installation === undefined && !memory.state().reading) {
        if (last) return last.installation;
        throw new InstallationsAway('The memory is away');
      }
      if (installation === undefined) known.delete(key);
      else keep(key, installation);
      return installation;
    },
    async remove(key) {
      known.delete(key);
      await memory.installations.remove(platform, key);
    },
    // While nobody can say otherwise this process may: an expired token is worse than two refreshes.
    mayRefresh: async (key) => (await memory.leases.take(`${platform} token ${key}`, refreshMs)) ?? true,
  };
}
