import type { AccountParts } from './accounts/account-parts.ts';
import type { Accounts } from './hosting/account-access.ts';
import { type OpenedTicket, openTicket, type Ticket } from './hosting/billing/open-ticket.ts';
import { createWhmcsApi, type WhmcsApi } from './hosting/billing/whmcs-api.ts';
import type { HostAnswer } from './hosting/host-answer.ts';
import type { NoteHostCall } from './hosting/host-call.ts';
import { createSecret } from './hosting/secret.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';
import type { ChatProof } from './web/sign-in/chat-proof.ts';
import { createDiscordProof } from './web/sign-in/discord-proof.ts';
import type { SignInParts } from './web/sign-in/kit.ts';
import { createLinkAccounts } from './web/sign-in/link-accounts.ts';
import { createSignIn, type SignIn } from './web/sign-in/sign-in.ts';
import { createSlackProof } from './web/sign-in/slack-proof.ts';
import { createWhmcsLogin } from './web/sign-in/whmcs-login.ts';

export interface Whmcs {
  readonly api: WhmcsApi;
  /** In the department of the settings; `undefined`: no tickets are wanted. */
  readonly openTicket:
    | ((ticket: Omit<Ticket, 'department'>) => Promise<HostAnswer<OpenedTicket>>)
    | undefined;
}

/** `undefined`: there is no WHMCS. Throws when its certificate's settings are wrong. */
export function openWhmcs(settings: Settings, log: Log, note?: NoteHostCall): Whmcs | undefined {
  const { whmcsUrl: url, whmcsApiIdentifier: identifier, whmcsApiSecret: secret } = settings;
  if (url === undefined || identifier === undefined || secret === undefined) return undefined;
  const { whmcsCaFile: path, whmcsTicketDepartment: department } = settings;
  const trust = path === undefined ? ({ kind: 'public' } as const) : ({ kind: 'ca-file', path } as const);
  const api = createWhmcsApi({ config: { url, trust, identifier, secret: createSecret(secret) }, log, note });
  return {
    api,
    openTicket: department === undefined ? undefined : (ticket) => openTicket(api, { ...ticket, department }),
  };
}

type Given = Pick<SignInParts, 'called' | 'tell' | 'facts' | 'log' | 'now'> &
  Pick<AccountParts, 'memory' | 'mostPeople'>;

export interface OpenSignInParts extends Given {
  readonly api: WhmcsApi;
  readonly accounts: Pick<Accounts, 'findForSignIn'>;
  /** Servers' names by host names, as `openPanels` gives them. */
  readonly hosts: ReadonlyMap<string, string>;
}

/** `undefined`: signing in is not set up. */
export function openSignIn(settings: Settings, parts: OpenSignInParts): SignIn | undefined {
  const { whmcsClientId: clientId, whmcsClientSecret: clientSecret, publicUrl, whmcsSubject } = settings;
  if (clientId === undefined || clientSecret === undefined || publicUrl === undefined) return undefined;
  const { api } = parts;
  return createSignIn({
    ...parts,
    publicUrl,
    proofs: proofsFrom(settings),
    login: createWhmcsLogin({ api, clientId, clientSecret }),
    linkAccounts: createLinkAccounts({ ...parts, subjectKind: whmcsSubject }),
  });
}

function proofsFrom(settings: Settings): ChatProof[] {
  const { slackClientId, slackClientSecret, slackApiUrl = 'https://slack.com/api/' } = settings;
  const { discordApplicationId, discordClientSecret, discordApiUrl = 'https://discord.com/api' } = settings;
  const slack = { clientId: slackClientId, clientSecret: slackClientSecret, apiUrl: slackApiUrl };
  const discord = {
    applicationId: discordApplicationId,
    clientSecret: discordClientSecret,
    apiUrl: discordApiUrl,
  };
  return [
    ...(isWhole(slack) ? [createSlackProof(slack)] : []),
    ...(isWhole(discord) ? [createDiscordProof(discord)] : []),
  ];
}

function isWhole<Options extends object>(
  options: Options,
): options is { [Name in keyof Options]: NonNullable<Options[Name]> } & Options {
  return Object.values(options).every((value) => value !== undefined);
}
