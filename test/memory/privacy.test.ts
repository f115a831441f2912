import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Memory } from '../../bot/memory/memory.ts';
import { hour, personOf, placeOf, questionOf, start } from './contract/set-up.ts';
import { type TestEngine, testEngines } from './engines/test-engines.ts';
import { pastes } from './pastes.ts';

const person = personOf('U1');
const place = placeOf('t1');
const account = { server: 'server12', user: 'acct' };

/** Every call that takes words, given a customer's paste as words. */
const writings: Readonly<Record<string, (memory: Memory, text: string, id: string) => Promise<unknown>>> = {
  'questions.note': ({ questions }, text, id) =>
    questions.note(questionOf(id, { text, slugs: [text], shown: text, reasons: [text] })),
  'votes.cast': ({ votes }, text, id) => votes.cast({ key: id, slug: text, by: person, helped: true }),
  'links.add': ({ links }, text, id) =>
    links.add({ person, account: { ...account, user: id }, identity: id, domain: text, proof: 'code' }),
  'codes.issue': ({ codes }, text, id) => codes.issue(personOf(id), account, text),
  'codes.redeem': ({ codes }, text, id) => codes.redeem(personOf(id), text),
  'tickets.put': ({ tickets }, text, id) => tickets.put('sign-in', `${id}${text}`, { text }, hour),
  'outbox.claim': ({ outbox }, text, id) =>
    outbox.claim(id, { kind: 'answer', to: person, place, text, directed: true }),
  'outbox.failed': ({ outbox }, text, id) => outbox.failed(id, text),
  'watches.fire': async ({ watches }, text) => {
    await watches.add({ kind: text, person, place, account, domain: text, dueAt: start, untilAt: start });
    for (const { id } of await watches.due(9)) await watches.fire(id, text);
  },
  'handOffs.open': async ({ handOffs }, text, id) => {
    const { handOff } = await handOffs.open({ questionKey: id, customer: person, place, summary: text });
    await handOffs.noteTicket(handOff.id, text);
  },
  'channelSettings.set': ({ channelSettings }, text, id) =>
    channelSettings.set(
      { platform: 'slack', workspace: 'T1', channel: id },
      'greeting',
      { text, list: [text] },
      person,
    ),
  'installations.store': ({ installations }, text, id) => installations.store('slack', id, { text }),
  'audit.append': ({ audit }, text) =>
    audit.append({ by: person, action: text, about: text, why: text, outcome: text }),
  'incidents.note': ({ incidents }, text) =>
    incidents.note(text, { person, place }, { people: 1, withinMs: hour, quietMs: hour }),
  'notices.pin': ({ notices }, text) =>
    notices.pin({ text, matches: [text] }, person, { fingerprints: [text], since: start }),
};

for (const { name, start: startEngine } of testEngines) {
  describe(`what is stored on ${name}`, () => {
    let engine: TestEngine;
    before(async () => {
      engine = await startEngine();
    });
    after(() => engine.remove());

    it('holds no address, no IP, no message id and no secret of any paste, whatever call it came through', async (test) => {
      const store = await engine.createStore();
      const memory = await store.open({ now: () => start });
      for (const [number, { text }] of pastes.entries()) {
        for (const write of Object.values(writings))
          await write(memory, `paste-number-${number} ${text}`, `key-${number}`);
      }
      const stored = await store.content();
      await memory.close();
      const closed = name === 'sqlite' ? await store.content() : stored;
      const inStore = (words: string) =>
        [stored, closed].some(
          (content) => content.includes(words) || content.includes(Buffer.from(words).toString('latin1')),
        );

      const missing = pastes.keys().filter((number) => !inStore(`paste-number-${number} `));
      assert.deepEqual([...missing], [], 'every paste did arrive');
      assert.ok(
        inStore('max defers and failures per hour'),
        'and what is not personal is still there to learn from',
      );
      const secrets = pastes.flatMap((paste) => paste.secrets);
      assert.deepEqual(secrets.filter(inStore), []);
      test.diagnostic(
        `${pastes.length} pastes through ${Object.keys(writings).length} calls, ${secrets.length} secrets searched for in ${stored.length} bytes`,
      );
    });
  });
}
