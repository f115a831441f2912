import { failureWords } from '../../failure-words.ts';
import type { HostAnswer } from '../../host-answer.ts';
import type { CheckLine } from '../../panel.ts';
import type { Privileges } from './whm-privileges.ts';

export function privilegeLines(server: string, token: string, answer: HostAnswer<Privileges>): CheckLine[] {
  const line = (level: CheckLine['level'], text: string): CheckLine => ({
    server,
    level,
    text: `token of ${token}: ${text}`,
  });
  if (answer.kind !== 'ok') return [line('broken', failureWords(answer))];
  const { tooWide, missing, missingUseful, held } = answer.value;
  const lines = [
    tooWide.length > 0
      ? line(
          'broken',
          `not used, because it may also do: ${tooWide.join(', ')}. Make one with track-email, acct-summary and list-accts, or allow these by name in WHM_${server.toUpperCase().replaceAll('-', '_')}_ALLOW`,
        )
      : undefined,
    missing.length > 0 ? line('broken', `lacks ${missing.join(', ')}`) : undefined,
    missingUseful.length > 0
      ? line('doubtful', `lacks ${missingUseful.join(', ')}: each account costs a call of its own`)
      : undefined,
  ];
  const found = lines.filter((each) => each !== undefined);
  return found.length > 0 ? found : [line('good', `may ${held.join(', ')}`)];
}

export function countingLine(server: string, byDomain: boolean): CheckLine {
  return byDomain
    ? { server, level: 'good', text: 'counts mail by domain' }
    : {
        server,
        level: 'doubtful',
        text: 'no account has shown rows for two domains in the last day, so counts are told as those of the whole account',
      };
}
