import type { Delivery } from '../../bot/hosting/delivery.ts';
import { createRandom, type Random } from '../../bot/hosting/demo/random.ts';
import { hourMs } from '../../bot/hosting/hour.ts';

/** Records of made accidents, each kind in several forms, some of them hard, with everyday mail around them. */
export const hourStart = Date.UTC(2026, 10, 20, 9);
export const domain = 'example.com';
export const user = 'excom';
export type Kind =
  | 'dead-addresses'
  | 'broken-in-script'
  | 'stolen-password'
  | 'auto-replies'
  | 'refused-forwarder'
  | 'provider-trouble'
  | 'nothing-decisive';

const dead = [
  '550 5.1.1 <x>: Recipient address rejected: User unknown in virtual mailbox table',
  '550-5.1.1 The email account that you tried to reach does not exist. Please try double-checking',
  '550 No such user here',
  '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  "554 delivery error: dd This user doesn't have an account",
  'Unrouteable address',
  'all relevant MX records point to non-existent hosts',
  '550 Requested action not taken: mailbox unavailable; invalid recipient',
] as const;
const spam = [
  '550 5.7.1 Our system has detected that this message is likely unsolicited mail',
  '554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using a block list',
  '550 spam message rejected',
  '554 5.7.1 [P4] Message blocked due to spam content in the message',
  '550 5.7.1 rejected by policy',
] as const;
const busy = [
  '421 4.7.0 [TSS04] Messages from 192.0.2.10 temporarily deferred due to unexpected volume',
  '451 4.3.2 Please try again later',
  'SMTP timeout after initial connection: Connection timed out',
  '452 4.2.2 The email account that you tried to reach is over quota',
  '450 4.2.1 The user you are trying to contact is receiving mail too quickly',
] as const;
const other = [
  '552 5.3.4 message size exceeds fixed limit',
  '550 5.0.0 no',
  '554 transaction failed',
  '552 5.2.2 mailbox is full',
] as const;

let serial = 0;
const fresh = (random: Random, top = 60) => `p${serial++}@town${random.between(1, top)}.example`;
const pickFrom = (random: Random, list: readonly string[]) => list[random.between(0, list.length - 1)] ?? '';

function record(random: Random, about: Partial<Delivery> & Pick<Delivery, 'recipient'>): Delivery {
  const at = new Date(hourStart + Math.floor(random.next() * 0.6 * hourMs));
  const remoteHost = `mx.${about.recipient.split('@')[1]}`;
  return {
    ...{
      outcome: 'delivered',
      at,
      messageId: `m${serial++}`,
      sender: `office@${domain}`,
      domain,
      via: 'login',
    },
    ...{ senderIp: '203.0.113.7', remoteHost, remote: true, text: 'OK', stoppedBy: undefined },
    ...about,
  };
}

type Maker = (random: Random) => Delivery[];
const many = (count: number, make: (index: number) => Delivery) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Everyday mail: mostly fine, now and then a typing error or a full mailbox. */
const everyday: Maker = (random) =>
  many(random.between(5, 40), () => {
    const at = new Date(hourStart - Math.floor(random.next() * 10 * hourMs));
    const bad =
      random.next() < 0.03 ? { outcome: 'failed' as const, text: pickFrom(random, [...dead, ...other]) } : {};
    return record(random, { recipient: fresh(random), at, ...bad });
  });

const mailing = (random: Random, about: Partial<Delivery>): Delivery[] => {
  const share = 0.15 + random.next() * 0.5;
  const [start, oneMessage] = [random.next() * 0.5, random.next() < 0.5 ? `list${serial++}` : undefined];
  return many(random.between(15, 90), (index) => {
    const at = new Date(hourStart + (start + index * 0.001) * hourMs);
    const one = { ...about, at, recipient: fresh(random), ...(oneMessage ? { messageId: oneMessage } : {}) };
    const text = random.next() < 0.85 ? pickFrom(random, dead) : pickFrom(random, [...spam, ...other]);
    return record(random, { ...one, ...(random.next() < share ? { outcome: 'failed', text } : {}) });
  });
};

const deadAddresses: readonly Maker[] = [
  (random) => mailing(random, {}),
  (random) => mailing(random, { sender: `news@${domain}`, via: 'local', senderIp: '127.0.0.1' }),
  // Somebody on the way: office, telephone, hotel.
  (random) =>
    mailing(random, {}).map((each) => ({
      ...each,
      senderIp: pickFrom(random, ['203.0.113.7', '198.51.100.3', '100.70.1.1']),
    })),
  (random) =>
    many(random.between(5, 9), () =>
      record(random, { recipient: fresh(random), outcome: 'failed', text: pickFrom(random, dead) }),
    ),
];

const flood = (random: Random, about: () => Partial<Delivery>): Delivery[] => {
  const share = 0.35 + random.next() * 0.5;
  const spamShare = 0.3 + random.next() * 0.6;
  const back = random.between(0, 4) * hourMs;
  return many(random.between(15, 150), () => {
    const at = new Date(hourStart - back + random.next() * (back + 0.7 * hourMs));
    const text = pickFrom(random, random.next() < spamShare ? spam : [...dead, ...busy]);
    const bad = random.next() < share ? { outcome: 'failed' as const, text } : {};
    return record(random, { recipient: fresh(random, 2000), at, ...about(), ...bad });
  });
};
const program = { via: 'local', senderIp: '127.0.0.1' } as const;

const brokenIn: readonly Maker[] = [
  (random) => flood(random, () => ({ ...program, sender: `${user}@srv7.host.example` })),
  (random) => flood(random, () => ({ ...program, sender: `n${random.between(1, 999)}@${domain}` })),
  // An abused contact form, which always writes in the site's own name.
  (random) => flood(random, () => ({ ...program, sender: `wordpress@${domain}` })),
  // And one that writes in its visitors' names.
  (random) =>
    flood(random, () => ({
      ...program,
      sender: `v${random.between(1, 99)}@visitor${random.between(1, 99)}.example`,
    })),
];

const stolen: readonly Maker[] = [30, 8, 5].map((networks) => (random) => {
  const ips = Array.from(
    { length: networks },
    () => `100.${random.between(64, 127)}.${random.between(0, 9)}.5`,
  );
  return flood(random, () => ({ sender: `info@${domain}`, senderIp: pickFrom(random, ips) }));
});

const autoReplies: readonly Maker[] = ['', `office@${domain}`].map(
  (sender) => (random) =>
    many(random.between(6, 40), () => {
      const at = new Date(hourStart - random.next() * 8 * hourMs + 0.6 * hourMs);
      const bad =
        random.next() < 0.85
          ? {
              outcome: 'failed' as const,
              text: pickFrom(random, random.next() < 0.8 ? dead : [...spam, ...busy]),
            }
          : {};
      return record(random, { ...program, recipient: fresh(random, 2000), at, sender, ...bad });
    }),
);

const forwarder: readonly Maker[] = [1, 2].map(
  (targets) => (random) =>
    many(random.between(6, 50), () => {
      const recipient = `box${random.between(1, targets)}@bigmail.example`;
      const sender =
        random.next() < 0.3
          ? `srs0=ab=cd=promo${random.between(1, 99)}.example=x@${domain}`
          : `x@promo${random.between(1, 300)}.example`;
      const bad =
        random.next() < 0.7
          ? { outcome: 'failed' as const, text: pickFrom(random, random.next() < 0.8 ? spam : busy) }
          : {};
      return record(random, {
        recipient,
        sender,
        via: 'incoming',
        senderIp: `198.51.100.${random.between(1, 250)}`,
        ...bad,
      });
    }),
);

const provider: readonly Maker[] = [`office@${domain}`, `shop@${domain}`].map(
  (sender, index) => (random) =>
    many(random.between(6, 40), () => {
      const recipient = `q${serial++}@${pickFrom(random, ['bigmail.example', 'bigmail.example', 'oldbigmail.example'])}`;
      const text = pickFrom(random, random.next() < 0.85 ? busy.slice(0, 3) : spam);
      const about = {
        recipient,
        sender,
        remoteHost: `mta${random.between(1, 9)}.bigmail.example`,
        ...(index === 1 ? program : {}),
      };
      return record(random, { ...about, ...(random.next() < 0.8 ? { outcome: 'deferred', text } : {}) });
    }),
);

const nothing: readonly Maker[] = [
  (random) =>
    many(random.between(0, 2), () =>
      record(random, { recipient: fresh(random), outcome: 'failed', text: pickFrom(random, dead) }),
    ),
  // A bit of everything.
  (random) =>
    many(random.between(3, 8), () =>
      record(random, {
        recipient: fresh(random),
        outcome: 'failed',
        text: pickFrom(random, [...other, ...other, ...spam]),
      }),
    ),
  // Our address is listed: everybody refuses.
  (random) =>
    many(random.between(5, 30), () =>
      record(random, {
        recipient: fresh(random),
        outcome: random.next() < 0.8 ? 'failed' : 'delivered',
        text: pickFrom(random, spam),
      }),
    ),
  // Several receivers are busy at the same time.
  (random) =>
    many(random.between(5, 20), () =>
      record(random, { recipient: fresh(random), outcome: 'deferred', text: pickFrom(random, busy) }),
    ),
];

const makers: Readonly<Record<Kind, readonly Maker[]>> = {
  'dead-addresses': deadAddresses,
  'broken-in-script': brokenIn,
  'stolen-password': stolen,
  'auto-replies': autoReplies,
  'refused-forwarder': forwarder,
  'provider-trouble': provider,
  'nothing-decisive': nothing,
};
export const kinds = Object.keys(makers) as Kind[];

/** What the host would have recorded: from a number of failures on, the rest of the hour is discarded by the block. */
function blockFrom(records: readonly Delivery[], limit: number): Delivery[] {
  let missed = 0;
  return records
    .toSorted((one, two) => one.at.getTime() - two.at.getTime())
    .map((each) => {
      if (each.at.getTime() < hourStart) return each;
      if (missed >= limit) {
        const text = `Domain ${domain} has exceeded the max defers and failures per hour (${limit}/${limit} (60%)) allowed. Message discarded.`;
        return {
          ...each,
          outcome: 'failed',
          stoppedBy: 'defer-fail-limit',
          text,
          remoteHost: '',
          remote: false,
        };
      }
      if (each.outcome !== 'delivered') missed += 1;
      return each;
    });
}

/** Several kinds are a mixture. */
export function madeRecords(of: readonly Kind[], seed: string): Delivery[] {
  const random = createRandom(seed);
  const accident = of.flatMap(
    (kind) => makers[kind][random.between(0, makers[kind].length - 1)]?.(random) ?? [],
  );
  const all = [...everyday(random), ...accident];
  return random.next() < 0.6 ? blockFrom(all, random.pick([5, 10, 15, 30])) : all;
}
