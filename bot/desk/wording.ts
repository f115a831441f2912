import type { Actor, Life, MailError, Speaker } from '../bounce/mail-error.ts';

/**
 * The product's own sentences: labels and offers, never facts about hosting. Those come from the knowledge base
 * or the host.
 */
export const wording = {
  unsureTitle: 'I am not sure',
  unsureBody:
    'I found no article that clearly answers this. Tell me more, paste the whole error message, or ask a person.',
  suggestTitle: 'Did you mean one of these?',
  handOffTitle: 'This is one for our people',
  tooManyTitle: 'One moment',
  tooMany: 'That was a lot at once. I answer again in a minute; a person can help you meanwhile.',
  notYours: 'These buttons are for the person who asked. Ask me yourself and you get your own.',
  unread: {
    picture: {
      title: 'I cannot read pictures',
      body: 'Please paste the error message here as text. Then I can look it up.',
    },
    'too-large': {
      title: 'That file is too large for me',
      body: 'I read up to 256 KB. Please paste the part with the error message.',
    },
    other: {
      title: 'I could not read that file',
      body: 'I read .eml, .txt and .log files. Please paste the error message here as text.',
    },
  },
  off: 'I am switched off in that channel. Write to me directly, or use /ask.',
  passedOn:
    'I pass on to our people what you write here, until they close this. With /ask you can ask me meanwhile.',
  incomplete: 'Something is missing',
  fillIn: 'Fill it in',
  onlyStaff: 'This is for support staff.',
  failed: 'Something went wrong on my side. Please try again in a moment, or ask a person.',
  articleGone: 'That article is no longer there. Ask again and I look for the right one.',
  markedHelped: 'Marked as helpful.',
  markedNotHelped: 'Marked as not helpful.',
  searchTitle: 'Found in the knowledge base',
  nothingFound: 'Nothing in the knowledge base fits.',
  whyTitle: 'Why I answered so',
  postedByStaff: 'I did not: staff posted this article, below no question.',
  gapsTitle: 'What I could not answer',
  draftGap: (number: number) => `Draft an article for ${number}`,
  noGaps: 'Nothing is waiting here.',
  moreGaps: (groups: string) => `… and ${groups} more: \`npm run report\` lists them all.`,
  noArticle: 'no article',
  person: (facts: Readonly<Record<string, string>>) =>
    `A person helps you at ${facts.support_email} or ${facts.support_url} (${facts.support_hours}).`,
  searchedFor: (words: string) => `Searched for *${words}*.`,
  whoActs: 'Who must act',
  lasts: 'How long',
  spoke: 'Who refused it',
  decided: 'What decided',
  code: 'Code',
  numbers: 'Numbers in your text',
  recipient: 'Recipient',
  useful: 'Useful',
  foundUseful: (people: number) => `${people} ${people === 1 ? 'person' : 'people'} found this useful`,
  more: 'More',
  ownNumbers: 'Show my numbers',
  next: 'Next',
} as const;

const actors: Record<Actor, string> = {
  sender: 'You, the sender',
  recipient: 'The recipient or their provider',
  host: 'We, your hosting company',
  'sender-domain-owner': 'You, in the DNS records of your domain',
  none: 'Nobody: there is nothing to do now',
};

const lives: Record<Life, string | undefined> = {
  temporary: 'Temporary: it may clear by itself',
  permanent: 'Permanent until something is changed',
  none: undefined,
  unknown: undefined,
};

const speakers: Record<Speaker, string | undefined> = {
  'our-server': 'Our outgoing mail server',
  'remote-server': "The recipient's mail server",
  'mail-program': 'Your mail program',
  unknown: undefined,
};

export const actorWords = (error: MailError): string => actors[error.actor];
export const lifeWords = (error: MailError): string | undefined => lives[error.life];

export function speakerWords(error: MailError): string | undefined {
  const words = speakers[error.speaker];
  return words && error.remoteHost ? `${words} (${error.remoteHost})` : words;
}
