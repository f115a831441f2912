import type { MailError } from '../bounce/mail-error.ts';
import type { DomainHealth } from '../hosting/mail-health.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { limitNumber, percentWords } from './domain-words.ts';

export type PastedNumbers = Pick<MailError, 'reason' | 'domain' | 'count' | 'limit' | 'percent'>;

/** The numbers of a pasted bounce beside the live ones, and what of them differs. Empty: the paste names no number. */
export function pasteWords(pasted: PastedNumbers, live: DomainHealth): string {
  const { count, limit, percent, domain = live.domain } = pasted;
  if (count === undefined) return '';
  // The other hourly limit counts messages sent, not messages failed.
  const sending = pasted.reason === 'sending-limit';
  const liveCount = sending ? live.sent : sumOf(live);
  const liveLimit = limitNumber(sending ? live.limits.sendingPerHour : live.limits.deferFailCount);
  const liveShare = sending ? undefined : live.sharePercent;
  const what = sending ? 'sent' : 'deferred and failed';
  const numbers = (counted: number | undefined, of: number | undefined, share: string | undefined) =>
    [
      `${counted ?? 'an unknown number'} ${what}`,
      of === undefined || of < 0 ? '' : `limit ${of}`,
      share === undefined ? '' : `share ${share}`,
    ]
      .filter((part) => part !== '')
      .join(', ');
  const lines = [
    `- Your message: ${numbers(count, limit, percent === undefined ? undefined : `${percent} %`)}`,
    `- The server now: ${numbers(liveCount, liveLimit, liveShare === undefined ? undefined : percentWords(liveShare))}`,
  ];
  const differences = [
    liveCount !== undefined && liveCount !== count ? `the count was ${count} and is ${liveCount}` : '',
    limit !== undefined && limit >= 0 && liveLimit !== undefined && liveLimit !== limit
      ? `the limit was ${limit} and is ${liveLimit}`
      : '',
    percent !== undefined && liveShare !== undefined && Math.abs(percent - liveShare) >= 1
      ? `the share was ${percent} % and is ${percentWords(liveShare)}`
      : '',
  ].filter((difference) => difference !== '');
  const verdict =
    differences.length === 0
      ? 'They are the same.'
      : `They differ: ${differences.join('; ')}. A bounce keeps the numbers of the moment it was written.`;
  const over =
    !sending && live.block.state === 'no' ? ` The block that your message tells of is not there now.` : '';
  return `### Your message and the server, for ${codeSpan(domain)}\n${lines.join('\n')}\n\n${verdict}${over}`;
}

function sumOf({ deferred, failed }: DomainHealth): number | undefined {
  return deferred === undefined || failed === undefined ? undefined : deferred + failed;
}
