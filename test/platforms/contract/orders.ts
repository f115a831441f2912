import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reply } from '../../../bot/desk/reply.ts';
import type { CreateStage } from './contract.ts';
import { onStage, privateTo, sideBySide, theAnswer } from './on-stage.ts';
import type { Shown, Stage } from './stage.ts';
import { chartWords } from './test-orders.ts';
import { texts } from './texts.ts';

const on = { mention: true };

/** The form that opens before somebody. */
async function formBefore(stage: Stage, who: Parameters<Stage['form']>[0]) {
  await stage.until(async () => (await stage.form(who)) !== undefined, 'a form');
  return (await stage.form(who)) ?? assert.fail();
}

export function describeOrders(name: string, createStage: CreateStage): void {
  const stageFor = (act: Parameters<typeof onStage>[1]) => onStage(createStage, act);
  const last = async (stage: Stage, who: Parameters<Stage['privately']>[0], count: number) =>
    (await privateTo(stage, who, count)).at(-1) as Shown;

  describe(`${name} orders`, sideBySide, () => {
    it(
      'show what comes of a command to whoever gave it alone, with its picture and further steps',
      stageFor(async (stage) => {
        await stage.command('ann', 'mail');
        const shown = await last(stage, 'ann', 1);
        assert.match(shown.text, /Live numbers of/);
        await stage.until(async () => {
          const seen = [...(await stage.privately('ann')), ...(await stage.direct('ann'))];
          return seen.some(({ picture }) => picture === chartWords);
        }, 'the picture');
        assert.deepEqual(shown.buttons, ['Tell me when it clears', 'Look again', 'Link my account']);
        assert.deepEqual(await stage.privately('bob'), []);
        assert.deepEqual(await stage.posted('support'), []);
        const [given] = stage.desk.given;
        assert.equal(given?.by.id, stage.identityOf('ann').id);
        assert.equal(given?.place.channel, stage.placeOf('support').channel);
      }),
    );

    it(
      'are given by a button, with what it is about, and each presser sees their own',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        const answer = await theAnswer(stage, question);
        assert.ok(answer.buttons.includes('Show my numbers'));
        await stage.press('bob', answer, 'Show my numbers');
        const own = await last(stage, 'bob', 1);
        assert.match(own.text, new RegExp(`Live numbers of ${stage.identityOf('bob').id}`));
        assert.deepEqual((await theAnswer(stage, question)).buttons, answer.buttons);
        await stage.press('bob', own, 'Look again');
        assert.match((await last(stage, 'bob', 2)).text, /About Ab_9-xYz0123/);
        assert.deepEqual(await stage.privately('ann'), []);
      }),
    );

    it(
      'take the controls of the pressed message away where nothing is left to press',
      stageFor(async (stage) => {
        await stage.command('ann', 'mail');
        await stage.press('ann', await last(stage, 'ann', 1), 'Tell me when it clears');
        await stage.until(
          async () => (await stage.privately('ann'))[0]?.buttons.length === 0,
          'the buttons to go',
        );
        const [settled, said] = await privateTo(stage, 'ann', 2);
        assert.match(settled?.text ?? '', /Live numbers[\s\S]*Watching\./);
        assert.match(said?.text ?? '', /I keep an eye on it/);
      }),
    );

    it(
      'ask with a form for what a command left out, and keep what it gave',
      stageFor(async (stage) => {
        await stage.command('ann', 'link');
        assert.deepEqual((await formBefore(stage, 'ann')).fields, { 'Domain or user name': '' });
        await stage.submit('ann', { 'Domain or user name': 'gardens.example' });
        const said = await last(stage, 'ann', 1);
        assert.match(said.text, /Look into your mail, gardens\.example/);
        await stage.press('ann', said, 'Type the code');
        await formBefore(stage, 'ann');
        await stage.submit('ann', { 'The code from the mail': 'AB12C-3DE4F' });
        assert.match((await last(stage, 'ann', 2)).text, /The code was AB12C-3DE4F/);
      }),
    );

    it(
      'open a form filled in beforehand, also from the menu of a message',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', 'my parrot ate the router & <b> a');
        await stage.menu('sam', 'Draft an article', question);
        const form = await formBefore(stage, 'sam');
        assert.equal(form.fields.Title, 'A title');
        assert.equal(form.fields['How customers put it, one a line'], 'my parrot ate the router & <b> a');
        await stage.submit('sam', {
          'Topic (folder)': 'pets',
          'The answer in one sentence': 'Feed the parrot before it gets to the router.',
          'The answer, in Markdown': '1. Feed it.',
        });
        const said = await last(stage, 'sam', 1);
        assert.match(said.text, /Drafted[\s\S]*my parrot ate the router/);
        assert.equal(stage.desk.given.at(-1)?.values.topic, 'pets');
      }),
    );

    it(
      'take persons, choices and free words, and show several replies and files',
      stageFor(async (stage) => {
        await stage.command('sam', 'account show', { name: 'gardens.example', why: 'they asked <me> & Bob' });
        const [first, second] = await privateTo(stage, 'sam', 2);
        assert.match(first?.text ?? '', /gardens\.example[\s\S]*they asked <me> & Bob/);
        assert.match(second?.text ?? '', /And another/);
        await stage.command('sam', 'account link', { person: 'ann', name: 'gardens', why: 'met them' });
        await privateTo(stage, 'sam', 3);
        assert.equal(stage.desk.given.at(-1)?.values.person, stage.identityOf('ann').id);
        await stage.command('sam', 'desk set', { what: 'listening', value: 'off' });
        await privateTo(stage, 'sam', 4);
        assert.deepEqual(stage.desk.given.at(-1)?.values, { what: 'listening', value: 'off' });
        await stage.command('sam', 'account audit');
        const shown = await stage.until(
          async () =>
            [...(await stage.privately('sam')), ...(await stage.direct('sam'))].some(
              ({ file }) => file === 'audit.jsonl',
            ),
          'the file',
        );
        assert.equal(shown, undefined);
      }),
    );

    it(
      'of staff are refused to everybody else: command, menu, button and words',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', 'a question of mine');
        await stage.command('bob', 'account show', { name: 'gardens.example', why: 'curious' });
        assert.match((await last(stage, 'bob', 1)).text, /support staff/);
        await stage.menu('bob', 'Draft an article', question);
        assert.match((await last(stage, 'bob', 2)).text, /support staff/);
        const about = { kind: 'order' as const, about: 'ho1' };
        const handOff: Reply = {
          kind: 'unsure',
          title: 'Somebody asks for a person',
          body: 'What is known of it',
          facts: [],
          sources: [],
          actions: [
            { ...about, order: 'hoclm', label: 'Take it up' },
            { ...about, order: 'horep', label: 'Reply' },
          ],
          audience: 'public',
        };
        await stage.outreach().post(stage.placeOf('support'), handOff, 'hand-off ho1');
        const [posted] = await stage.posted('support');
        for (const [at, label] of ['Take it up', 'Reply'].entries()) {
          await stage.press('bob', posted as Shown, label);
          assert.match((await last(stage, 'bob', 3 + at)).text, /support staff/);
        }
        assert.equal(await stage.form('bob'), undefined);
        if (stage.hasGuests) {
          await stage.press('gus', posted as Shown, 'Take it up');
          assert.match((await last(stage, 'gus', 1)).text, /support staff/);
        }
        assert.equal(stage.desk.given.length, 0);
        await stage.press('sam', posted as Shown, 'Reply');
        await formBefore(stage, 'sam');
        await stage.submit('sam', { 'What the customer will read': 'Hello *Ann*\nit works again' });
        await last(stage, 'sam', 1);
        const [reply] = stage.desk.given;
        assert.deepEqual([reply?.order, reply?.about, reply?.by.staff], ['horep', 'ho1', true]);
        assert.equal(reply?.values.text, 'Hello *Ann*\nit works again');
        await stage.press('sam', posted as Shown, 'Take it up');
        await stage.until(
          async () => (await stage.posted('support'))[0]?.buttons.length === 0,
          'the buttons to go',
        );
      }),
    );

    it(
      'are given in words to the bot: by staff with all they need, by customers by their name alone',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', texts.defers, on);
        await theAnswer(stage, question);
        await stage.say('sam', 'support', 'account show gardens.example a good reason', {
          under: question,
          ...on,
        });
        await privateTo(stage, 'sam', 2);
        const [given] = stage.desk.given;
        assert.deepEqual(given?.values, { name: 'gardens.example', why: 'a good reason' });
        await stage.say('ann', 'support', 'mail', on);
        assert.match((await last(stage, 'ann', 1)).text, /Live numbers of/);
        const asked = await stage.say('bob', 'support', 'account show gardens.example a good reason', on);
        await theAnswer(stage, asked);
        assert.equal(stage.desk.given.length, 2);
        await stage.redeliver();
        await stage.quiet();
        assert.equal(stage.desk.given.length, 2);
      }),
    );

    it(
      'work from buttons of a former process',
      stageFor(async (stage) => {
        await stage.command('ann', 'mail');
        const shown = await last(stage, 'ann', 1);
        await stage.restart();
        await stage.press('ann', shown, 'Look again');
        assert.match((await last(stage, 'ann', 2)).text, /About Ab_9-xYz0123/);
      }),
    );
  });
}
