import type { HouseFacts } from '../knowledge/house-facts.ts';
import type { Person } from '../memory/person.ts';
import { writtenCode } from './link-code.ts';
import type { Mail } from './mailer.ts';

/** How the platform calls whoever asks; only for the mail, and no proof of anything. */
export interface CalledBy {
  readonly name?: string | undefined;
  readonly workspace?: string | undefined;
}

interface MailAbout {
  readonly to: string;
  readonly domain: string;
  readonly person: Person;
  readonly called: CalledBy;
  readonly facts: HouseFacts;
}

const platformNames: Readonly<Record<string, string>> = {
  slack: 'Slack',
  discord: 'Discord',
  web: 'the web chat',
};

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
      `Reason given: ${plain(why, 200)}`,
      `This was not me: write to ${facts.support_email ?? 'support'} at once, and we take the link away.`,
      facts.company ?? '',
    ]),
  };
}

function whoWords({ platform, id }: Person, { name, workspace }: CalledBy): string {
  const where = `${platformNames[platform] ?? plain(platform, 30)}${workspace ? `, ${plain(workspace, 60)}` : ''}`;
  return `${name ? `“${plain(name, 60)}”` : 'A user'} (${where}, user ${plain(id, 60)})`;
}

/** A stranger chooses these words, and we send them: no line breaks, and nothing that a mail program makes a link of. */
function plain(text: string, most: number): string {
  return text
    .slice(0, most * 2)
    .replace(/[^\p{L}\p{N}\p{M}' ,()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);
}

const lines = (paragraphs: readonly string[]): string =>
  `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`;
