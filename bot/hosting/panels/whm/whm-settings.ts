import { createSecret } from '../../secret.ts';
import { type Environment, type NamedServer, readNamedServers } from '../../server-settings.ts';
import type { WhmServerConfig, WhmToken } from './whm-config.ts';
import { nameablePrivileges } from './whm-privileges.ts';

/** For `.env.example`. `WEB1` stands for the name that WHM_SERVERS gives the server. */
export const whmSettings = [
  {
    name: 'WHM_SERVERS',
    example: 'web1=https://web1.example.com:2087',
    meaning: 'WHM servers, NAME=https://HOST:2087, separated by commas',
  },
  {
    name: 'WHM_WEB1_TOKENS',
    example: 'reseller1:ABC,reseller2:DEF',
    meaning:
      'API tokens of the server, USER:TOKEN, one for each reseller; or WHM_WEB1_TOKENS_FILE, a line each',
  },
  {
    name: 'WHM_WEB1_CA_FILE',
    example: '/etc/hostdesk/web1-ca.pem',
    meaning: 'Certificate authority of a server whose certificate is not publicly signed',
  },
  { name: 'WHM_WEB1_SHA256', example: 'AB:CD:…', meaning: 'Or the SHA-256 fingerprint of its certificate' },
  {
    name: 'WHM_WEB1_ALLOW',
    example: 'all',
    meaning: 'Harmful privileges that a token may hold all the same, by name',
  },
  {
    name: 'WHM_WEB1_HOSTNAME',
    example: 'server1.example.com',
    meaning: 'Host name of the server in WHMCS, where it is not that of its address',
  },
] as const;

export interface WhmSettings {
  readonly servers: readonly WhmServerConfig[];
  /** Server's name by the host names that a billing system may know it by. */
  readonly hosts: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

export function readWhmSettings(env: Environment): WhmSettings {
  const { servers: named, problems: found } = readNamedServers('WHM', env);
  const problems = [...found];
  const hosts = new Map<string, string>();
  const servers = named.map((server): WhmServerConfig => {
    const { name, url, trust } = server;
    for (const host of [new URL(url).hostname, server.value('HOSTNAME') ?? ''])
      if (host !== '') hosts.set(host.toLowerCase(), name);
    const tokens = readTokens(server, problems);
    const allowedPrivileges = (server.value('ALLOW') ?? '').split(/[\s,]+/).filter((each) => each !== '');
    const unknown = allowedPrivileges.filter((each) => !nameablePrivileges.includes(each));
    if (unknown.length > 0)
      problems.push(
        `${server.variable('ALLOW')}: ${unknown.join(', ')}: is none of ${nameablePrivileges.join(', ')}`,
      );
    return { name, url, trust, tokens, allowedPrivileges };
  });
  return { servers, hosts, problems };
}

function readTokens(server: NamedServer, problems: string[]): WhmToken[] {
  const variable = server.variable('TOKENS');
  try {
    const entries = (server.secret('TOKENS') ?? '').split(/[\s,]+/).filter((entry) => entry !== '');
    if (entries.length === 0)
      problems.push(`${variable}: set USER:TOKEN, or name a file in ${variable}_FILE`);
    return entries.flatMap((entry, index) => {
      const [, user, token] = /^([a-z0-9_.-]+):([\x21-\x7e]+)$/i.exec(entry) ?? [];
      if (user !== undefined && token !== undefined) return [{ user, secret: createSecret(token) }];
      // Not repeated here: it may be a token.
      problems.push(`${variable}: entry ${index + 1} is not of the form USER:TOKEN`);
      return [];
    });
  } catch {
    problems.push(`${variable}_FILE: the file cannot be read`);
    return [];
  }
}
