import type { Field, OrderEntry } from './order.ts';

const why: Field = {
  name: 'why',
  label: 'Reason, for the audit log',
  kind: 'line',
  required: true,
};
const account: Field = { name: 'name', label: 'Domain or user name', kind: 'line', required: true };
const person: Field = { name: 'person', label: 'Who', kind: 'person', required: true };

/** All orders there are, whether or not the parts that carry them out are set up. */
export const catalogue = [
  {
    code: 'mail',
    name: 'mail',
    description: 'Your live mail numbers from the server; only you see them',
    fields: [],
  },
  {
    code: 'addr',
    name: 'addresses',
    description: 'The same with whole addresses',
    buttonOnly: true,
    fields: [],
  },
  {
    code: 'watch',
    name: 'watch',
    description: 'Tells you when the block is gone',
    buttonOnly: true,
    fields: [],
  },
  {
    code: 'link',
    name: 'link',
    description: 'Links your hosting account with this chat, by a code that is mailed to its owner',
    fields: [account],
  },
  {
    code: 'code',
    name: 'code',
    description: 'The code from the mail, to finish linking',
    fields: [{ name: 'code', label: 'The code from the mail', kind: 'line', required: true }],
  },
  {
    code: 'signin',
    name: 'sign-in',
    description: 'Links your hosting account by signing in',
    buttonOnly: true,
    fields: [],
  },
  {
    code: 'unlink',
    name: 'links',
    description: 'Your linked accounts, and how to unlink them',
    fields: [],
  },
  {
    code: 'acshow',
    name: 'account show',
    description: 'Staff: mail numbers and links of an account',
    staffOnly: true,
    fields: [account, why],
  },
  {
    code: 'aclink',
    name: 'account link',
    description: 'Staff: links an account with somebody; its owner gets a notice',
    staffOnly: true,
    fields: [person, account, why],
  },
  {
    code: 'acunli',
    name: 'account unlink',
    description: 'Staff: takes a link away',
    staffOnly: true,
    fields: [person, account, why],
  },
  {
    code: 'audit',
    name: 'account audit',
    description: 'Staff: who looked at what; for all accounts or one',
    staffOnly: true,
    fields: [{ ...account, required: false }],
  },
  {
    code: 'hoclm',
    name: 'take up',
    description: 'Staff: takes a hand-off up',
    staffOnly: true,
    buttonOnly: true,
    fields: [],
  },
  {
    code: 'horep',
    name: 'reply',
    description: 'Staff: writes to the customer of a hand-off',
    staffOnly: true,
    buttonOnly: true,
    fields: [{ name: 'text', label: 'What the customer will read', kind: 'text', required: true }],
  },
  {
    code: 'hodone',
    name: 'resolve',
    description: 'Staff: closes a hand-off',
    staffOnly: true,
    buttonOnly: true,
    fields: [],
  },
  {
    code: 'waits',
    name: 'desk waiting',
    description: 'Staff: who waits for a person',
    staffOnly: true,
    fields: [],
  },
  {
    code: 'dstat',
    name: 'desk status',
    description: 'Staff: what holds in this channel and why, and how the desk is',
    staffOnly: true,
    fields: [],
  },
  {
    code: 'dset',
    name: 'desk set',
    description: 'Staff: changes what holds in this channel',
    staffOnly: true,
    fields: [
      {
        name: 'what',
        label: 'What to change',
        kind: 'choice',
        required: true,
        choices: [
          { value: 'listening', label: 'listening: off, mentions or listening' },
          { value: 'threshold', label: 'threshold: 0.5 to 0.999; how sure it must be to speak unasked' },
          { value: 'language', label: 'language: two letters; articles in it come first' },
          { value: 'hand-offs', label: 'hand-offs: id of the channel they go to' },
        ],
      },
      { name: 'value', label: 'Value; leave out for the usual one', kind: 'line', required: false },
    ],
  },
  {
    code: 'nopin',
    name: 'notice pin',
    description: 'Staff: a notice that leads every answer about something',
    staffOnly: true,
    fields: [
      {
        name: 'about',
        label: 'Article, bounce reason or error it is about',
        kind: 'line',
        required: true,
      },
      { name: 'text', label: 'What customers shall read first', kind: 'text', required: true },
    ],
  },
  {
    code: 'nolist',
    name: 'notice list',
    description: 'Staff: the notices that are up, and how to end them',
    staffOnly: true,
    fields: [],
  },
  {
    code: 'noend',
    name: 'notice end',
    description: 'Staff: ends a notice; who was shown it is told once',
    staffOnly: true,
    buttonOnly: true,
    fields: [],
  },
  {
    code: 'draft',
    name: 'draft',
    description: 'Staff: writes a draft of an article, to be reviewed',
    menu: 'Draft an article',
    staffOnly: true,
    fields: [
      { name: 'title', label: 'Title', kind: 'line', required: true },
      { name: 'topic', label: 'Topic (folder)', kind: 'line', required: true },
      { name: 'summary', label: 'The answer in one sentence', kind: 'line', required: true },
      { name: 'asks', label: 'How customers put it, one a line', kind: 'text', required: true },
      { name: 'body', label: 'The answer, in Markdown', kind: 'text', required: true },
    ],
  },
] as const satisfies readonly OrderEntry[];

export type OrderCode = (typeof catalogue)[number]['code'];
