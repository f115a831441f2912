import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';
import type { ReasonRule } from '../../bot/bounce/reason.ts';
import { reasonRules } from '../../bot/bounce/reasons/index.ts';
import { fingerprintOf, fingerprintParts, isNamedBy } from '../../bot/learning/incidents/fingerprint.ts';
import { createIncidentWatch, type IncidentMemory } from '../../bot/learning/incidents/incident-watch.ts';
import {
  createNoticeBoard,
  type NoticeMemory,
  type Seen,
} from '../../bot/learning/incidents/notice-board.ts';
import { tellAskers } from '../../bot/learning/incidents/tell-askers.ts';
import type { Notice } from '../../bot/memory/notices.ts';
import { maskPersonal } from '../../bot/privacy/mask.ts';
import { personOf, placeOf } from '../memory/contract/set-up.ts';
import { startSqlite } from '../memory/engines/test-engines.ts';
import { pastes } from '../memory/pastes.ts';

const fingerprints = (text: string) => readBounce(text).map(fingerprintOf);
const who = { person: personOf('U1'), place: placeOf('t1') };

describe('the fingerprint of an error', () => {
  const blocked = (recipient: string, host: string, ip: string) =>
    `<${recipient}>: host ${host}[192.0.2.4] said: 550 5.7.1 Unfortunately, messages from [${ip}] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). (in reply to MAIL FROM command)`;

  it('is the same for whoever brings it', () => {
    const [one] = fingerprints(
      blocked('kim@hotmail.com', 'hotmail-com.olc.protection.outlook.com', '198.51.100.7'),
    );
    const [other] = fingerprints(
      blocked('ann@shop.example', 'shop-example.mail.protection.outlook.com', '203.0.113.9'),
    );
    assert.equal(one, 'microsoft | ip-blocked | 550 5.7.1 | s3150');
    assert.equal(other, one);
  });

  for (const [text, fingerprint] of [
    [
      'Domain kim-shop.com has exceeded the max defers and failures per hour (7/5 (100%)) allowed.',
      'our-server | defer-fail-limit | - | domain # has exceeded the max defers and failures per hour',
    ],
    [
      '<bob@firma.co.uk>: host mx7.mail.provider.co.uk[192.0.2.1] said: 451 4.7.1 Greylisted, please try again in 300 seconds',
      'provider.co.uk | greylisted | 451 4.7.1',
    ],
    ['550 5.2.1 <lena@gmail.com>: The email account that you tried to reach is disabled.', 'google'],
    ['550 5.1.1 <kim@smith-family.example>: User unknown', '- | user-unknown'],
  ] as const)
    it(`is "${fingerprint}" for “${text.slice(0, 50)}”`, () => {
      const [found = ''] = fingerprints(text);
      assert.ok(found === fingerprint || found.startsWith(`${fingerprint} | `), found);
    });

  it('has nothing of any person in it, and is kept by the memory as it is', () => {
    const { secrets, found } = {
      secrets: pastes.flatMap((paste) => paste.secrets),
      found: pastes.flatMap(({ text }) => fingerprints(text)),
    };
    assert.ok(found.length >= 20);
    for (const fingerprint of found) {
      assert.deepEqual(
        secrets.filter((secret) => fingerprint.includes(secret.toLowerCase())),
        [],
      );
    }
    const samples = (reasonRules as readonly ReasonRule[]).flatMap(({ phrases }) =>
      phrases.map(({ sample }) => sample),
    );
    for (const fingerprint of [...found, ...samples.flatMap(fingerprints)]) {
      assert.equal(maskPersonal(fingerprint), fingerprint);
      assert.equal(fingerprint.split(' | ').length, 4, fingerprint);
      assert.ok(fingerprint.length < 300);
      assert.doesNotMatch(fingerprintParts(fingerprint).phrase, /@|(?<![a-z\d])\d|\d{6}/);
    }
  });

  it('is named by its first parts and by its reason', () => {
    const [fingerprint = ''] = fingerprints(
      blocked('kim@hotmail.com', 'x.olc.protection.outlook.com', '198.51.100.7'),
    );
    for (const match of [fingerprint, 'microsoft', 'microsoft | ip-blocked', 'ip-blocked'])
      assert.equal(isNamedBy(fingerprint, match), true, match);
    for (const match of ['micro', 'google', 'google | ip-blocked', 'ip', ''])
      assert.equal(isNamedBy(fingerprint, match), false, match);
  });
});

describe('the watch for incidents', () => {
  const noting = () => {
    const noted: [string, number][] = [];
    const memory: IncidentMemory = {
      note: async (fingerprint, _who, { people }) => {
        noted.push([fingerprintParts(fingerprint).reason, people]);
        return { people, alert: true };
      },
    };
    return {
      noted,
      watch: createIncidentWatch(memory, { people: 5, ownPeople: 20, withinMs: 1, quietMs: 1 }),
    };
  };

  it('asks for more people where anybody can have the error alone', async () => {
    const { noted, watch } = noting();
    for (const text of [
      '<k@example.com>: host mx.provider.example[192.0.2.1] said: 421 4.7.0 too many connections from your host',
      'cPanel: 550 5.7.1 Service unavailable; client host [192.0.2.7] blocked using zen.spamhaus.org',
      '0x800CCC0E',
      '<k@example.com>: host mx.provider.example[192.0.2.1] said: 550 5.1.1 User unknown',
      'connect to mx.example.net[192.0.2.9]:25: Connection refused',
      '552 5.2.2 mailbox full',
    ])
      await watch.note(readBounce(text), who);
    assert.deepEqual(noted, [
      ['rate-limited', 5],
      ['ip-blocked', 5],
      ['client-connection', 5],
      ['user-unknown', 20],
      ['network-error', 20],
      ['mailbox-full', 20],
    ]);
  });

  it('passes over notices and what was not understood, and notes the same error of one paste once', async () => {
    const { noted, watch } = noting();
    for (const text of ['250 2.0.0 OK: queued as 4F2', '550 5.0.0', 'hello'])
      assert.deepEqual(await watch.note(readBounce(text), who), []);
    const full = '<a@example.com>: 552 5.2.2 mailbox full\n\n<b@example.com>: 552 5.2.2 mailbox full';
    assert.equal(readBounce(full).length, 2);
    const alerts = await watch.note(readBounce(full), who);
    assert.equal(noted.length, 1);
    assert.deepEqual(
      alerts.map(({ provider, reason, codes, people }) => [provider, reason, codes, people]),
      [['-', 'mailbox-full', '552 5.2.2', 20]],
    );
  });

  it('raises nothing while the memory is away', async () => {
    const watch = createIncidentWatch({ note: async () => undefined });
    assert.deepEqual(await watch.note(readBounce('552 5.2.2 mailbox full'), who), []);
  });
});

describe('the board of notices', () => {
  const errors = readBounce(
    '<k@hotmail.com>: host x.olc.protection.outlook.com[192.0.2.1] said: 421 4.7.0 too many connections',
  );
  const seen = (given: Partial<Seen> = {}): Seen => ({
    decision: 'answer',
    mailErrors: errors,
    findings: [{ article: { slug: 'receiver-slows-mail' } }, { article: { slug: 'greylisting' } }],
    ...given,
  });
  const notice = (id: string, ...matches: string[]): Notice => ({ id, text: id, matches, pinnedAt: 0 });
  const boardWith = async (...live: Notice[]) => {
    const memory = { notices: { live: async () => live } } as unknown as NoticeMemory;
    const board = createNoticeBoard(memory);
    await board.refresh();
    return board;
  };

  it('leads what it names: a provider, a provider’s reason, a reason, an article', async () => {
    for (const match of [
      'microsoft',
      'microsoft | rate-limited',
      'rate-limited',
      'receiver-slows-mail',
      fingerprintOf(errors[0] as never),
    ]) {
      assert.equal((await boardWith(notice('n', match))).noticeFor(seen())?.id, 'n', match);
    }
  });

  it('leads nothing else, and breaks no silence', async () => {
    const board = await boardWith(notice('n', 'google', 'mailbox-full', 'greylisting'));
    assert.equal(board.noticeFor(seen()), undefined);
    const all = await boardWith(notice('n', 'microsoft', 'receiver-slows-mail'));
    assert.equal(all.noticeFor(seen({ decision: 'silent' })), undefined);
    assert.equal(
      all.noticeFor(seen({ decision: 'unsure', mailErrors: [] })),
      undefined,
      'an article nobody is sure of',
    );
    assert.equal(all.noticeFor(seen({ decision: 'unsure' }))?.id, 'n', 'an error that was read');
  });

  it('leads with the newest of several', async () => {
    const board = await boardWith(notice('newer', 'microsoft'), notice('older', 'microsoft'));
    assert.equal(board.noticeFor(seen())?.id, 'newer');
  });

  it('goes on leading while the memory is away', async () => {
    let answers: readonly Notice[] | undefined = [notice('n', 'microsoft')];
    const board = createNoticeBoard({ notices: { live: async () => answers } } as unknown as NoticeMemory);
    await board.refresh();
    answers = undefined;
    await board.refresh();
    assert.equal(board.noticeFor(seen())?.id, 'n');
  });

  it('tells those who brought the error before it was pinned, and tries again whom it could not tell', async () => {
    const engine = await startSqlite();
    const clock = { now: Date.UTC(2026, 10, 23) };
    const memory = await (await engine.createStore()).open({ now: () => clock.now, leaseMs: 1000 });
    const board = createNoticeBoard(memory, () => clock.now);
    const watch = createIncidentWatch(memory.incidents);
    for (const id of ['U1', 'U2']) await watch.note(errors, { person: personOf(id), place: placeOf(id) });
    await watch.note(readBounce('552 5.2.2 mailbox full'), { person: personOf('U3'), place: placeOf('U3') });
    const id = await board.pin({ text: 'on it', matches: ['rate-limited'] }, personOf('S1'));
    const pinned = board.noticeFor(seen());
    assert.ok(pinned);
    await board.shown(pinned, { person: personOf('U4'), place: placeOf('U4') });
    await board.end(id ?? '', personOf('S1'));
    assert.equal(board.noticeFor(seen()), undefined);

    let broken: string | undefined = 'U2';
    const told: string[] = [];
    const failed: unknown[] = [];
    const round = () =>
      tellAskers({
        notices: memory.notices,
        async tell({ person, place }) {
          if (person.id === broken) throw new Error('left the workspace');
          told.push(`${person.id} in ${place.thread}`);
        },
        onError: (error) => failed.push(error),
      });
    assert.equal(await round(), 2);
    assert.deepEqual(told.sort(), ['U1 in U1', 'U4 in U4']);
    assert.equal(failed.length, 1);
    broken = undefined;
    assert.equal(await round(), 0, 'not at once');
    clock.now += 2000;
    assert.equal(await round(), 1);
    assert.equal(told.at(-1), 'U2 in U2');
    await memory.close();
    await engine.remove();
  });
});
