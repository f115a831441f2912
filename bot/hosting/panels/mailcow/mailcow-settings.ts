import { createSecret } from '../../secret.ts';
import { type Environment, readNamedServers } from '../../server-settings.ts';
import type { MailcowServerConfig } from './mailcow-server.ts';

/** For `.env.example`. `MAIL1` stands for the name that MAILCOW_SERVERS gives the server. */
export const mailcowSettings = [
  {
    name: 'MAILCOW_SERVERS',
    example: 'mail1=https://mail.example.com',
    meaning: 'Mailcow servers, NAME=https://HOST, separated by commas',
  },
  {
    name: 'MAILCOW_MAIL1_KEY',
    example: 'ABC-DEF',
    meaning: 'Read-only API key of the server; or MAILCOW_MAIL1_KEY_FILE',
  },
  {
    name: 'MAILCOW_MAIL1_CA_FILE',
    example: '/etc/hostdesk/mail1-ca.pem',
    meaning: 'Certificate authority of a server whose certificate is not publicly signed',
  },
  {
    name: 'MAILCOW_MAIL1_SHA256',
    example: 'AB:CD:…',
    meaning: 'Or the SHA-256 fingerprint of its certificate',
  },
] as const;

export interface MailcowSettings {
  readonly servers: readonly MailcowServerConfig[];
  readonly problems: readonly string[];
}

export function readMailcowSettings(env: Environment): MailcowSettings {
  const { servers: named, problems: found } = readNamedServers('MAILCOW', env);
  const problems = [...found];
  const servers = named.flatMap(({ name, url, trust, secret, variable }): MailcowServerConfig[] => {
    try {
      const key = secret('KEY');
      if (key !== undefined) return [{ name, url, trust, key: createSecret(key) }];
      problems.push(`${variable('KEY')}: set the API key, or name a file in ${variable('KEY_FILE')}`);
    } catch {
      problems.push(`${variable('KEY_FILE')}: the file cannot be read`);
    }
    return [];
  });
  return { servers, problems };
}
