import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogue } from '../../../bot/desk/orders/catalogue.ts';
import { commandList } from '../../../bot/platforms/discord/listeners/listeners.ts';
import { privateTo, sideBySide } from '../contract/on-stage.ts';
import { article, texts, titles } from '../contract/texts.ts';
import { assertGolden } from '../golden.ts';
import { acted } from './acted.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const file = new URL('../../../bot/platforms/discord/commands.json', import.meta.url);

describe("Discord's commands", sideBySide, () => {
  const last = async (stage: DiscordStage, who: 'ann' | 'bob' | 'sam') => (await stage.privately(who)).at(-1);

  it('are in the repository as the bot listens to them', () => assertGolden(commandList(catalogue), file));

  it(
    'are offered in servers and direct messages, those of staff to staff in servers',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const customers = ['/ask', 'Explain this bounce', '/mail', '/link', '/code'];
      assert.deepEqual(server.offered(people.ann, channels.support), customers);
      assert.deepEqual(
        server.offered(people.sam, channels.support).filter((one) => !customers.includes(one)),
        [
          ...['/kb', '/why', 'Why this answer?', 'Answer from the KB'],
          ...['/account', '/desk', '/draft', 'Draft an article'],
        ],
      );
      const direct = server.channel(server.dm(people.sam, 'thanks').channelId);
      assert.ok(direct);
      assert.deepEqual(server.offered(people.sam, direct), customers);
    }),
  );

  it(
    'answer /ask in a direct conversation',
    onDiscord(async (stage) => {
      const { message } = await stage.server.dmSlash(stage.people.ann, '/ask', { question: texts.full });
      assert.match(message ? stage.server.shown(message) : '', titles.full);
    }),
  );

  it(
    'open a large field for /ask without words, and answer what was pasted there',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const opened = await server.slash(people.ann, channels.support, '/ask');
      assert.equal(opened.modal?.title, 'Ask');
      const text = `${'x'.repeat(3000)}\n${texts.defers}`;
      acted(await server.submitModal(people.ann, { text }));
      assert.match((await last(stage, 'ann'))?.text ?? '', titles.defers);
      await server.slash(people.bob, channels.support, '/ask');
      acted(await server.submitModal(people.bob, {}));
      assert.match((await last(stage, 'bob'))?.text ?? '', /nothing to read/);
      await server.slash(people.bob, channels.support, '/ask');
      const attached = { name: 'bounce.eml', content: texts.full };
      acted(await server.submitModal(people.bob, { file: attached }));
      assert.match((await last(stage, 'bob'))?.text ?? '', titles.full);
    }),
  );

  it(
    'read a file given to /ask',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const attached = { name: 'mail.log', content: texts.full };
      acted(await server.slash(people.ann, channels.support, '/ask', { file: attached }));
      assert.match((await last(stage, 'ann'))?.text ?? '', titles.full);
    }),
  );

  it(
    'suggest articles by title and by what people ask, and the parts of one',
    onDiscord(async (stage) => {
      const { server, people, channels } = stage;
      const suggest = async (typed: string) => {
        const at = { channel: channels.support };
        const { choices = [] } = await server.autocomplete(people.sam, '/kb show', 'article', typed, at);
        return choices.map(({ value }) => value);
      };
      assert.ok((await suggest('')).length > 5);
      assert.ok((await suggest('max def')).includes(article.slug));
      const [ask = ''] = stage.desk.library().get('mailbox-full')?.asks ?? [];
      assert.notEqual(ask, '');
      assert.equal((await suggest(ask)).at(0), 'mailbox-full');
      const parts = await suggest(`${article.slug}#`);
      assert.ok(parts.length > 0 && parts.every((one) => String(one).startsWith(`${article.slug}#`)));
      acted(await server.slash(people.sam, channels.support, '/kb show', { article: parts[0] as string }));
      assert.match((await last(stage, 'sam'))?.text ?? '', titles.defers);
      const at = { channel: channels.support, allowed: true };
      const nothing = await server.autocomplete(people.ann, '/kb show', 'article', 'max', at);
      assert.deepEqual(nothing.choices, []);
    }),
  );

  it(
    'go along with whoever installed the bot, to servers it is not in',
    onDiscord(async (stage) => {
      const { server } = stage;
      const other = server.addGuild('Without the bot', { withBot: false });
      const elsewhere = server.addChannel({ name: 'far', guild: other });
      const yan = server.addUser({ name: 'yan', guild: other, installedApp: true });
      const said = server.say(yan, elsewhere, texts.full);
      acted(await server.contextMenu(yan, 'Explain this bounce', said));
      acted(await server.slash(yan, elsewhere, '/ask', { question: texts.full }));
      const shown = server.ephemerals(yan);
      assert.equal(shown.length, 2);
      for (const one of shown) assert.match(server.shown(one), titles.full);
      acted(await server.press(yan, shown[0] as never, 'Helped'));
      await server.until(() => /Marked as helpful/.test(server.shown(shown[0] as never)), 'the line');
    }),
  );

  it(
    'answer with private messages alone',
    onDiscord(async (stage) => {
      const count = (await stage.privately('ann')).length;
      await stage.ask('ann', texts.defers);
      await privateTo(stage, 'ann', count + 1);
      assert.deepEqual(stage.server.botMessages(stage.channels.support), []);
    }),
  );
});
