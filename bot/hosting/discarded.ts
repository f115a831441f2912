import type { Delivery } from './delivery.ts';

/** A recipient and what happened to mail for it. Private: for the account's owner and staff. */
export interface RecipientLine {
  readonly recipient: string;
  readonly times: number;
  readonly last: Date;
  /** The latest words of the server about it. */
  readonly text: string;
}

export interface Discarded {
  /** Good addresses: their mail was discarded only because of the block, and must be sent again. */
  readonly sendAgain: readonly RecipientLine[];
  /** Addresses that failed or were put off for a reason of their own and used the quota up, the busiest first. */
  readonly usedUp: readonly RecipientLine[];
  /** First and last message that the block discarded. */
  readonly blockedFrom: Date | undefined;
  readonly blockedTo: Date | undefined;
}

/** Keeps what the block did apart from what led to it. */
export function splitByBlock(records: readonly Delivery[]): Discarded {
  const missed = records.filter(({ outcome }) => outcome !== 'delivered');
  const byBlock = missed.filter(({ stoppedBy }) => stoppedBy === 'defer-fail-limit');
  const own = missed.filter(({ stoppedBy }) => stoppedBy === undefined);
  const atFault = new Set(own.map(({ recipient }) => recipient));
  const times = byBlock.map(({ at }) => at.getTime());
  return {
    sendAgain: linesOf(byBlock.filter(({ recipient }) => recipient !== '' && !atFault.has(recipient))),
    usedUp: linesOf(own),
    blockedFrom: times.length > 0 ? new Date(Math.min(...times)) : undefined,
    blockedTo: times.length > 0 ? new Date(Math.max(...times)) : undefined,
  };
}

function linesOf(records: readonly Delivery[]): RecipientLine[] {
  const lines = [...Map.groupBy(records, ({ recipient }) => recipient)].map(
    ([recipient, of]): RecipientLine => {
      const latest = of.reduce((one, other) => (other.at > one.at ? other : one));
      return { recipient, times: of.length, last: latest.at, text: latest.text };
    },
  );
  return lines.toSorted((one, other) => other.times - one.times || other.last.getTime() - one.last.getTime());
}
