import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type AccountAnswer, answerOf } from '../../accounts/account-answer.ts';
import type { AccountMemory, AccountParts } from '../../accounts/account-parts.ts';
import { type CalledBy, plainWords, whereWords } from '../../accounts/chat-user-words.ts';
import { createLinkKeeper, nameOf } from '../../accounts/link-keeper.ts';
import type { LinkMethod } from '../../accounts/link-method.ts';
import { createNameLimit } from '../../accounts/name-limit.ts';
import type { HouseFacts } from '../../knowledge/house-facts.ts';
import type { Log } from '../../log.ts';
import { codeSpan } from '../../markdown/code-span.ts';
import type { Person } from '../../memory/person.ts';
import { browserOf, formSecret, isOwnForm, markBrowser } from './browser.ts';
import { type ChatProof, isThem } from './chat-proof.ts';
import type { LinkAccounts } from './link-accounts.ts';
import { type Page, pageHeaders, pageOf } from './page.ts';
import {
  onwards,
  onwardsPage,
  outcomePage,
  type ShownPerson,
  type Trouble,
  troublePage,
  troublePages,
  whoPage,
} from './sign-in-pages.ts';
import { createSteps } from './steps.ts';
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

export interface SignIn {
  readonly method: LinkMethod;
  /** What is served below `/link`. */
  readonly pages: Hono;
}

/** Links that one person can ask for in an hour. */
const linksAnHour = 10;
const mostFormBytes = 4096;

/** Links accounts by signing in at the billing system, once the browser has proved to be the chat user's. */
export function createSignIn(parts: SignInParts): SignIn {
  const { publicUrl, login, linkAccounts, facts, log } = parts;
  const base = publicUrl.replace(/\/+$/, '');
  const steps = createSteps(() => memoryIn(parts).tickets);
  const keeper = createLinkKeeper(parts);
  const limit = createNameLimit(linksAnHour, parts.now ?? (() => new Date()));
  const proofs = new Map(parts.proofs.map((proof) => [proof.platform, proof]));
  const help = facts.support_email ? `To reach a person, write to ${facts.support_email}.` : '';

  const show = (context: Context, page: Page, status: 200 | 403 | 410 | 503 = 200) => {
    for (const [name, value] of Object.entries(pageHeaders)) context.header(name, value);
    return context.html(pageOf(page, facts.company), status);
  };
  const trouble = (context: Context, kind: Trouble, why: string) => {
    // Anybody in the world can bring about the first three.
    const level = kind === 'gone' || kind === 'otherBrowser' || kind === 'declined' ? 'info' : 'warn';
    log[level]({ kind, why }, 'sign_in_ended');
    return show(context, troublePage(kind, help), troublePages[kind].status);
  };
  const refuse = async (context: Context, person: Person, kind: Trouble, why: string) => {
    await keeper.note(person, 'link.refused', nameOf(person), 'sign-in', `refused: ${why}`);
    return trouble(context, kind, why);
  };
  const shown = async (person: Person): Promise<ShownPerson> => {
    const called = await parts.called(person).catch((): CalledBy => ({}));
    return { name: plainWords(called.name ?? '', 60) || 'A user', where: whereWords(person, called) };
  };
  /** The address that the browser came back to, as the outside world knows it. */
  const backAt = (context: Context): URL => {
    const { pathname, search } = new URL(context.req.url);
    return new URL(`${base}${pathname}${search}`);
  };
  const stateIn = (context: Context): string => context.req.query('state') ?? '';

  const pages = new Hono();
  pages.onError((error, context) => {
    log.error({ err: error }, 'sign_in_failed');
    return show(context, troublePage('away', help), 503);
  });

  pages.get('/:link{[\\w-]{43}}', async (context) => {
    const { link } = context.req.param();
    const person = await steps.look(link);
    if (!person) return trouble(context, 'gone', 'no such link');
    if (!proofs.has(person.platform)) return trouble(context, 'unproven', `no proof for ${person.platform}`);
    const form = formSecret(markBrowser(context), link);
    return show(context, whoPage(await shown(person), person.platform, `/link/${link}`, form));
  });

  pages.post('/:link{[\\w-]{43}}', bodyLimit({ maxSize: mostFormBytes }), async (context) => {
    const { link } = context.req.param();
    const { form } = await context.req.parseBody();
    if (!isOwnForm(context, base, link, form)) return trouble(context, 'otherBrowser', 'not our form');
    // Used up only once the chat has proved whose it is: a second press, or a stranger's, must not spoil it.
    const person = await steps.look(link);
    if (!person) return trouble(context, 'gone', 'no such link');
    const proof = proofs.get(person.platform);
    if (!proof) return trouble(context, 'unproven', `no proof for ${person.platform}`);
    const journey = await steps.leave('chat', { person, browser: browserOf(context) ?? '', link });
    const to = proof.address(journey, `${base}/link/${person.platform}`, person);
    return show(context, onwardsPage(to, onwards.chat(person.platform)));
  });

  for (const proof of parts.proofs)
    pages.get(`/${proof.platform}`, async (context) => {
      const browser = browserOf(context);
      const begun = await steps.comeBack('chat', stateIn(context), browser);
      if (begun === 'gone') return trouble(context, 'gone', 'no such journey');
      if (begun === 'other-browser' || begun.person.platform !== proof.platform)
        return trouble(context, 'otherBrowser', 'chat: brought back by another browser');
      const { person, journey, link } = begun;
      const arrived = await proof.arrive(backAt(context), journey);
      if (arrived.kind !== 'ok')
        return refuse(context, person, toTrouble(arrived.kind), `chat: ${arrived.why}`);
      if (!isThem(arrived.who, person))
        return refuse(context, person, 'otherPerson', 'another chat user was signed in');
      const out = await steps.leave('billing', { person, browser: browser ?? '', link });
      const to = await login.address(out, `${base}/link/whmcs`);
      if (!(await steps.use(link))) return trouble(context, 'gone', 'the link was used meanwhile');
      return show(context, onwardsPage(to, onwards.billing(person.platform)));
    });

  pages.get('/whmcs', async (context) => {
    const begun = await steps.comeBack('billing', stateIn(context), browserOf(context));
    if (begun === 'gone') return trouble(context, 'gone', 'no such journey');
    if (begun === 'other-browser')
      return trouble(context, 'otherBrowser', 'billing: brought back by another browser');
    const { person, journey } = begun;
    const arrived = await login.arrive(backAt(context), journey);
    if (arrived.kind !== 'ok')
      return refuse(context, person, toTrouble(arrived.kind), `billing: ${arrived.why}`);
    const outcome = await linkAccounts(person, arrived.who);
    if ('kind' in outcome) return refuse(context, person, 'away', `billing: ${outcome.fault}`);
    if (outcome.linked.length > 0) {
      const said = parts.tell(person, linkedAnswer(outcome.linked), `sign-in ${journey.state}`);
      await said.catch((error: unknown) => log.error({ err: error }, 'sign_in_not_told'));
    }
    return show(context, outcomePage(outcome, await shown(person), help));
  });

  return {
    pages,
    method: {
      ...{ proof: 'sign-in', label: 'Sign in to link my account' },
      async begin(person) {
        if (!limit.allows(person)) throw new Error('Too many links for one person');
        const link = await steps.begin(person);
        await keeper.note(person, 'link.sign-in', nameOf(person), 'wants to link', 'a link to the sign-in');
        return `${base}/link/${link}`;
      },
    },
  };
}

const toTrouble = (kind: 'declined' | 'stale' | 'refused' | 'away'): Trouble =>
  kind === 'stale' ? 'gone' : kind;

function memoryIn({ memory }: Pick<AccountParts, 'memory'>): AccountMemory {
  const there = memory();
  if (!there) throw new Error('The memory is away');
  return there;
}

function linkedAnswer(domains: readonly string[]): AccountAnswer {
  const [first = ''] = domains;
  return answerOf({
    title: domains.length === 1 ? `${first} is linked with you` : 'Your accounts are linked with you',
    body: [
      domains.length === 1 ? '' : domains.map((domain) => `- ${codeSpan(domain)}`).join('\n'),
      'You signed in to your customer account. You can now see its live mail numbers here, in private. If that was not you, unlink it and tell us.',
    ],
  });
}
