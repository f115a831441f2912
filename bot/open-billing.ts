import type { AccountDesk } from './accounts/account-desk.ts';
import { clientOfAccount } from './hosting/billing/client-of-account.ts';
import type { NoteHostCall } from './hosting/host-call.ts';
import type { Log } from './log.ts';
import type { HandOff } from './memory/hand-offs.ts';
import { type OpenSignInParts, openSignIn, openWhmcs } from './open-whmcs.ts';
import type { Settings } from './settings.ts';
import type { SignIn } from './web/sign-in/sign-in.ts';

export interface OpenBillingParts {
  readonly settings: Settings;
  readonly hosts: OpenSignInParts['hosts'];
  readonly shared: Omit<OpenSignInParts, 'api' | 'hosts' | 'log'>;
  readonly note: NoteHostCall;
  readonly log: Log;
}

/** What the billing system is for, as far as the settings want it. */
export interface Billing {
  readonly signIn: SignIn | undefined;
  /** Its number; `undefined`: none was opened, because nothing tells how to reach the customer. */
  readonly openTicket:
    | ((handOff: HandOff, desk: Pick<AccountDesk, 'contactOf'>) => Promise<string | undefined>)
    | undefined;
  close(): Promise<void>;
}

export function openBilling({ settings, hosts, shared, note, log }: OpenBillingParts): Billing | undefined {
  const whmcs = openWhmcs(settings, log, note);
  if (!whmcs) return undefined;
  const { api, openTicket } = whmcs;
  return {
    signIn: openSignIn(settings, { ...shared, api, hosts, log }),
    openTicket:
      openTicket &&
      (async ({ customer, summary }, desk) => {
        const contact = await desk.contactOf(customer);
        if (!contact) return undefined;
        const { domain, email } = contact;
        const client = await clientOfAccount(api, contact);
        const answer = await openTicket({
          from:
            client.kind === 'ok' && client.value !== undefined
              ? { clientId: client.value }
              : { name: domain, email },
          ...{ subject: `Help wanted in chat: ${domain}`, message: summary },
        });
        if (answer.kind === 'ok') return answer.value.number;
        throw new Error(`WHMCS opened no ticket: ${answer.kind}`);
      }),
    close: () => api.close(),
  };
}
