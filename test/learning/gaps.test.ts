import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { gapsReply } from '../../bot/desk/gaps-reply.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import type { Library } from '../../bot/knowledge/library.ts';
import { loadLibrary } from '../../bot/knowledge/load-library.ts';
import { findGaps } from '../../bot/learning/gaps/find-gaps.ts';
import type { Gap } from '../../bot/learning/gaps/gap.ts';
import type { GapGroup } from '../../bot/learning/gaps/gap-group.ts';
import { groupGaps } from '../../bot/learning/gaps/group-gaps.ts';
import { repository } from '../../scripts/open-desk.ts';
import { personOf, questionOf, start } from '../memory/contract/set-up.ts';
import { startSqlite } from '../memory/engines/test-engines.ts';

const texts = [
  'can i sign in to the control panel with a passkey',
  'where do i set up a passkey for signing in?',
  'pleae help, passkye for the control panel',
  'does my web space have ipv6',
  'ipv6 for my website, is there a switch?',
  'thanks!',
  'ok',
];

const gapOf = (text: string, at: number, given: Partial<Gap> = {}): Gap => ({
  key: `q${at}`,
  text,
  asker: `U${at}`,
  kind: 'unsure',
  nearest: undefined,
  askedAt: start + at,
  ...given,
});

describe('grouping what could not be answered', () => {
  let library: Library;
  before(async () => {
    ({ library } = await loadLibrary(`${repository}/kb`, houseFactsFrom({})));
  });
  const group = (gaps: readonly Gap[]): GapGroup[] => {
    const steps = groupGaps(gaps, library);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };
  const keysOf = (groups: readonly GapGroup[]) => groups.map(({ keys }) => [...keys].sort());

  it('puts together what means the same, misspelt or not, and leaves chatter out', () => {
    assert.deepEqual(keysOf(group(texts.map((text, at) => gapOf(text, at)))), [
      ['q0', 'q1', 'q2'],
      ['q3', 'q4'],
    ]);
  });

  it('keeps apart what only shares common words', () => {
    const apart = [
      'how do i change the password of my email in outlook',
      'how do i change the signature of my email in outlook',
      'my email is not working',
      'my website is not working',
    ];
    assert.equal(group(apart.map((text, at) => gapOf(text, at))).length, apart.length);
  });

  it('gives the same groups in whatever order the questions come', () => {
    const gaps = [
      ...texts,
      ...library.articles.flatMap(({ asks }) => asks.slice(0, 3)),
      '550 5.1.1 <kim@example.com>: User unknown',
    ].map((text, at) => gapOf(text, at, { nearest: `article-${at % 7}` }));
    const expected = group(gaps);
    const turned = [...gaps].reverse();
    const mixed = [...gaps].sort((a, b) => (a.key.split('').reverse() < b.key.split('').reverse() ? -1 : 1));
    for (const order of [turned, mixed]) assert.deepEqual(group(order), expected);
  });

  it('goes by what the machine says in a pasted error, not by the words around it', () => {
    const groups = group([
      gapOf('help!! my newsletter: 550 5.1.1 <ann@example.com>: User unknown', 0),
      gapOf(
        'what is this\n550-5.1.1 <bob@example.net>: Recipient address rejected: User unknown in table',
        1,
      ),
      gapOf('552 5.2.2 <kim@example.org>: mailbox over quota', 2),
    ]);
    assert.deepEqual(keysOf(groups), [['q0', 'q1'], ['q2']]);
  });

  it('counts people and questions, kinds, the nearest article and since when', () => {
    const [most] = group([
      gapOf('does my web space have ipv6', 5, { asker: 'kim', nearest: 'dns-zone' }),
      gapOf('Does my web space have IPv6?', 1, { asker: 'kim', kind: 'not-helped', nearest: 'dns-zone' }),
      gapOf('does my web space have ipv6', 3, { asker: 'ann', kind: 'suggested', nearest: 'subdomains' }),
    ]);
    assert.ok(most);
    const { id, ...rest } = most;
    assert.match(id, /^[0-9a-f]{10}$/);
    assert.deepEqual(rest, {
      questions: 3,
      people: 2,
      kinds: { 'not-helped': 1, unsure: 1, suggested: 1, silent: 0 },
      examples: ['does my web space have ipv6', 'Does my web space have IPv6?'],
      nearest: { slug: 'dns-zone', questions: 2 },
      firstAt: start + 1,
      lastAt: start + 5,
      keys: ['q5', 'q3', 'q1'],
    });
  });

  it('puts what was only overheard behind what somebody asked the bot', () => {
    const groups = group([
      gapOf('does my web space have ipv6', 0),
      ...Array.from({ length: 4 }, (_, at) =>
        gapOf('lunch in the canteen at one?', at + 1, { kind: 'silent' }),
      ),
    ]);
    assert.deepEqual(
      groups.map(({ people }) => people),
      [1, 4],
    );
  });

  it('finds them in the memory, masked, and tells staff in a reply', async () => {
    const engine = await startSqlite();
    const memory = await (await engine.createStore()).open();
    const unsure = { decision: 'unsure', slugs: ['mailbox-full'], shown: undefined } as const;
    for (const [at, text] of [
      'can i sign in with a passkey, i am kim@example.com',
      'passkey to sign in, kim@example.com?',
      'answered well',
    ].entries())
      await memory.questions.note(
        questionOf(`q${at}`, { ...(at < 2 ? unsure : {}), text, asker: personOf(`U${at}`) }),
      );
    const groups = await findGaps({ questions: memory.questions, library }, start);
    await memory.close();
    await engine.remove();
    assert.deepEqual(keysOf(groups), [['q0', 'q1']]);
    const { body, audience } = gapsReply(groups, library);
    assert.equal(audience, 'asker');
    assert.match(
      body,
      /\*\*1\. 2 people\*\*, 2 questions since 2026-11-23 \(2 unsure\); nearest: \[Mailbox full/,
    );
    assert.match(body, /- `can i sign in with a passkey, i am k\*\*\*@example\.com`/);
    assert.match(gapsReply([], library).body, /Nothing is waiting/);
  });

  it('has nothing to show while the memory is away', async () => {
    const away = { gaps: async () => undefined };
    assert.deepEqual(await findGaps({ questions: away, library }, start), []);
  });
});
