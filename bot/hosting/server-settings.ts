import { readFileSync } from 'node:fs';
import { serverAddress } from './http/host-client.ts';
import { fingerprintOf, type TlsTrust } from './http/tls-trust.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A server as the environment names it: `PREFIX_SERVERS=NAME=https://HOST:PORT, …`, the rest as `PREFIX_NAME_…`. */
export interface NamedServer {
  readonly name: string;
  readonly url: string;
  readonly trust: TlsTrust;
  /** `PREFIX_NAME_SUFFIX`, or the content of the file that `PREFIX_NAME_SUFFIX_FILE` names; `undefined`: neither is set. */
  secret(suffix: string): string | undefined;
  value(suffix: string): string | undefined;
  variable(suffix: string): string;
}

export interface ReadServers {
  readonly servers: readonly NamedServer[];
  /** A sentence a mistake: what to set. Never with a secret in it. */
  readonly problems: readonly string[];
}

export function readNamedServers(prefix: string, env: Environment): ReadServers {
  const problems: string[] = [];
  const entries = (env[`${prefix}_SERVERS`] ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
  const servers = entries.flatMap((entry): NamedServer[] => {
    const [, name, url] = /^([a-z0-9][a-z0-9-]{0,31})=(.+)$/i.exec(entry) ?? [];
    if (name === undefined || url === undefined) {
      problems.push(`${prefix}_SERVERS: write NAME=https://HOST:PORT, NAME of letters, digits and hyphens`);
      return [];
    }
    try {
      serverAddress(url);
      return [namedServer(prefix, name, url, env)];
    } catch (error) {
      problems.push(`${prefix}_SERVERS, ${name}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  });
  const names = servers.map(({ name }) => name.toLowerCase());
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index))) {
    problems.push(`${prefix}_SERVERS: ${name} stands there twice`);
  }
  return { servers, problems };
}

/** Throws when a file cannot be read, or when two ways of trust are set. */
function namedServer(prefix: string, name: string, url: string, env: Environment): NamedServer {
  const variable = (suffix: string) => `${prefix}_${name.toUpperCase().replaceAll('-', '_')}_${suffix}`;
  const value = (suffix: string) => env[variable(suffix)]?.trim() || undefined;
  const secret = (suffix: string) => {
    const file = value(`${suffix}_FILE`);
    return file === undefined ? value(suffix) : readFileSync(file, 'utf8').trim();
  };
  const [caFile, pin] = [value('CA_FILE'), value('SHA256')];
  if (caFile && pin) throw new Error(`set ${variable('CA_FILE')} or ${variable('SHA256')}, not both`);
  if (caFile) readFileSync(caFile);
  if (pin) fingerprintOf(pin);
  const trust: TlsTrust = caFile
    ? { kind: 'ca-file', path: caFile }
    : pin
      ? { kind: 'pinned', sha256: pin }
      : { kind: 'public' };
  return { name, url, trust, secret, value, variable };
}
