import { type Story, stories } from './sample-stories.ts';

export interface SampleAccount {
  readonly user: string;
  /** The main one first. */
  readonly domains: readonly [string, ...string[]];
  readonly owner: string;
  readonly email: string;
  readonly uid: number;
  readonly startedAt: number;
  readonly percent: string;
  readonly minimum: string;
  readonly perHour: string;
  readonly suspended?: boolean;
  readonly outgoing?: 'held' | 'suspended';
  /** Staff lifted the block: the server no longer reports it, but the counts of the hour stand. */
  readonly lifted?: boolean;
  readonly story: Story;
  /** What a person trying the demonstration sees here. */
  readonly about: string;
}

const limits = { percent: '25', minimum: '5', perHour: '100' };
const started = 1_700_000_000;

function sample(
  user: string,
  uid: number,
  about: string,
  story: Story,
  more: Partial<SampleAccount> = {},
): SampleAccount {
  const email = `owner@${user}.example`;
  const usual = {
    domains: [`${user}.example`] as const,
    owner: 'hostdesk',
    email,
    startedAt: started + uid,
    ...limits,
  };
  return { user, uid, about, story, ...usual, ...more };
}

/** Sample data. Every name is from the domains that nobody can own (RFC 2606). */
export const sampleAccounts: readonly SampleAccount[] = [
  sample('bakery', 1001, 'healthy', stories.everyday, { domains: ['bakery.example', 'cakes.example'] }),
  sample('gardens', 1002, 'blocked by a list with dead addresses', stories.deadList, {
    domains: ['gardens.example', 'seeds.example'],
  }),
  sample('travel', 1003, 'a website that was broken into', stories.brokenScript),
  sample('lawfirm', 1004, 'a stolen mailbox password', stories.stolenMailbox),
  sample('dentist', 1005, 'BoxTrapper answers spam', stories.autoReplies),
  sample('workshop', 1006, 'a forwarder to a provider that refuses', stories.refusedForwarder),
  sample('theatre', 1007, 'one provider puts everything off', stories.providerTrouble, {
    percent: '60',
    minimum: '5',
  }),
  sample('club', 1008, 'the hourly sending limit is reached', stories.tooMuch),
  sample('hotel', 1009, 'outgoing mail is suspended', stories.everyday, { outgoing: 'suspended' }),
  sample('school', 1010, 'outgoing mail is held', stories.everyday, { outgoing: 'held' }),
  sample('museum', 1011, 'the server does not decide whether it is blocked', stories.providerTrouble, {
    lifted: true,
  }),
  sample('florist', 1012, 'the account is suspended', stories.everyday, { suspended: true }),
  sample('tailor', 1013, 'not linked with you', stories.everyday),
];
