import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { saying } from '../../../bot/desk/saying.ts';
import { privateTo, sideBySide, theAnswer } from '../contract/on-stage.ts';
import { createTestOrders } from '../contract/test-orders.ts';
import { texts } from '../contract/texts.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const on = { mention: true };
const numbers = /Live numbers|Your paste and the server|5 of 5 failed/;

describe('what one person alone may see on Discord', sideBySide, () => {
  const everythingPublic = ({ server, channels }: DiscordStage): string[] =>
    [channels.support, ...server.threads(channels.support)]
      .flatMap((channel) => server.botMessages(channel))
      .map(server.shown);

  it(
    'is said to be waiting where they keep direct messages out, and shown to nobody',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      people.bob.acceptsDms = false;
      const asked = await stage.say('bob', 'support', 'am I blocked?', on);
      await stage.until(() => server.botMessages(channels.support).length === 1, 'a word');
      const [told] = server.botMessages(channels.support);
      assert.equal(told?.reference?.messageId, asked.id);
      assert.match(told ? server.shown(told) : '', /Use \/mail.*direct messages and ask again/);
      for (const text of everythingPublic(stage)) assert.doesNotMatch(text, numbers);
      await stage.command('bob', 'mail');
      assert.match((await privateTo(stage, 'bob'))[0]?.text ?? '', numbers);
    }),
  );

  it(
    'is not said again for each of several replies, nor after a redelivery',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      people.sam.acceptsDms = false;
      await stage.say('sam', 'support', 'account show gardens.example a good reason', on);
      await stage.until(() => stage.desk.given.length === 1, 'the order');
      await stage.redeliver();
      await stage.restart();
      await stage.redeliver();
      await stage.quiet();
      assert.equal(stage.desk.given.length, 1);
      assert.equal(server.botMessages(channels.support).length, 1);
      for (const text of everythingPublic(stage)) assert.doesNotMatch(text, /gardens/);
    }),
  );

  it(
    'does not take the answer away that stands, when it cannot be shown',
    onDiscord(async (stage) => {
      stage.people.ann.acceptsDms = false;
      const question = await stage.say('ann', 'support', texts.annsDefers, on);
      const answer = await theAnswer(stage, question);
      assert.match(answer.text, /max defers/i);
      for (const text of everythingPublic(stage)) assert.doesNotMatch(text, numbers);
      assert.equal(stage.desk.everything()[0]?.messageId, answer.id);
    }),
  );

  it(
    'comes once in spite of what fails on the way to a direct conversation',
    onDiscord(async (stage) => {
      const { server } = stage;
      server.fault({ kind: 'reset-after', method: 'POST', path: '/users/@me/channels' });
      server.fault({ kind: 'http-500', path: '/channels/:channel/messages', method: 'GET' });
      server.fault({ kind: 'reset-after', path: '/channels/:channel/messages', method: 'POST' });
      await stage.say('bob', 'support', 'am I blocked?', on);
      await privateTo(stage, 'bob');
    }),
  );

  it(
    'comes with its file, whatever that is called, and without one that is too large',
    onDiscord(async (stage) => {
      const { server, people } = stage;
      const withFile = (name: string, text: string) => ({
        ...createTestOrders([]),
        run: async () => ({ replies: [{ ...saying('The log'), file: { name, text } }] }),
      });
      stage.given({ orders: withFile('audit of “web 1”.jsonl', '{"a":1}\n') });
      await stage.restart();
      await stage.command('ann', 'mail');
      const [shown] = await privateTo(stage, 'ann');
      assert.equal(shown?.file, 'audit_of_web_1_.jsonl');
      const [message] = server.ephemerals(people.ann);
      assert.equal(String(message?.attachments[0]?.content), '{"a":1}\n');
      stage.given({ orders: withFile('all.jsonl', 'x'.repeat(10 * 1024 * 1024 + 1)) });
      await stage.restart();
      await stage.command('bob', 'mail');
      const [large] = await privateTo(stage, 'bob');
      assert.equal(large?.file, undefined);
      assert.match(large?.text ?? '', /all\.jsonl is too large for Discord/);
    }),
  );
});
