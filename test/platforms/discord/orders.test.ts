import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reply } from '../../../bot/desk/reply.ts';
import { saying } from '../../../bot/desk/saying.ts';
import { recordOf, recordsOf } from '../../servers/slack/json.ts';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import type { Shown } from '../contract/stage.ts';
import { chartWords, createTestOrders } from '../contract/test-orders.ts';
import { texts } from '../contract/texts.ts';
import { acted } from './acted.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const on = { mention: true };
const forStaff = { allowed: true };
const callback = 'POST /interactions/:interaction/:token/callback';

describe('orders on Discord', sideBySide, () => {
  const lastGiven = ({ desk }: DiscordStage) => desk.given.at(-1) ?? assert.fail('no order was given');
  const offer = (order: string, label: string, about?: string): Reply => ({
    ...saying('Something to press', [{ kind: 'order', order, label, ...(about ? { about } : {}) }]),
    audience: 'public',
  });
  /** Acknowledgements so far, by Discord's number for their kind. */
  const acks = ({ server }: DiscordStage) => server.calls(callback).map(({ body }) => recordOf(body).type);

  it(
    'are acknowledged before they are carried out',
    onDiscord(async (stage) => {
      const never = { ...createTestOrders([]), run: () => new Promise<never>(() => {}) };
      stage.given({ orders: never });
      await stage.restart();
      const { server, people, channels } = stage;
      const outcome = await server.slash(people.ann, channels.support, '/mail', {}, { patienceMs: 100 });
      assert.deepEqual([outcome.ok, outcome.thinking], [true, true]);
      stage.given({});
      await stage.restart({ abruptly: true });
    }),
  );

  it(
    'are carried out once though they are delivered again, at once and after a restart',
    onDiscord(async (stage) => {
      await stage.command('ann', 'mail');
      const [shown] = await privateTo(stage, 'ann');
      await stage.press('ann', shown as Shown, 'Look again');
      await stage.command('ann', 'link');
      await stage.submit('ann', { 'Domain or user name': 'gardens.example' });
      await stage.redeliver();
      await stage.restart();
      await stage.redeliver();
      await stage.quiet();
      assert.deepEqual(
        stage.desk.given.map(({ order }) => order),
        ['mail', 'mail', 'link'],
      );
      assert.equal((await stage.privately('ann')).length, 3);
    }),
  );

  it(
    'work in threads and direct conversations, and know the channel that a thread is in',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const message = server.say(people.bob, channels.support, 'hello');
      const thread = server.startThread(people.bob, message, 'mine');
      acted(await server.slash(people.bob, thread, '/mail'));
      const { place } = lastGiven(stage);
      assert.deepEqual(place, {
        ...stage.placeOf('support'),
        thread: thread.id,
      });
      acted(await server.dmSlash(people.bob, '/mail'));
      const direct = lastGiven(stage).place;
      assert.deepEqual([direct.workspace, direct.private, direct.thread], ['', true, undefined]);
      assert.equal(lastGiven(stage).name, 'bob');
      assert.deepEqual(lastGiven(stage).by, { ...stage.identityOf('bob'), staff: false });
    }),
  );

  it(
    'take a channel or person that is named in words by its id',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const value = `<#${channels.staff.id}>`;
      const values = { what: 'hand-offs', value };
      acted(await server.slash(people.sam, channels.support, '/desk set', values, forStaff));
      assert.deepEqual(lastGiven(stage).values, { what: 'hand-offs', value: channels.staff.id });
    }),
  );

  it(
    'know the question under whose answer they were given, also where it stands in a direct message',
    onDiscord(async (stage) => {
      const question = await stage.say('ann', 'support', texts.annsDefers, on);
      const answer = await theAnswer(stage, question);
      const [key] = stage.desk.everything().map((one) => one.key);
      const [own] = await privateTo(stage, 'ann');
      assert.deepEqual(await stage.direct('ann'), [own]);
      await stage.press('ann', answer, 'Show my numbers');
      await privateTo(stage, 'ann', 2);
      assert.equal(lastGiven(stage).question, key);
      await stage.press('ann', own as Shown, 'Look again');
      await privateTo(stage, 'ann', 3);
      assert.equal(lastGiven(stage).about, 'Ab_9-xYz0123');
      assert.equal(lastGiven(stage).question, key);
    }),
  );

  it(
    'leave the picture where it is when the buttons below it go',
    onDiscord(async (stage) => {
      await stage.command('ann', 'mail');
      await stage.press('ann', (await privateTo(stage, 'ann'))[0] as Shown, 'Tell me when it clears');
      await stage.until(async () => (await stage.privately('ann'))[0]?.buttons.length === 0, 'the buttons');
      assert.equal((await stage.privately('ann'))[0]?.picture, chartWords);
      const [message] = stage.server.ephemerals(stage.people.ann);
      const gallery = recordsOf(recordOf(message?.components[0]).components).find(({ type }) => type === 12);
      const [item] = recordsOf(gallery?.items);
      assert.equal(recordOf(item?.media).attachment_id, message?.attachments[0]?.id);
      assert.equal(message?.attachments[0]?.description, chartWords);
    }),
  );

  it(
    'take the buttons of a public message away, too, and answer whoever pressed alone',
    onDiscord(async (stage) => {
      await stage.outreach().post(stage.placeOf('support'), offer('watch', 'Watch'), 'to press');
      await stage.press('bob', (await stage.posted('support'))[0] as Shown, 'Watch');
      await stage.until(async () => /Watching/.test((await stage.posted('support'))[0]?.text ?? ''), 'it');
      assert.deepEqual((await stage.posted('support'))[0]?.buttons, []);
      assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', /I keep an eye on it/);
      assert.deepEqual(acks(stage), [6]);
    }),
  );

  it(
    'that are no longer offered say so',
    onDiscord(async (stage) => {
      await stage.outreach().post(stage.placeOf('support'), offer('noend', 'End it', 'n1'), 'to end');
      await stage.press('sam', (await stage.posted('support'))[0] as Shown, 'End it');
      assert.match((await privateTo(stage, 'sam'))[0]?.text ?? '', /no longer offered/);
    }),
  );

  it(
    'that come to nothing leave nothing behind',
    onDiscord(async (stage) => {
      stage.given({ orders: { ...createTestOrders([]), run: async () => ({ replies: [] }) } });
      await stage.restart();
      await stage.command('bob', 'mail');
      await stage.quiet();
      assert.deepEqual(await stage.privately('bob'), []);
    }),
  );
});
