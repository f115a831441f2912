import assert from 'node:assert/strict';
import { it } from 'node:test';
import { day, hour, minute, personOf, placeOf, questionOf, start, type Within } from './set-up.ts';

export function questionsAndVotes(within: Within): void {
  it(
    'gives a question back as it was noted, masked',
    within(async ({ memory }) => {
      const question = questionOf('q1', {
        text: 'to kim@example.com from 192.0.2.7\0',
        reasons: ['mailbox-full'],
      });
      await memory.questions.note(question);
      assert.deepEqual(await memory.questions.get('q1'), {
        ...question,
        text: 'to k***@example.com from 192.0.x.x',
      });
      assert.equal(await memory.questions.get('q2'), undefined);
    }),
  );

  it(
    'lets the later note of a question stand',
    within(async ({ memory }) => {
      await memory.questions.note(
        questionOf('q1', { messageId: undefined, shown: undefined, decision: 'unsure' }),
      );
      await memory.questions.note(questionOf('q1', { text: 'edited' }));
      const noted = await memory.questions.get('q1');
      assert.equal(noted?.text, 'edited');
      assert.equal(noted?.shown, 'mailbox-full');
      assert.equal((await memory.figures(0, start + 1)).asked, 1);
    }),
  );

  it(
    'finds a question by its answer, by its thread and by its asker',
    within(async ({ memory }) => {
      const kim = personOf('U2');
      await memory.questions.note(questionOf('q1', { askedAt: start - 2 }));
      await memory.questions.note(questionOf('q2', { askedAt: start - 1, asker: kim, place: placeOf('q1') }));
      await memory.questions.note(
        questionOf('q3', { asker: kim, place: placeOf('q1'), messageId: undefined }),
      );
      assert.equal((await memory.questions.at(placeOf('q1'), 'm-q2'))?.key, 'q2');
      assert.equal(await memory.questions.at(placeOf('q1', 'C2'), 'm-q2'), undefined);
      assert.equal((await memory.questions.lastIn(placeOf('q1')))?.key, 'q2');
      assert.deepEqual(
        (await memory.questions.of(kim, 5)).map(({ key }) => key),
        ['q3', 'q2'],
      );
      assert.deepEqual(await memory.questions.of({ ...kim, workspace: 'T2' }, 5), []);
    }),
  );

  it(
    'reads all questions of a time, over many pages, each once',
    within(async ({ memory }) => {
      for (let at = 0; at < 450; at++)
        await memory.questions.note(questionOf(`q${at}`, { askedAt: start + Math.floor(at / 3) }));
      const keys: string[] = [];
      for await (const { key } of memory.questions.between(start, start + 140)) keys.push(key);
      assert.equal(keys.length, 420);
      assert.equal(new Set(keys).size, 420);
    }),
  );

  it(
    'counts one vote a person, question and article, the last one',
    within(async ({ memory, clock }) => {
      const vote = { key: 'q1', slug: 'mailbox-full', by: personOf('U1') };
      await memory.questions.note(questionOf('q1'));
      await memory.votes.cast({ ...vote, helped: true });
      await memory.votes.cast({ ...vote, helped: false });
      assert.deepEqual(await memory.votes.tallies(), [{ slug: 'mailbox-full', helped: 0, notHelped: 1 }]);
      clock.now += 1;
      await memory.votes.cast({ ...vote, helped: true });
      assert.deepEqual(await memory.votes.tallies(), [{ slug: 'mailbox-full', helped: 1, notHelped: 0 }]);
    }),
  );

  it(
    'counts people, so that one person with many questions weighs as much as any',
    within(async ({ memory, clock }) => {
      for (let at = 0; at < 30; at++) {
        clock.now += 1;
        await memory.votes.cast({ key: `q${at}`, slug: 'a', by: personOf('U1'), helped: false });
      }
      await memory.votes.cast({ key: 'q0', slug: 'a', by: personOf('U2'), helped: true });
      await memory.votes.cast({ key: 'q0', slug: 'b', by: personOf('U1', 'discord'), helped: true });
      assert.deepEqual(await memory.votes.tallies(), [
        { slug: 'a', helped: 1, notHelped: 1 },
        { slug: 'b', helped: 1, notHelped: 0 },
      ]);
      clock.now += day;
      assert.deepEqual(await memory.votes.tallies(clock.now), []);
    }),
  );

  it(
    'gives each vote as it stands with its question, cast last first',
    within(async ({ memory, clock }) => {
      assert.equal(await memory.votes.lastAt(), 0);
      await memory.questions.note(questionOf('q1', { text: 'inbox of kim@example.com is full' }));
      await memory.questions.note(questionOf('q2', { text: 'cannot send' }));
      const by = personOf('U1');
      await memory.votes.cast({ key: 'q1', slug: 'a', by, helped: false });
      clock.now += 10;
      await memory.votes.cast({ key: 'q1', slug: 'a', by: personOf('U2'), helped: true });
      await memory.votes.cast({ key: 'q1', slug: 'a', by, helped: true });
      clock.now += 10;
      await memory.votes.cast({ key: 'q2', slug: 'b', by, helped: false });
      await memory.votes.cast({ key: 'not noted', slug: 'b', by, helped: false });
      const ballots = await memory.votes.ballots(0, 10);
      assert.deepEqual(
        ballots.map(({ key, text, slug, voter, helped }) => [key, text, slug, voter, helped]),
        [
          ['q2', 'cannot send', 'b', 'slack/T1/U1', false],
          ['q1', 'inbox of k***@example.com is full', 'a', 'slack/T1/U1', true],
          ['q1', 'inbox of k***@example.com is full', 'a', 'slack/T1/U2', true],
        ],
      );
      assert.equal((await memory.votes.ballots(0, 1)).length, 1);
      assert.equal((await memory.votes.ballots(clock.now, 9)).length, 1);
      assert.equal(
        await memory.votes.lastAt(),
        clock.now + 1,
        'no two votes of a process at the same moment',
      );
    }),
  );

  it(
    'lists as gaps what was unsure or voted down, by the last vote',
    within(async ({ memory, clock }) => {
      await memory.questions.note(questionOf('unsure', { decision: 'unsure', askedAt: start + 1 }));
      await memory.questions.note(questionOf('suggested', { decision: 'suggest', askedAt: start + 2 }));
      await memory.questions.note(questionOf('chatter', { decision: 'silent', askedAt: start + 3 }));
      await memory.questions.note(questionOf('helped', { askedAt: start + 4 }));
      await memory.questions.note(questionOf('down', { askedAt: start + 5 }));
      await memory.questions.note(
        questionOf('suggestion helped', { decision: 'suggest', askedAt: start + 6 }),
      );
      const by = personOf('U1');
      await memory.votes.cast({ key: 'helped', slug: 'a', by, helped: false });
      await memory.votes.cast({ key: 'down', slug: 'a', by, helped: false });
      clock.now += 1;
      await memory.votes.cast({ key: 'helped', slug: 'b', by, helped: true });
      await memory.votes.cast({ key: 'suggestion helped', slug: 'a', by, helped: true });
      assert.deepEqual(
        (await memory.questions.gaps(start, 10)).map(({ key }) => key),
        ['down', 'suggested', 'unsure'],
      );
      assert.deepEqual(
        (await memory.questions.gaps(start + 2, 1)).map(({ key }) => key),
        ['down'],
      );
    }),
  );

  it(
    'lists a question in a channel that got no answer as a gap, but no chatter',
    within(async ({ memory }) => {
      const silent = { decision: 'silent', messageId: undefined } as const;
      for (const [key, text] of [
        ['asked', 'can I have two mailboxes?'],
        ['asked and went on', 'why? it worked yesterday'],
        ['two lines', 'is mail down?\nours is'],
        ['chatter', 'good morning all'],
        ['link', 'see https://example.com/?page=2 for that'],
      ] as const)
        await memory.questions.note(questionOf(key, { ...silent, text }));
      const gaps = await memory.questions.gaps(start, 10);
      assert.deepEqual(gaps.map(({ key }) => key).sort(), ['asked', 'asked and went on', 'two lines']);
      assert.deepEqual(await memory.questions.gaps(start, 10, start), [], 'asked before the end');
    }),
  );

  it(
    'tells of each question how it went, by the last votes',
    within(async ({ memory, clock }) => {
      for (const key of ['clicked', 'down', 'handed', 'nothing'])
        await memory.questions.note(questionOf(key));
      const by = personOf('U1');
      await memory.votes.cast({ key: 'clicked', slug: 'a', by, helped: false });
      clock.now += 1;
      await memory.votes.cast({ key: 'clicked', slug: 'b', by, helped: true });
      await memory.votes.cast({ key: 'down', slug: 'a', by, helped: false });
      const place = placeOf('handed');
      await memory.handOffs.open({ questionKey: 'handed', customer: by, place, summary: 's' });
      const told: Record<string, boolean[]> = {};
      for await (const outcome of memory.questions.between(start, start + 1))
        told[outcome.key] = [outcome.helped, outcome.notHelped, outcome.handedOver];
      assert.deepEqual(told, {
        clicked: [true, false, false],
        down: [false, true, false],
        handed: [false, false, true],
        nothing: [false, false, false],
      });
    }),
  );

  it(
    'counts a cleared block as help only when the asker had no further question',
    within(async ({ memory, clock }) => {
      const kim = personOf('U2');
      await memory.questions.note(questionOf('alone'));
      await memory.questions.note(questionOf('asked on', { asker: kim }));
      await memory.questions.note(questionOf('thanks', { decision: 'silent', askedAt: start + 1 }));
      await memory.questions.note(
        questionOf('still', { asker: kim, decision: 'unsure', askedAt: start + minute }),
      );
      clock.now = start + hour;
      await memory.questions.cleared('alone');
      await memory.questions.cleared('asked on');
      const helped: string[] = [];
      for await (const outcome of memory.questions.between(start, start + hour))
        if (outcome.helped) helped.push(outcome.key);
      assert.deepEqual(helped, ['alone']);
      assert.equal((await memory.figures(start, start + hour)).helped, 1);
      await memory.questions.note(questionOf('later', { askedAt: clock.now + 1 }));
      assert.equal(
        (await memory.figures(start, start + 1)).helped,
        1,
        'what came afterwards is another matter',
      );
    }),
  );

  it(
    'counts honestly: silence is not help',
    within(async ({ memory }) => {
      for (const key of ['silence', 'clicked', 'cleared', 'down', 'handed'])
        await memory.questions.note(questionOf(key));
      await memory.questions.note(questionOf('chatter', { decision: 'silent' }));
      await memory.questions.note(questionOf('old', { askedAt: start - hour }));
      await memory.votes.cast({ key: 'clicked', slug: 'a', by: personOf('U1'), helped: true });
      await memory.votes.cast({ key: 'down', slug: 'a', by: personOf('U1'), helped: false });
      await memory.questions.cleared('cleared');
      await memory.handOffs.open({
        questionKey: 'handed',
        customer: personOf('U1'),
        place: placeOf('handed'),
        summary: 's',
      });
      assert.deepEqual(await memory.figures(start, start + hour), {
        asked: 6,
        decided: { answer: 5, suggest: 0, unsure: 0, silent: 1 },
        helped: 2,
        notHelped: 1,
        handedOver: 1,
        unknown: 1,
      });
    }),
  );
}
