import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { channelSettingsRevision } from '../../../bot/memory/channel-settings.ts';
import { createDailySweep } from '../../../bot/memory/daily-sweep.ts';
import { parseKeys } from '../../../bot/memory/keys.ts';
import type { Memory } from '../../../bot/memory/memory.ts';
import { followRevisions } from '../../../bot/memory/revisions.ts';
import { testKeys } from '../engines/test-engines.ts';
import { day, hour, minute, personOf, placeOf, questionOf, start, type Within } from './set-up.ts';

const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' };

export function operator(within: Within): void {
  it(
    'keeps settings per channel and shows every process that they changed',
    within(async ({ memory, open }) => {
      const other = await open();
      await memory.channelSettings.set(channel, 'listening', true, personOf('S1'));
      const before = (await other.revisions.read()).get(channelSettingsRevision) ?? 0;
      await memory.channelSettings.set(channel, 'threshold', 0.9, personOf('S1'));
      await other.channelSettings.set(channel, 'listening', false, personOf('S2'));
      await other.channelSettings.set({ ...channel, channel: 'C2' }, 'listening', true, personOf('S2'));
      assert.deepEqual(
        [...(await memory.channelSettings.of(channel))]
          .map(([name, { value, setBy }]) => [name, value, setBy])
          .sort(),
        [
          ['listening', false, 'slack/T1/S2'],
          ['threshold', 0.9, 'slack/T1/S1'],
        ],
      );
      assert.equal((await memory.revisions.read()).get(channelSettingsRevision), before + 3);
      await memory.channelSettings.set(channel, 'threshold', undefined, personOf('S1'));
      assert.deepEqual([...(await other.channelSettings.of(channel)).keys()], ['listening']);
      const everywhere = await other.channelSettings.everywhere();
      assert.deepEqual(everywhere.map(({ channel: id, name, value }) => [id, name, value]).sort(), [
        ['C1', 'listening', false],
        ['C2', 'listening', true],
      ]);
    }),
  );

  it(
    'tells another process of a change within moments, and of nothing else',
    within(async ({ memory, open }) => {
      const other = await open();
      await memory.channelSettings.set(channel, 'listening', true, personOf('S1'));
      await memory.revisions.bump('knowledge-base');
      const changed: string[] = [];
      const stop = followRevisions(
        () => other.revisions.read(),
        (name) => changed.push(name),
        20,
      );
      await delay(100);
      await memory.channelSettings.set(channel, 'listening', false, personOf('S1'));
      for (let waits = 0; changed.length === 0 && waits < 100; waits++) await delay(20);
      stop();
      assert.deepEqual(changed, [channelSettingsRevision]);
    }),
  );

  it(
    'gives a lease to one process at a time',
    within(async ({ memory, open, clock }) => {
      const other = await open();
      const taken = await Promise.all([memory, other, other].map((one) => one.leases.take('digest', minute)));
      assert.equal(new Set([taken[0], taken[1]]).size, 2);
      const [holder, waiter] = taken[0] ? [memory, other] : [other, memory];
      assert.equal(await holder.leases.take('digest', minute), true, 'kept by its holder');
      assert.equal(await waiter.leases.giveBack('digest'), false);
      clock.now += minute;
      assert.equal(await waiter.leases.take('digest', minute), true);
    }),
  );

  it(
    'stores installations so that the database alone tells nothing, and turns its keys',
    within(async ({ memory, open, content }) => {
      const installation = { team: { id: 'T1' }, bot: { token: 'xoxb-secret-token' } };
      await memory.installations.store('slack', 'T1', installation);
      assert.ok(!(await content()).includes('xoxb-secret-token'));
      assert.deepEqual(await memory.installations.fetch('slack', 'T1'), installation);
      assert.equal(await memory.installations.fetch('slack', 'T2'), undefined);

      const newKey = Buffer.alloc(32, 7).toString('base64');
      const turned = await open({ keys: parseKeys(`${newKey} ${testKeys}`) });
      assert.deepEqual(await turned.installations.fetch('slack', 'T1'), installation);
      assert.equal(await turned.installations.reseal(), 1);
      assert.equal(await turned.installations.reseal(), 0);
      const onlyNew = await open({ keys: parseKeys(newKey) });
      assert.deepEqual(await onlyNew.installations.fetch('slack', 'T1'), installation);
      await assert.rejects(memory.installations.fetch('slack', 'T1'), /put it back behind the current one/);
      assert.deepEqual(await memory.installations.keys('slack'), ['T1']);
      assert.equal(await memory.installations.remove('slack', 'T1'), true);
    }),
  );

  it(
    'keeps the audit: lines are added, read and counted, masked',
    within(async ({ memory, clock }) => {
      const line = {
        by: personOf('S1'),
        action: 'account.show',
        about: 'server12/kimshop',
        why: 'asked by kim@example.com',
        outcome: 'shown',
      };
      await memory.audit.append(line);
      clock.now += 1;
      await memory.audit.append({ ...line, by: personOf('S2'), about: 'server12/other' });
      assert.deepEqual(
        (await memory.audit.read({ most: 9 })).map(({ about }) => about),
        ['server12/other', 'server12/kimshop'],
      );
      const [own] = await memory.audit.read({ by: personOf('S1'), about: ['server12/kimshop'], most: 9 });
      assert.equal(own?.why, 'asked by k***@example.com');
      assert.deepEqual(await memory.audit.read({ since: clock.now + 1, most: 9 }), []);
    }),
  );

  it(
    'takes away what is too old by the operator’s settings, and nothing else',
    within(async ({ memory, clock }) => {
      await fill(memory);
      clock.now += 10 * day;
      await memory.questions.note(questionOf('young', { askedAt: clock.now }));
      await memory.audit.append({ by: personOf('S1'), action: 'a', about: 'young', why: '', outcome: '' });
      const first = await memory.sweep({});
      assert.ok(
        !('questions' in first) && !('audit' in first) && !('votes' in first),
        'kept for good where nothing is set',
      );
      const gone = await memory.sweep({ questionsDays: 7, votesDays: 7, auditDays: 7 });
      assert.deepEqual(
        { questions: gone.questions, votes: gone.votes, audit: gone.audit },
        { questions: 1, votes: 1, audit: 1 },
      );
      assert.ok(await memory.questions.get('young'));
      assert.deepEqual(
        (await memory.audit.read({ most: 9 })).map(({ about }) => about),
        ['young'],
      );
      assert.equal((await memory.links.of(personOf('U1'))).length, 1, 'links stay until they are undone');
    }),
  );

  it(
    'sweeps once a day, in one process for all, and again soon after it failed',
    within(async ({ memory, open, clock }) => {
      const swept: string[] = [];
      const failed: string[] = [];
      let broken = true;
      const sweepIn = (name: string, one: Memory) =>
        createDailySweep({
          memory: {
            leases: one.leases,
            strict: () => ({
              sweep: (retention) => (broken ? Promise.reject(new Error('disk full')) : one.sweep(retention)),
            }),
          },
          retention: { questionsDays: 7 },
          onSwept: ({ questions }) => swept.push(`${name} ${questions}`),
          onError: () => failed.push(name),
          now: () => clock.now,
        });
      await memory.questions.note(questionOf('old'));
      clock.now += 8 * day;
      const looks = [sweepIn('a', memory), sweepIn('b', await open())];
      const lookAll = async () => {
        for (const look of looks) await look();
      };
      await lookAll();
      assert.deepEqual(failed, ['a', 'b'], 'the other one tries when the first gave up');
      broken = false;
      for (let hours = 0; hours < 22; hours++) {
        await lookAll();
        clock.now += hour;
      }
      assert.deepEqual(swept, ['a 1']);
      await memory.questions.note(questionOf('older', { askedAt: clock.now - 8 * day }));
      clock.now += 2 * hour;
      await lookAll();
      assert.deepEqual(swept, ['a 1', 'a 1']);
    }),
  );

  it(
    'takes much away in small bites',
    within(async ({ memory, clock }) => {
      for (let at = 0; at < 450; at++)
        await memory.audit.append({ by: personOf('S1'), action: 'a', about: 'b', why: '', outcome: '' });
      clock.now += 2 * day;
      assert.equal((await memory.sweep({ auditDays: 1 })).audit, 450);
    }),
  );

  it(
    'forgets a person entirely, leaves others alone, and keeps the audit',
    within(async ({ memory, content }) => {
      await fill(memory);
      await memory.questions.note(
        questionOf('other', { asker: personOf('U2'), text: 'unmistakable words of another' }),
      );
      assert.ok((await content()).includes('unmistakable words of the first'));
      const gone = await memory.forgetPerson(personOf('U1'));
      assert.deepEqual(Object.keys(gone).sort(), [
        'codeSends',
        'codes',
        'handOffs',
        'links',
        'noticeAskers',
        'outbox',
        'questions',
        'sightings',
        'votes',
        'watches',
      ]);
      const left = await content();
      assert.ok(!left.includes('unmistakable words of the first'), 'nor in what SQLite leaves lying about');
      assert.ok(left.includes('unmistakable words of another'));
      assert.equal((await memory.audit.read({ most: 9 })).length, 1);
      assert.deepEqual(await memory.forgetPerson(personOf('U1')), {});
    }),
  );

  it(
    'exports JSON lines, of all or of one person, without secrets',
    within(async ({ memory }) => {
      await fill(memory);
      for (let at = 0; at < 450; at++)
        await memory.questions.note(questionOf(`more ${at}`, { asker: personOf('U2') }));
      const all = await linesOf(memory.export());
      assert.equal(all.filter(({ table }) => table === 'questions').length, 451);
      assert.ok(
        all.every(({ table }) => !['codes', 'tickets', 'installations', 'claims'].includes(String(table))),
      );
      const own = await linesOf(memory.export({ person: personOf('U1') }));
      assert.ok(own.length >= 8);
      assert.ok(own.every(({ person }) => person === 'U1'));
      const audit = await linesOf(memory.export({ tables: ['audit'] }));
      assert.deepEqual(
        audit.map(({ table, about }) => [table, about]),
        [['audit', 'server12/kimshop']],
      );
    }),
  );

  it(
    'tells how it is, and how many processes share it',
    within(async ({ memory, open }) => {
      await (await open()).vitals();
      const vitals = await memory.vitals();
      assert.equal(vitals.processes, 2);
      assert.ok(!vitals.where.includes('loopback-only'), 'without the password');
    }),
  );

  it(
    'refuses ids that give somebody away',
    within(async ({ memory }) => {
      await assert.rejects(
        memory.questions.note(questionOf('q', { asker: personOf('kim@example.com') })),
        /opaque id/,
      );
      await assert.rejects(memory.claims.claim('from 192.0.2.7'), /opaque id/);
    }),
  );
}

/** Something of everything about U1. */
async function fill(memory: Memory): Promise<void> {
  const person = personOf('U1');
  const place = placeOf('t1');
  const account = { server: 'server12', user: 'kimshop' };
  await memory.questions.note(questionOf('q1', { text: 'unmistakable words of the first' }));
  await memory.votes.cast({ key: 'q1', slug: 'a', by: person, helped: true });
  await memory.links.add({ person, account, identity: '1', domain: 'kim.example', proof: 'code' });
  await memory.codes.issue(person, account, 'AAAA2222');
  await memory.watches.add({
    kind: 'block-clears',
    person,
    place,
    account,
    domain: 'kim.example',
    dueAt: start,
    untilAt: start + hour,
  });
  await memory.outbox.claim('q1', {
    kind: 'answer',
    to: person,
    place,
    text: 'unmistakable words of the first',
    directed: true,
  });
  await memory.handOffs.open({
    questionKey: 'q1',
    customer: person,
    place,
    summary: 'unmistakable words of the first',
  });
  await memory.incidents.note('f', { person, place }, { people: 9, withinMs: hour, quietMs: hour });
  const notice = await memory.notices.pin({ text: 'n', matches: [] }, personOf('S1'));
  await memory.notices.shown(notice, { person, place });
  await memory.audit.append({
    by: person,
    action: 'account.show',
    about: 'server12/kimshop',
    why: '',
    outcome: '',
  });
}

async function linesOf(lines: AsyncIterable<string>): Promise<Record<string, unknown>[]> {
  const read: Record<string, unknown>[] = [];
  for await (const line of lines) read.push(JSON.parse(line) as Record<string, unknown>);
  return read;
}
