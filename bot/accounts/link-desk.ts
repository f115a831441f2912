import type { AccountTie } from '../hosting/account-links.ts';
import { choiceOf } from '../hosting/accounts.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { codeRules } from '../memory/codes.ts';
import type { LinkedAccount } from '../memory/links.ts';
import type { Person } from '../memory/person.ts';
import { type AccountAnswer, answerOf, step } from './account-answer.ts';
import { type AccountParts, accountLimits, memoryOf, personOf } from './account-parts.ts';
import type { Background } from './background.ts';
import type { CalledBy } from './chat-user-words.ts';
import { makeCode, readCode } from './link-code.ts';
import { createLinkKeeper, nameOf } from './link-keeper.ts';
import { codeMail } from './link-mails.ts';
import { methodsOf, stepsTo } from './link-method.ts';
import { createNameLimit } from './name-limit.ts';
import { noSooner } from './no-sooner.ts';
import { shortChoice } from './short-choice.ts';

const minutes = codeRules.livesMs / 60_000;
const person = { kind: 'talk-to-person' as const };

export const linkWords = {
  started: {
    title: 'Look into your mail',
    body: `If that is a hosting account with us, a code is on its way to the address of its owner. Type it here within ${minutes} minutes. If nothing comes, check the spelling, or ask a person.`,
  },
  byPersonOnly: {
    title: 'Our people link accounts',
    body: 'I cannot send codes here. A person can link your account with this chat.',
  },
  refused: {
    title: 'That code does not work',
    body: `It may be mistyped, used, too old or replaced by a later one. A code works for ${minutes} minutes and for ${codeRules.tries} tries, for whoever asked for it.`,
  },
  full: {
    title: 'This account is linked with somebody else',
    body: 'Another person here is linked with this account already, so I did not add you. A person can help.',
  },
} as const;

export function createLinkDesk(parts: AccountParts, background: Background) {
  const { accounts, links, mailer, facts, now = () => new Date() } = parts;
  const keeper = createLinkKeeper(parts);
  const { namesAnHour, lookMs, codeFloorMs } = { ...accountLimits, ...parts.limits };
  const nameLimit = createNameLimit(namesAnHour, now);

  const sendCode = async (by: Person, name: string, called: CalledBy): Promise<void> => {
    const found = await accounts.findForCode(by, name, AbortSignal.timeout(lookMs));
    const code = makeCode();
    const { codes, tickets } = memoryOf(parts);
    const issued = await codes.issue(by, found?.tie.account, code);
    const about = found ? choiceOf(found.tie.account) : name;
    if (issued !== 'send' || !found || !mailer) {
      return keeper.note(by, 'link.code', about, 'wants to link', `no mail: ${issued}`);
    }
    const ticket = ticketOf(by, found.tie.account);
    await tickets.take(ticketPurpose, ticket);
    await tickets.put(ticketPurpose, ticket, found.tie, codeRules.livesMs);
    await keeper.note(by, 'link.code', about, 'wants to link', 'mail to the owner');
    await mailer.send(
      codeMail({ to: found.email, domain: found.tie.domain, person: by, called, facts }, code, minutes),
    );
  };

  const refused = async (by: Person): Promise<AccountAnswer> => {
    await keeper.note(by, 'link.refused', nameOf(by), 'emailed code', 'refused: no such code');
    return simple(linkWords.refused);
  };

  const finish = async (asker: Person, typed: string): Promise<AccountAnswer> => {
    const by = personOf(asker);
    const { codes, tickets } = memoryOf(parts);
    const account = await codes.redeem(by, readCode(typed));
    const tie = account && tieFrom(await tickets.take(ticketPurpose, ticketOf(by, account)), account);
    if (!tie) return refused(by);
    if ((await keeper.tie(by, tie, 'code')) === 'full') return simple(linkWords.full);
    const choice = shortChoice(tie.account);
    return answerOf({
      title: `${tie.domain} is linked with you`,
      body: ['You can now see its live mail numbers here, in private. Unlink it whenever you like.'],
      actions: [step('mail', 'Show my numbers', choice), step('unlink', `Unlink ${tie.domain}`, choice)],
    });
  };

  return {
    /**
     * Says the same whatever `name` stands for, before anything is looked up: neither the words nor the time can tell
     * whether there is such an account.
     */
    startLink(asker: Person, name: string, called: CalledBy = {}): AccountAnswer {
      if (!mailer) return simple(linkWords.byPersonOnly);
      const by = personOf(asker);
      background.start('link code', async () => {
        if (nameLimit.allows(by)) return sendCode(by, nameIn(name), called);
        await keeper.note(by, 'link.code', nameOf(by), 'wants to link', 'no look-up: too many names');
      });
      return answerOf({
        ...{ title: linkWords.started.title, body: [linkWords.started.body] },
        actions: [step('code', 'Type the code'), person],
      });
    },

    /** Takes the same time with a wrong code, whether or not there is one to be wrong about. */
    finishLink: (asker: Person, typed: string): Promise<AccountAnswer> =>
      noSooner(codeFloorMs, () => finish(asker, typed)),

    async ownLinks(asker: Person): Promise<AccountAnswer> {
      const own = await links.of(personOf(asker));
      return answerOf({
        title: own.length === 0 ? 'No account is linked with you' : 'Your linked accounts',
        body: [own.map(({ domain }) => `- ${codeSpan(domain)}`).join('\n')],
        actions: [
          ...own.map(({ account, domain }) => step('unlink', `Unlink ${domain}`, shortChoice(account))),
          ...stepsTo(methodsOf(parts)),
        ],
      });
    },

    async unlink(asker: Person, choice: string): Promise<AccountAnswer> {
      const by = personOf(asker);
      const own = await links.of(by);
      const link = own.find(({ account }) => choiceOf(account) === choice || shortChoice(account) === choice);
      if (link && (await keeper.untie(by, link.account)))
        return simple({ title: `${link.domain} is no longer linked with you`, body: '' });
      if (!link) await keeper.note(by, 'link.refused', choice, 'own wish', 'refused: none of theirs');
      return simple({ title: 'That is none of your linked accounts', body: '' });
    },
  };
}

const ticketPurpose = 'link-tie';

/** Not secret: the code is. The ticket keeps who the account was when the code was made, sealed. */
const ticketOf = (by: Person, account: LinkedAccount): string =>
  JSON.stringify([nameOf(by), choiceOf(account)]);

function tieFrom(content: unknown, account: LinkedAccount): AccountTie | undefined {
  const tie = content as AccountTie | undefined;
  return tie && choiceOf(tie.account) === choiceOf(account) ? tie : undefined;
}

/** People give an address, a page or the domain itself. */
function nameIn(typed: string): string {
  const text = typed.slice(0, 300).trim().toLowerCase();
  const bare = text
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');
  return bare.slice(bare.lastIndexOf('@') + 1);
}

function simple({ title, body }: { readonly title: string; readonly body: string }): AccountAnswer {
  return answerOf({ title, body: [body], actions: [person] });
}
