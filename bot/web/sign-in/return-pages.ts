import type { Hono } from 'hono';
import { type AccountAnswer, answerOf, step } from '../../accounts/account-answer.ts';
import { codeSpan } from '../../markdown/code-span.ts';
import { browserOf } from './browser.ts';
import { type ChatProof, isThem } from './chat-proof.ts';
import type { Kit } from './kit.ts';
import { onwards, onwardsPage, outcomePage, type Trouble } from './sign-in-pages.ts';

/** Where the chat platform leads back to: on to the billing system, if it is the right person. */
export function serveReturnFromChat(pages: Hono, kit: Kit, proof: ChatProof): void {
  const { steps, trouble, refuse } = kit;
  pages.get(`/${proof.platform}`, async (context) => {
    const browser = browserOf(context);
    const begun = await steps.comeBack('chat', context.req.query('state') ?? '', browser);
    if (begun === 'gone') return trouble(context, 'gone', 'no such journey');
    if (begun === 'other-browser' || begun.person.platform !== proof.platform)
      return trouble(context, 'otherBrowser', 'chat: brought back by another browser');
    const { person, journey, link } = begun;
    const arrived = await proof.arrive(kit.cameTo(context), journey);
    if (arrived.kind !== 'ok')
      return refuse(context, person, toTrouble(arrived.kind), `chat: ${arrived.why}`);
    if (!isThem(arrived.who, person))
      return refuse(context, person, 'otherPerson', 'another chat user was signed in');
    const out = await steps.leave('billing', { person, browser: browser ?? '', link });
    const to = await kit.login.address(out, kit.at('/link/whmcs'));
    if (!(await steps.use(link))) return trouble(context, 'gone', 'the link was used meanwhile');
    return kit.show(context, onwardsPage(to, onwards.billing(person.platform)));
  });
}

/** Where the billing system leads back to: the accounts are linked, the page and the chat say which. */
export function serveReturnFromBilling(pages: Hono, kit: Kit): void {
  const { steps, trouble, refuse, log } = kit;
  pages.get('/whmcs', async (context) => {
    const begun = await steps.comeBack('billing', context.req.query('state') ?? '', browserOf(context));
    if (begun === 'gone') return trouble(context, 'gone', 'no such journey');
    if (begun === 'other-browser')
      return trouble(context, 'otherBrowser', 'billing: brought back by another browser');
    const { person, journey } = begun;
    const arrived = await kit.login.arrive(kit.cameTo(context), journey);
    if (arrived.kind !== 'ok')
      return refuse(context, person, toTrouble(arrived.kind), `billing: ${arrived.why}`);
    const outcome = await kit.linkAccounts(person, arrived.who);
    if ('kind' in outcome) return refuse(context, person, 'away', `billing: ${outcome.fault}`);
    if (outcome.linked.length > 0) {
      const said = kit.tell(person, linkedAnswer(outcome.linked), `sign-in ${journey.state}`);
      await said.catch((error: unknown) => log.error({ err: error }, 'sign_in_not_told'));
    }
    return kit.show(context, outcomePage(outcome, await kit.shown(person), kit.help));
  });
}

const toTrouble = (kind: 'declined' | 'stale' | 'refused' | 'away'): Trouble =>
  kind === 'stale' ? 'gone' : kind;

function linkedAnswer(domains: readonly string[]): AccountAnswer {
  const [first = ''] = domains;
  return answerOf({
    title: domains.length === 1 ? `${first} is linked with you` : 'Your accounts are linked with you',
    body: [
      domains.length === 1 ? '' : domains.map((domain) => `- ${codeSpan(domain)}`).join('\n'),
      'You signed in to your customer account. You can now see its live mail numbers here, in private. If that was not you, unlink it and tell us.',
    ],
    actions: [step('mail', 'Show my numbers'), step('unlink', 'My linked accounts')],
  });
}
