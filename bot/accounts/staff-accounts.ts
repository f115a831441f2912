import { type ClockWords, createClockWords } from '../desk/clock-words.ts';
import type { Staff, StaffQuestion } from '../hosting/account-access.ts';
import { choiceOf } from '../hosting/accounts.ts';
import type { HostFailure } from '../hosting/host-answer.ts';
import { codeSpan } from '../markdown/code-span.ts';
import type { Person } from '../memory/person.ts';
import { type AccountAnswer, answerOf } from './account-answer.ts';
import { type AccountParts, accountLimits, memoryOf, personOf } from './account-parts.ts';
import type { Background } from './background.ts';
import type { CalledBy } from './chat-user-words.ts';
import { createLinkKeeper, nameOf } from './link-keeper.ts';
import { noticeMail } from './link-mails.ts';
import { numbersAnswer } from './numbers-answer.ts';

const shortestReason = 5;
const mostAudit = 10_000;

const simple = (title: string, body = '') => answerOf({ title, body: [body] });
const notStaff = () => simple('That is for our staff');
const noReason = () =>
  simple('Please give a reason', 'It stands in the audit log, and the customer is told of it.');

/** Whose a customer's account is on the host. */
export interface Contact {
  readonly user: string;
  readonly domain: string;
  readonly email: string;
}

/** What staff may ask about accounts of others. Each look-up leaves a line, also the refused one. */
export function createStaffAccounts(parts: AccountParts, background: Background) {
  const {
    accounts,
    library,
    mailer,
    facts,
    onError,
    sample = false,
    timeZone = 'UTC',
    now = () => new Date(),
  } = parts;
  const { lookMs } = { ...accountLimits, ...parts.limits };
  const clock = createClockWords(timeZone, now);
  const keeper = createLinkKeeper(parts);
  const signal = () => AbortSignal.timeout(lookMs);
  /** What an account is called in the audit, as far as its server tells now. */
  const namesOf = async (staff: Staff, name: string): Promise<string[]> => {
    const answer = await accounts.findForStaff(staff, { name, why: 'export of the audit' }, signal());
    const ties = answer.kind === 'found' ? answer.found : [];
    return [name, ...ties.flatMap(({ account, domain }) => [choiceOf(account), account.user, domain])];
  };

  return {
    /** One answer an account that the name stands for. */
    async staffShow(staff: Staff, question: StaffQuestion): Promise<readonly AccountAnswer[]> {
      const answer = await accounts.showToStaff(staff, question, 'if-trouble', signal());
      if (answer.kind === 'not-staff') return [notStaff()];
      const shown = await Promise.all(
        answer.found.map(async (report) => {
          const reply = numbersAnswer({ report, library: library(), clock, taste: 'whole', sample });
          const { ref, plan, suspended } = report.account;
          const linked = await memoryOf(parts).links.peopleOf(ref);
          const people = linked.map(({ person, proof }) => `${nameOf(person)} (${proof})`).join(', ');
          return answerOf({
            ...{ title: reply.title, body: [reply.body], sources: reply.sources },
            facts: [
              { label: 'Account', value: `${choiceOf(ref)}${suspended ? ', suspended' : ''}` },
              { label: 'Plan', value: plan === '' ? 'not known' : plan },
              { label: 'Linked with', value: people === '' ? 'nobody' : people },
              ...reply.facts,
            ],
          });
        }),
      );
      const troubles = answer.failures.length > 0 ? [troubleAnswer(answer.failures, clock)] : [];
      const all = [...shown, ...troubles];
      return all.length > 0 ? all : [simple('No such account', 'No server knows that name.')];
    },

    /**
     * How the mail of a customer's first linked account is, for the staff whom that customer asked for help;
     * `undefined`: none is linked, or its server does not tell now.
     */
    async healthForStaff(customer: Person): Promise<AccountAnswer | undefined> {
      const person = personOf(customer);
      const [link] = await memoryOf(parts).links.of(person);
      if (!link) return undefined;
      const own = await accounts.own(person, choiceOf(link.account), 'if-trouble', signal());
      const outcome = own.kind === 'report' ? 'shown to staff' : own.kind;
      await keeper.note(person, 'account.hand-off', choiceOf(link.account), 'asked for a person', outcome);
      if (own.kind !== 'report') return undefined;
      const { report } = own;
      return { ...numbersAnswer({ report, library: library(), clock, taste: 'masked' }), actions: [] };
    },

    /** Where the owner of a customer's first linked account is reached; `undefined`: nothing tells. */
    async contactOf(customer: Person): Promise<Contact | undefined> {
      const person = personOf(customer);
      const [link] = await memoryOf(parts).links.of(person);
      if (!link) return undefined;
      const own = await accounts.own(person, choiceOf(link.account), 'counts', signal());
      if (own.kind !== 'report') return undefined;
      const { ref, domain, email } = own.report.account;
      return email === undefined ? undefined : { user: ref.user, domain, email };
    },

    async staffLink(staff: Staff, { name, why }: StaffQuestion, person: Person, called: CalledBy = {}) {
      if (staff.staff && why.trim().length < shortestReason) return noReason();
      const question = { name, why: `to link ${nameOf(person)}: ${why}` };
      const answer = await accounts.showToStaff(staff, question, 'counts', signal());
      if (answer.kind === 'not-staff') return notStaff();
      const [report] = answer.found;
      if (!report)
        return answer.failures.length > 0
          ? troubleAnswer(answer.failures, clock)
          : simple('No such account', 'No server knows that name.');
      if (answer.found.length > 1) return simple('Several accounts fit', 'Name the one by its user name.');
      const { ref: account, identity, domain, email } = report.account;
      if (person.platform !== staff.platform)
        return simple('That is somebody on another platform', 'Link people where you can see them.');
      if (identity === undefined)
        return simple('This account cannot be linked', 'Its server does not say who an account is.');
      if ((await keeper.tie(person, { account, identity, domain }, 'staff', staff, why)) === 'full')
        return simple(`${domain} is linked with somebody else`, 'Unlink them first, if that is right.');
      if (!mailer || email === undefined) {
        await keeper.note(
          staff,
          'link.notice',
          choiceOf(account),
          why,
          'not sent: no mail server or no address',
        );
        return simple(`${domain} is linked`, 'No notice could be mailed to its owner: please tell them.');
      }
      background.start('link notice', async () => {
        const mail = noticeMail({ to: email, domain, person, called, facts }, why);
        const sent = await mailer.send(mail).then(
          () => 'sent',
          (error: unknown) => {
            onError(error, 'link notice');
            return 'not sent: the mail server did not take it';
          },
        );
        await keeper.note(staff, 'link.notice', choiceOf(account), why, sent);
      });
      return simple(`${domain} is linked`, 'Its owner gets a notice by mail, with your reason.');
    },

    /** By the link as it is stored, so that it can be taken away while the server does not answer. */
    async staffUnlink(staff: Staff, { name, why }: StaffQuestion, person: Person): Promise<AccountAnswer> {
      if (!staff.staff) {
        await keeper.note(staff, 'link.refused', name, why, 'refused: not staff');
        return notStaff();
      }
      if (why.trim().length < shortestReason) return noReason();
      const wanted = name.trim().toLowerCase();
      const own = await memoryOf(parts).links.of(personOf(person));
      const fitting = own.filter(({ account, domain }) =>
        [domain, account.user, choiceOf(account)].some((each) => each.toLowerCase() === wanted),
      );
      for (const { account } of fitting) await keeper.untie(person, account, staff, why);
      if (fitting.length > 0) return simple(`${fitting[0]?.domain ?? name} is no longer linked with them`);
      await keeper.note(staff, 'link.remove', name, why, `for ${nameOf(person)}: there was none`);
      return simple('They have no such link');
    },

    /** As a file of JSON lines, newest first. */
    async staffAudit(staff: Staff, name?: string): Promise<AccountAnswer> {
      const about = name ?? 'everything';
      if (!staff.staff) {
        await keeper.note(staff, 'audit.read', about, 'export', 'refused: not staff');
        return notStaff();
      }
      const names = name === undefined ? {} : { about: await namesOf(staff, name) };
      const read = await memoryOf(parts).audit.read({ ...names, most: mostAudit });
      await keeper.note(staff, 'audit.read', about, 'export', `${read.length} lines`);
      const lines = read
        .map((line) => `${JSON.stringify({ ...line, at: new Date(line.at).toISOString() })}\n`)
        .join('');
      const answer = simple('The audit log', `${read.length} lines, newest first.`);
      return { ...answer, file: { name: 'audit.jsonl', text: lines } };
    },
  };
}

/** For staff: which server, which error, since when. */
function troubleAnswer(failures: readonly HostFailure[], clock: ClockWords): AccountAnswer {
  const lines = failures.map(
    ({ server, fault, error, since, lastAnswered }) =>
      `- ${codeSpan(server)}: ${fault}, ${codeSpan(error)}, since ${clock.at(since)}; last answered ${lastAnswered ? clock.at(lastAnswered) : 'never since the start'}`,
  );
  return answerOf({ kind: 'unsure', title: 'Not every server answered', body: [lines.join('\n')] });
}
