import type { HouseFacts } from '../knowledge/house-facts.ts';
import type { Person } from '../memory/person.ts';
import { type CalledBy, plainWords, whoWords } from './chat-user-words.ts';
import { writtenCode } from './link-code.ts';
import type { Mail } from './mailer.ts';

interface MailAbout {
  readonly to: string;
  readonly domain: string;
  readonly person: Person;
  readonly called: CalledBy;
  readonly facts: HouseFacts;
}

export function codeMail(
  { to, domain, person, called, facts }: MailAbout,
  code: string,
  minutes: number,
): Mail {
  return {
    to,
    subject: `Your code to link ${domain}`,
    text: lines([
      'Hello,',
      `${whoWords(person, called)} asked our support bot to link the hosting account of ${domain} with their chat. Type this code there:`,
      `    ${writtenCode(code)}`,
      `It works for ${minutes} minutes, once, and only for that chat user. Once linked, they see the mail numbers of this account in private messages.`,
      `This was not me: then do nothing, and give the code to nobody, not even to us. Without it nothing is linked. To tell us, write to ${facts.support_email ?? 'support'}.`,
      facts.company ?? '',
    ]),
  };
}

/** Staff vouched for somebody: the account's owner must hear of it. */
export function noticeMail({ to, domain, person, called, facts }: MailAbout, why: string): Mail {
  return {
    to,
    subject: `A chat user was linked with ${domain}`,
    text: lines([
      'Hello,',
      `Our support linked the hosting account of ${domain} with ${whoWords(person, called)}. They now see the mail numbers of this account in private messages.`,
      `Reason given: ${plainWords(why, 200)}`,
      `This was not me: write to ${facts.support_email ?? 'support'} at once, and we take the link away.`,
      facts.company ?? '',
    ]),
  };
}

const lines = (paragraphs: readonly string[]): string =>
  `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
