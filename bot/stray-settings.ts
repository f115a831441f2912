import { panelSettings } from './hosting/open-panels.ts';
import { type Setting, settings } from './settings.ts';

/** Before the names of settings that nobody else is likely to use. */
const ours = /^(?:SLACK|DISCORD|WHM|WHMCS|MAILCOW|EMBEDDINGS|MEMORY)_/;

/** Names in the environment that look like settings and are none: misspelt, or of a server that is not named. */
export function straySettings(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set((Object.values(settings) as Setting[]).flatMap(({ name }) => [name, `${name}_FILE`]));
  const ofServers = serverSettings(env);
  return Object.keys(env).filter((name) => ours.test(name) && !known.has(name) && !ofServers.has(name));
}

/** `WHM_WEB1_TOKENS` for each server that `WHM_SERVERS` names. */
function serverSettings(env: Readonly<Record<string, string | undefined>>): Set<string> {
  return new Set(
    panelSettings.flatMap(({ name }) => {
      const [, panel, suffix] = /^([A-Z]+)_[A-Z0-9]+_(.+)$/.exec(name) ?? [];
      if (panel === undefined) return [name];
      const servers = [...(env[`${panel}_SERVERS`] ?? '').matchAll(/([a-z0-9-]+)=/gi)];
      return servers.flatMap(([, server = '']) => {
        const own = `${panel}_${server.toUpperCase().replaceAll('-', '_')}_${suffix}`;
        return [own, `${own}_FILE`];
      });
    }),
  );
}
