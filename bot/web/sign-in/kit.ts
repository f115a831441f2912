import type { Context } from 'hono';
import type { AccountAnswer } from '../../accounts/account-answer.ts';
import { type AccountParts, memoryOf } from '../../accounts/account-parts.ts';
import { type CalledBy, plainWords, whereWords } from '../../accounts/chat-user-words.ts';
import { createLinkKeeper, type LinkKeeper, nameOf } from '../../accounts/link-keeper.ts';
import type { HouseFacts } from '../../knowledge/house-facts.ts';
import type { Log } from '../../log.ts';
import type { Person } from '../../memory/person.ts';
import type { ChatProof } from './chat-proof.ts';
import type { LinkAccounts } from './link-accounts.ts';
import { type Page, pageHeaders, pageOf } from './page.ts';
import { type ShownPerson, type Trouble, troublePage, troublePages } from './sign-in-pages.ts';
import { createSteps, type Steps } from './steps.ts';
import type { WhmcsLogin } from './whmcs-login.ts';

export interface SignInParts extends Pick<AccountParts, 'memory' | 'mostPeople'> {
  /** Our own address, without a path. */
  readonly publicUrl: string;
  /** One a chat platform; people of other platforms cannot link this way. */
  readonly proofs: readonly ChatProof[];
  readonly login: WhmcsLogin;
  readonly linkAccounts: LinkAccounts;
  /** How the chat calls somebody; for the page alone. */
  readonly called: (person: Person) => Promise<CalledBy>;
  /** One private message in the chat. `key` names it: told again, it must stand once. */
  readonly tell: (person: Person, answer: AccountAnswer, key: string) => Promise<unknown>;
  readonly facts: HouseFacts;
  readonly log: Log;
  readonly now?: () => Date;
}

/** What every page works with. */
export interface Kit extends SignInParts {
  readonly steps: Steps;
  readonly keeper: LinkKeeper;
  /** How else to be helped, in a sentence. */
  readonly help: string;
  /** Our address for a path. */
  at(path: string): string;
  /** The address that the browser came to, as the outside world knows it. */
  cameTo(context: Context): URL;
  shown(person: Person): Promise<ShownPerson>;
  show(context: Context, page: Page, status?: PageStatus): Response | Promise<Response>;
  /** `why` is for the log alone. */
  trouble(context: Context, kind: Trouble, why: string): Response | Promise<Response>;
  /** The same where it is known whom it is about: it stands in the audit. */
  refuse(context: Context, person: Person, kind: Trouble, why: string): Promise<Response>;
}

type PageStatus = 200 | 403 | 410 | 503;

/** Anybody in the world can bring these about. */
const ordinary: ReadonlySet<Trouble> = new Set(['gone', 'otherBrowser', 'declined']);

export function createKit(parts: SignInParts): Kit {
  const { facts, log } = parts;
  const publicUrl = parts.publicUrl.replace(/\/+$/, '');
  const keeper = createLinkKeeper(parts);
  const help = facts.support_email ? `To reach a person, write to ${facts.support_email}.` : '';
  const at = (path: string) => `${publicUrl}${path}`;

  const show: Kit['show'] = (context, page, status = 200) => {
    for (const [name, value] of Object.entries(pageHeaders)) context.header(name, value);
    return context.html(pageOf(page, facts.company), status);
  };
  const trouble: Kit['trouble'] = (context, kind, why) => {
    log[ordinary.has(kind) ? 'info' : 'warn']({ kind, why }, 'sign_in_ended');
    return show(context, troublePage(kind, help), troublePages[kind].status);
  };
  return {
    ...{ ...parts, publicUrl, keeper, help, at, show, trouble },
    steps: createSteps(() => memoryOf(parts).tickets),
    cameTo(context) {
      const { pathname, search } = new URL(context.req.url);
      return new URL(at(`${pathname}${search}`));
    },
    async shown(person) {
      const called = await parts.called(person).catch((): CalledBy => ({}));
      return { name: plainWords(called.name ?? '', 60) || 'A user', where: whereWords(person, called) };
    },
    async refuse(context, person, kind, why) {
      await keeper.note(person, 'link.refused', nameOf(person), 'sign-in', `refused: ${why}`);
      return trouble(context, kind, why);
    },
  };
}
