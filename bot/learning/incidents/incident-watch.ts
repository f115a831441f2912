import type { MailError } from '../../bounce/mail-error.ts';
import { type Reason, reasonRules } from '../../bounce/reasons/index.ts';
import type { Incidents } from '../../memory/incidents.ts';
import type { PersonAt } from '../../memory/place.ts';
import { type FingerprintParts, fingerprintOf, fingerprintParts, untold } from './fingerprint.ts';

export interface IncidentLimits {
  /** So many different people … */
  readonly people: number;
  /** … or so many, of errors that anybody can have alone: a full mailbox, a refusal by nobody knows whom. */
  readonly ownPeople: number;
  readonly withinMs: number;
  /** No second alert for the same so long after one. */
  readonly quietMs: number;
}

const usualLimits: IncidentLimits = {
  people: 5,
  ownPeople: 20,
  withinMs: 3_600_000,
  quietMs: 6 * 3_600_000,
};

/** Many customers have the same error: to be told to staff once. */
export interface IncidentAlert extends FingerprintParts {
  readonly fingerprint: string;
  /** Different people within the limits' time. */
  readonly people: number;
}

export interface IncidentWatch {
  /**
   * Notes what a customer brought, never what staff paste. Gives the alerts that it raises: each is given to one
   * caller among all processes. None while the memory is away.
   */
  note(errors: readonly MailError[], who: PersonAt): Promise<readonly IncidentAlert[]>;
}

export interface IncidentMemory {
  note(...given: Parameters<Incidents['note']>): Promise<Awaited<ReturnType<Incidents['note']>> | undefined>;
}

const mostErrors = 5;
const notices = new Set<string>(
  reasonRules.flatMap(({ kind, reason }) => (kind === 'notice' ? [reason] : [])),
);

/** What comes of one customer's own settings, lists and mailboxes; one of many customers is always having it. */
const own: ReadonlySet<Reason> = new Set([
  'auth-failure',
  'client-data-file',
  'client-login',
  'content-rejected',
  'defer-fail-limit',
  'delivery-expired',
  'host-unknown',
  'mailbox-disabled',
  'mailbox-full',
  'mailbox-moved',
  'message-malformed',
  'message-too-large',
  'not-accepting-mail',
  'recipient-filtered',
  'sender-rejected',
  'sending-limit',
  'suppressed',
  'too-many-recipients',
  'user-unknown',
  'virus-detected',
]);

export function createIncidentWatch(
  incidents: IncidentMemory,
  limits: IncidentLimits = usualLimits,
): IncidentWatch {
  const { withinMs, quietMs } = limits;
  return {
    async note(errors, who) {
      const brought = new Map<string, MailError>();
      for (const error of errors)
        if (error.reason !== 'unknown' && !notices.has(error.reason) && brought.size < mostErrors)
          brought.set(fingerprintOf(error), error);
      const alerts: IncidentAlert[] = [];
      for (const [fingerprint, error] of brought) {
        const parts = fingerprintParts(fingerprint);
        const people = hadAlone(error, parts) ? limits.ownPeople : limits.people;
        const noted = await incidents.note(fingerprint, who, { people, withinMs, quietMs });
        if (noted?.alert) alerts.push({ fingerprint, people: noted.people, ...parts });
      }
      return alerts;
    },
  };
}

/** Where nobody says who refused, customers with different receivers have the same words in hand; what our servers cause stays ours. */
function hadAlone({ reason, actor }: MailError, { provider }: FingerprintParts): boolean {
  return own.has(reason) || (provider === untold && actor !== 'host');
}
