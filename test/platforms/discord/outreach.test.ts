import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reply } from '../../../bot/desk/reply.ts';
import { saying } from '../../../bot/desk/saying.ts';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import type { Shown } from '../contract/stage.ts';
import { numbersFor } from '../contract/test-orders.ts';
import { texts } from '../contract/texts.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const on = { mention: true };
const news = (title: string): Reply => ({ ...saying(title), audience: 'public' });
const post = '/channels/:channel/messages';

describe('what nobody asked for on Discord', sideBySide, () => {
  const shownIn = ({ server }: DiscordStage, channel: { id: string }) =>
    server.botMessages(channel).map(server.shown);

  it(
    'is found again by its key after the nonce is forgotten, also when its buttons are gone',
    onDiscord(async (stage) => {
      const at = stage.placeOf('support');
      const reply: Reply = {
        ...news('Pressed'),
        actions: [{ kind: 'order', order: 'watch', label: 'Watch' }],
      };
      const id = await stage.outreach().post(at, reply, 'a');
      const plain = await stage.outreach().post(at, news('Plain'), 'b');
      await stage.press('ann', (await stage.posted('support'))[0] as Shown, 'Watch');
      await stage.until(async () => (await stage.posted('support'))[0]?.buttons.length === 0, 'it to settle');
      await stage.outreach().update(at, plain, news('Changed'), 'b');
      stage.server.clock.advance(10 * 60_000);
      await stage.restart();
      assert.equal(await stage.outreach().post(at, reply, 'a'), id);
      assert.equal(await stage.outreach().post(at, news('Plain'), 'b'), plain);
      assert.equal((await stage.posted('support')).length, 2);
    }),
  );

  it(
    'is said once by two that say it at the same moment, and to each person under the same key',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const at = stage.placeOf('staff');
      const both = [1, 2].map(() => stage.outreach().post(at, news('Once'), 'once'));
      const [first, second] = await Promise.all(both);
      assert.equal(first, second);
      assert.equal((await stage.posted('staff')).length, 1);
      for (const who of ['ann', 'bob'] as const)
        await stage.outreach().tell(stage.identityOf(who), news('It is over'), 'notice 1');
      for (const user of [people.ann, people.bob]) assert.equal(server.directMessages(user).length, 1);
    }),
  );

  it(
    'stands below a message where the bot may begin no threads',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      server.deny(channels.staff, server.bot, ['CreatePublicThreads']);
      const at = stage.placeOf('staff');
      const id = await stage.outreach().post(at, news('A hand-off'), 'h');
      for (let times = 0; times < 2; times++)
        await stage.outreach().post({ ...at, below: id }, news('Its health'), 'h health');
      const [, below, ...more] = server.botMessages(channels.staff);
      assert.equal(below?.reference?.messageId, id);
      assert.deepEqual(more, []);
    }),
  );

  it(
    'answers a customer below the question where that began no thread',
    onDiscord(async (stage) => {
      const { server, channels } = stage;
      server.deny(channels.support, server.bot, ['CreatePublicThreads']);
      const question = await stage.say('ann', 'support', texts.defers, on);
      await theAnswer(stage, question);
      const [asked] = stage.desk.everything();
      const place = asked?.place ?? assert.fail('nothing was noted');
      for (let times = 0; times < 2; times++)
        await stage.outreach().post(place, news('From our support'), 'r');
      const said = server.botMessages(channels.support);
      assert.equal(said.length, 2);
      assert.equal(said[1]?.reference?.messageId, question.id);
      const link = `https://discord.com/channels/${server.guild.id}/${channels.support.id}/${question.id}`;
      assert.equal(await stage.outreach().linkTo(place), link);
    }),
  );

  it(
    'is said nowhere else when a thread is gone that was no message of the channel',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const thread = server.startThread(people.ann, channels.support, 'between us');
      server.deleteChannel(thread);
      const place = { ...stage.placeOf('support'), thread: thread.id };
      await assert.rejects(stage.outreach().post(place, news('From our support'), 'r'), /Unknown Channel/);
      assert.deepEqual(shownIn(stage, channels.support), []);
    }),
  );

  it(
    'stays deleted when somebody deleted it',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const at = stage.placeOf('staff');
      const id = await stage.outreach().post(at, news('A hand-off'), 'h');
      const [message] = server.botMessages(channels.staff);
      server.delete(people.sam, message ?? assert.fail());
      await stage.outreach().update(at, id, news('Closed'), 'h');
      const again = await stage.outreach().post(at, news('A hand-off'), 'h');
      await stage.outreach().update(at, again, news('Closed'), 'h');
      assert.deepEqual(shownIn(stage, channels.staff), []);
    }),
  );

  it(
    'shows pictures to one person alone and never in a channel',
    onDiscord(async (stage) => {
      const numbers = numbersFor('somebody');
      await stage.outreach().post(stage.placeOf('staff'), { ...numbers, audience: 'public' }, 'h');
      await stage.outreach().tell(stage.identityOf('ann'), numbers, 'w');
      assert.deepEqual(
        (await stage.posted('staff')).map(({ picture }) => picture),
        [undefined],
      );
      assert.equal((await stage.direct('ann'))[0]?.picture, numbers.picture?.alternative);
    }),
  );

  it(
    'has buttons that anybody may press',
    onDiscord(async (stage) => {
      const reply: Reply = { ...news('Ask us'), actions: [{ kind: 'talk-to-person' }] };
      await stage.outreach().post(stage.placeOf('support'), reply, 'a');
      await stage.press('bob', (await stage.posted('support'))[0] as Shown, 'Talk to a person');
      await stage.until(() => stage.desk.handedOver.length === 1, 'a hand-over');
    }),
  );

  it(
    'is told to nobody who keeps the bot out, and whoever says it hears of that',
    onDiscord(async (stage) => {
      stage.people.bob.acceptsDms = false;
      await assert.rejects(stage.outreach().tell(stage.identityOf('bob'), news('Clear'), 'w'), /Cannot send/);
      const nobody = { ...stage.identityOf('bob'), id: '1234567890123456789' };
      await assert.rejects(stage.outreach().tell(nobody, news('Clear'), 'w'), /Invalid Recipient/);
    }),
  );

  it(
    'leads to threads and channels by links, and to no direct conversation',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const { linkTo } = stage.outreach();
      const at = stage.placeOf('support');
      const base = `https://discord.com/channels/${server.guild.id}`;
      assert.equal(await linkTo(at), `${base}/${channels.support.id}`);
      const thread = server.startThread(people.ann, channels.support, 'mine');
      assert.equal(await linkTo({ ...at, thread: thread.id }), `${base}/${thread.id}`);
      const direct = server.dm(people.ann, 'thanks').channelId;
      const alone = { platform: 'discord', workspace: '', channel: direct, private: true };
      assert.equal(await linkTo(alone), undefined);
    }),
  );

  it(
    'asks for a name once in some minutes',
    onDiscord(async (stage) => {
      const { nameOf } = stage.outreach();
      const asked = () => stage.server.calls('GET /users/:user').length;
      for (let times = 0; times < 3; times++) assert.equal(await nameOf(stage.identityOf('ann')), 'ann');
      assert.equal(asked(), 1);
      stage.desk.later(6 * 60_000);
      await nameOf(stage.identityOf('ann'));
      assert.equal(asked(), 2);
    }),
  );

  it(
    'is posted in spite of everything that fails on the way',
    onDiscord(async (stage) => {
      const at = stage.placeOf('staff');
      for (const kind of ['reset-before', 'reset-after', 'http-500'] as const) {
        stage.server.fault({ kind, method: 'GET', path: post });
        stage.server.fault({ kind, method: 'POST', path: '/users/@me/channels' });
        stage.server.fault({ kind, method: 'POST', path: post });
      }
      const id = await stage.outreach().post(at, news('A hand-off'), 'h');
      stage.server.fault({ kind: 'reset-after', path: '/channels/:channel/messages/:message/threads' });
      await stage.outreach().post({ ...at, below: id }, news('Its health'), 'h health');
      await stage.outreach().tell(stage.identityOf('ann'), news('Clear'), 'w');
      assert.equal((await stage.posted('staff')).length, 2);
      assert.equal((await privateTo(stage, 'ann')).length, 1);
    }),
  );
});
