import type { AccountTie, Asker } from './account-links.ts';
import type { HostAnswer, HostFailure } from './host-answer.ts';
import type { Detail, MailReport } from './mail-report.ts';
import type { AccountRef } from './panel.ts';

/** A line for the audit log. */
export interface AuditNote {
  readonly by: Asker;
  readonly action: 'account.show-own' | 'account.show' | 'account.find' | 'account.code' | 'account.sign-in';
  /** SERVER/USER, or what was typed. */
  readonly about: string;
  readonly why: string;
  readonly outcome: string;
}

export type OwnReport =
  | { readonly kind: 'report'; readonly report: MailReport }
  /** Several accounts are linked: which one? */
  | { readonly kind: 'choose'; readonly choices: readonly { readonly id: string; readonly domain: string }[] }
  /** No account is linked, or the choice is none of the asker's links. */
  | { readonly kind: 'not-linked' }
  /** The account is gone, its name went to somebody else, or the host no longer tells them apart: link anew. */
  | { readonly kind: 'link-void'; readonly domain: string }
  | {
      readonly kind: 'unavailable';
      readonly domain: string;
      readonly account: AccountRef;
      readonly failure: HostFailure;
    };

export type StaffAnswer<Value> =
  | { readonly kind: 'found'; readonly found: readonly Value[]; readonly failures: readonly HostFailure[] }
  | { readonly kind: 'not-staff' };

export interface StaffQuestion {
  /** A user name or a domain. */
  readonly name: string;
  readonly why: string;
}

/**
 * The one way to an account, for whoever asks. A customer names nothing: the asker's own links, read at that moment,
 * are all there is to choose from. Rejects when the audit log cannot be written, and then shows nothing.
 */
export interface Accounts {
  own(asker: Asker, choice: string | undefined, detail: Detail, signal: AbortSignal): Promise<OwnReport>;
  showToStaff(
    staff: Staff,
    question: StaffQuestion,
    detail: Detail,
    signal: AbortSignal,
  ): Promise<StaffAnswer<MailReport>>;
  /** For a link that staff vouches for. */
  findForStaff(staff: Staff, question: StaffQuestion, signal: AbortSignal): Promise<StaffAnswer<AccountTie>>;
  /**
   * For the emailed code only: where to mail it, never to be shown. `undefined` means unknown, not to be had, or more
   * than one; the asker must hear the same sentence, after the same time, in every case.
   */
  findForCode(
    asker: Asker,
    name: string,
    signal: AbortSignal,
  ): Promise<{ readonly tie: AccountTie; readonly email: string } | undefined>;
  /**
   * For an account that the billing system says is the asker's: as the host has it now. Its main domain must be the one
   * that was sold, or the user name may have gone to somebody else meanwhile.
   */
  findForSignIn(
    asker: Asker,
    sold: { readonly account: AccountRef; readonly domain: string },
    signal: AbortSignal,
  ): Promise<HostAnswer<AccountTie | undefined>>;
}

export interface Staff extends Asker {
  readonly staff: boolean;
}
