import type { Random } from './random.ts';
import { type Attempt, login, outside, program } from './sample-attempt.ts';

/** What a sample account sends in an hour. `current`: the hour that is running now. */
export type Story = (
  account: Sender,
  hour: { readonly current: boolean; readonly ago: number },
  random: Random,
) => Attempt[];

interface Sender {
  readonly user: string;
  readonly domains: readonly [string, ...string[]];
}

const noSuchUser: readonly [string, ...string[]] = [
  '550 5.1.1 The email account that you tried to reach does not exist',
  '550 5.1.1 Recipient address rejected: User unknown in virtual mailbox table',
  '550 No such user here',
  '554 5.7.1 Recipient unknown: mailbox not found',
];
const spam: readonly [string, ...string[]] = [
  '554 5.7.1 Message rejected as spam, see https://postmaster.bigmail.example/why',
  '550 5.7.1 Our system has detected that this message is likely unsolicited mail',
  '550 5.1.1 User unknown',
];
const slowDown =
  '421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to unexpected volume or user complaints';
const office = '192.0.2.41';
const names: readonly [string, ...string[]] = [
  'anna',
  'ben',
  'carla',
  'deniz',
  'emil',
  'farah',
  'greta',
  'hugo',
  'ines',
  'jonas',
];
const towns: readonly [string, ...string[]] = [
  'oakville',
  'riverton',
  'hillford',
  'lakeside',
  'greenfield',
  'stonebridge',
];

let serial = 0;
const messageId = () => `1vD${(serial++).toString(36).padStart(4, '0')}-0005NR-BN`;
const person = (random: Random) =>
  `${random.pick(names)}.${random.between(10, 99)}@${random.pick(towns)}.example`;

function write(
  attempt: Partial<Attempt> & Pick<Attempt, 'when' | 'domain' | 'sender' | 'recipient' | 'from'>,
): Attempt {
  const host = attempt.recipient.endsWith('bigmail.example')
    ? 'mx3.bigmail.example'
    : `mx.${attempt.recipient.split('@')[1]}`;
  return { message: messageId(), outcome: 'success', answer: 'OK id=accepted', host, ...attempt };
}

const times = (count: number, make: (index: number) => Attempt): Attempt[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A few letters in working hours. */
const everyday: Story = ({ domains }, { ago }, random) =>
  times(ago % 24 > 15 ? random.between(0, 1) : random.between(2, 9), () => {
    const domain = random.pick(domains);
    return write({
      when: random.next(),
      domain,
      sender: `office@${domain}`,
      recipient: person(random),
      from: login(office),
    });
  });

/** An old list: the dead addresses come early, so most of the good ones are discarded. */
const deadList: Story = (account, hour, random) => {
  const [domain] = account.domains;
  const usual = everyday(account, hour, random);
  if (!hour.current) return usual;
  const message = messageId();
  const about = { domain, message, sender: `news@${domain}`, from: login(office) };
  const list = times(34, (index) => {
    const when = 0.2 + index * 0.004;
    const recipient = person(random);
    const dead = index % 3 === 1 && index < 28;
    return write({
      ...about,
      when,
      recipient,
      ...(dead ? { outcome: 'failure', answer: random.pick(noSuchUser) } : {}),
    });
  });
  return [...usual, ...list];
};

/** A form or a plugin that strangers send through. */
const brokenScript: Story = (account, hour, random) => {
  const [domain] = account.domains;
  const usual = everyday(account, hour, random);
  if (hour.ago > 3) return usual;
  const server = 'srv1.host.example';
  const flood = times(hour.current ? 46 : 30, () => {
    const recipient = `${random.pick(names)}${random.between(100, 999)}@${random.pick(towns)}${random.between(1, 40)}.example`;
    const refused = random.next() < 0.7;
    const sender =
      random.next() < 0.6
        ? `${account.user}@${server}`
        : `${random.pick(names)}${random.between(1, 99)}@${domain}`;
    const failure = { outcome: 'failure', answer: random.pick(spam) } as const;
    return write({
      when: random.next(),
      domain,
      sender,
      recipient,
      from: program,
      ...(refused ? failure : {}),
    });
  });
  return [...usual, ...flood];
};

/** One mailbox, its password in many hands. */
const stolenMailbox: Story = (account, hour, random) => {
  const [domain] = account.domains;
  const usual = everyday(account, hour, random);
  if (hour.ago > 2) return usual;
  const flood = times(40, () => {
    const recipient = `${random.pick(names)}${random.between(100, 999)}@${random.pick(towns)}${random.between(1, 40)}.example`;
    const from = login(`100.${random.between(64, 127)}.${random.between(0, 255)}.${random.between(1, 254)}`);
    const refused = random.next() < 0.6;
    const failure = { outcome: 'failure', answer: random.pick(spam) } as const;
    return write({
      when: random.next(),
      domain,
      sender: `info@${domain}`,
      recipient,
      from,
      ...(refused ? failure : {}),
    });
  });
  return [...usual, ...flood];
};

/** BoxTrapper answers spam whose senders do not exist. */
const autoReplies: Story = (account, hour, random) => {
  const [domain] = account.domains;
  const replies = times(random.between(5, 8), () => {
    const recipient = `${random.pick(names)}${random.between(1000, 9999)}@promo${random.between(1, 400)}.example`;
    const answer =
      random.next() < 0.7 ? random.pick(noSuchUser) : 'all relevant MX records point to non-existent hosts';
    return write({
      when: random.next(),
      domain,
      sender: '',
      recipient,
      from: program,
      outcome: 'failure',
      answer,
    });
  });
  return [...everyday(account, hour, random), ...replies];
};

/** Everything for one mailbox is passed on to a provider that refuses the spam among it. */
const refusedForwarder: Story = (account, hour, random) => {
  const [domain] = account.domains;
  const passedOn = times(random.between(6, 12), () => {
    const sender = `offer${random.between(1, 900)}@promo${random.between(1, 400)}.example`;
    const from = outside(
      `mail.promo${random.between(1, 400)}.example`,
      `198.51.100.${random.between(1, 254)}`,
    );
    const answer = '550 5.7.26 This message fails to pass SPF and DKIM checks and is refused as unsolicited';
    const refused = random.next() < 0.8;
    const failure = { outcome: 'failure', answer } as const;
    return write({
      when: random.next(),
      domain,
      sender,
      recipient: 'my.own.box@bigmail.example',
      from,
      ...(refused ? failure : {}),
    });
  });
  return [...everyday(account, hour, random), ...passedOn];
};

const providerTrouble: Story = (account, hour, random) => {
  const [domain] = account.domains;
  const usual = everyday(account, hour, random);
  if (hour.ago > 4) return usual;
  const waiting = times(random.between(9, 14), () => {
    const recipient = `${random.pick(names)}.${random.between(10, 99)}@bigmail.example`;
    return write({
      ...{ when: random.next(), domain, sender: `office@${domain}`, recipient },
      ...{ from: login(office), outcome: 'defer', answer: slowDown },
    });
  });
  return [...usual, ...waiting];
};

/** More good letters than the package allows in an hour. */
const tooMuch: Story = (account, hour, random) => {
  const [domain] = account.domains;
  const usual = everyday(account, hour, random);
  if (!hour.current) return usual;
  const message = messageId();
  const about = { domain, message, sender: `news@${domain}`, from: login(office) };
  return [
    ...usual,
    ...times(112, (index) => write({ ...about, when: 0.1 + index * 0.002, recipient: person(random) })),
  ];
};

export const stories = {
  everyday,
  deadList,
  brokenScript,
  stolenMailbox,
  autoReplies,
  refusedForwarder,
  providerTrouble,
  tooMuch,
};
