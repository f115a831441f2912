import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DeskMemory } from '../../../bot/desk/desk-memory.ts';
import type { Log } from '../../../bot/log.ts';
import { createDiscord } from '../../../bot/platforms/discord/discord.ts';
import type { Platform } from '../../../bot/platforms/platform.ts';
import { createDiscordServer, type DiscordServer } from '../../servers/discord/server.ts';
import type { Guild } from '../../servers/discord/world/guild.ts';
import { sideBySide, theAnswer } from '../contract/on-stage.ts';
import { createTestDesk } from '../contract/test-desk.ts';
import { texts } from '../contract/texts.ts';
import { partsFor } from './discord-bots.ts';
import { type DiscordStage, onDiscord } from './discord-stage.ts';

const on = { mention: true };

/** Answers what was said while it was away, and what is said after. */
async function answersAll(stage: DiscordStage, meanwhile: () => Promise<void>): Promise<void> {
  const before = await stage.say('ann', 'support', texts.defers, on);
  await theAnswer(stage, before);
  await meanwhile();
  await theAnswer(stage, await stage.say('bob', 'support', texts.full, on));
  await theAnswer(stage, before);
}

describe('the connection to Discord', sideBySide, () => {
  it('is resumed when it breaks, and what was said meanwhile is answered', async (test) => {
    await onDiscord(async (stage) => {
      const { server } = stage;
      server.dropSockets();
      const begun = Date.now();
      const question = await stage.say('ann', 'support', texts.defers, on);
      await server.until(() => server.sockets() === 0, 'the connection to go');
      await server.connected();
      test.diagnostic(`resumed ${Date.now() - begun} ms after a drop`);
      await theAnswer(stage, question);
      assert.equal(server.identifies(), 1, 'the session went on');
      assert.ok(stage.logged.includes('discord_resumed'));
    })();
  });

  it(
    'is made anew when Discord falls silent',
    onDiscord(
      (stage) =>
        answersAll(stage, async () => {
          stage.server.acknowledgeHeartbeats(false);
          await stage.server.until(() => stage.server.sockets() === 0, 'the bot to notice');
          stage.server.acknowledgeHeartbeats(true);
          await stage.server.connected();
        }),
      { server: { heartbeatIntervalMs: 150 } },
    ),
  );

  for (const resumable of [true, false])
    it(
      `goes on when the session is invalid${resumable ? ' and may be resumed' : ''}`,
      onDiscord((stage) =>
        answersAll(stage, async () => {
          stage.server.invalidateSession(resumable);
          await stage.server.until(() => stage.server.sockets() === 0, 'the connection to go');
          await stage.server.connected();
        }),
      ),
    );

  it('that Discord ends for good is told to the operator, with what to do', async () => {
    for (const [code, sentence] of [
      [4004, /does not know DISCORD_TOKEN: reset the token/],
      [4014, /Message Content intent is off: switch it on/],
    ] as const) {
      const told: string[] = [];
      const note = (data: object) => told.push(String((data as { sentence?: string }).sentence));
      const log = { info() {}, warn() {}, error: note } as unknown as Log;
      await onDiscord(
        async ({ server }) => {
          server.closeSockets(code);
          await server.until(() => told.length > 0, 'a word');
          assert.match(told.join(), sentence);
        },
        { parts: { log } },
      )();
    }
  });
});

describe('shards in two processes', () => {
  let server: DiscordServer;
  const bots: Platform[] = [];
  const guilds: Guild[] = [];
  /** What dead processes left, as the memory names it, and what each bot gave up of it. */
  const abandoned: string[] = [];
  const givenUp: string[] = [];
  before(async () => {
    server = await createDiscordServer();
    // Ids tell the shard by the time at which they were made, so it may take several.
    while (new Set([server.guild, ...guilds].map(shardOf)).size < 2)
      guilds.push(server.addGuild(`guild ${guilds.length}`));
    for (const id of [0, 1]) await startShard(id);
  });
  after(async () => {
    await Promise.allSettled(bots.map((bot) => bot.stop()));
    await server.stop();
  });
  const shardOf = ({ id }: Guild) => Number((BigInt(id) >> 22n) % 2n);
  const startShard = async (id: number) => {
    const parts = partsFor(server, await createTestDesk(), []);
    const memory: DeskMemory = {
      ...parts.memory,
      abandoned: async () => (id === 0 ? abandoned : []),
      finish: async (key) => void givenUp.push(key),
    };
    const bot = createDiscord({ ...parts, memory, shards: { ids: [id], count: 2 }, takeUpEveryMs: 50 });
    bots.push(bot);
    await bot.start();
  };
  const ask = (guild: Guild, text: string) => {
    const channel = server.addChannel({ name: `support-${Math.random()}`, guild });
    return server.say(server.addUser({ name: 'ann', guild }), channel, text);
  };

  it('answer each in its own servers, and one of them registers the commands', async () => {
    assert.equal(server.sockets(), 2);
    assert.equal(server.calls('PUT /applications/:application/commands').length, 1);
    for (const guild of [server.guild, guilds.at(-1)]) {
      assert.ok(guild);
      const question = ask(guild, `<@${server.bot.id}> ${texts.defers}`);
      const answers = () => server.botMessages(server.threadOn(question) ?? question.channelId);
      await server.until(() => answers().length > 0, 'an answer');
      await server.quiet();
      assert.equal(answers().length, 1);
    }
  });

  it('leave to each other what a dead process left, and give up what is gone', async () => {
    const keyOf = ({ channelId, id }: { channelId: string; id: string }) => `discord:${channelId}:${id}`;
    const [here, elsewhere] = [0, 1].map((shard) =>
      [server.guild, ...guilds].find((guild) => shardOf(guild) === shard),
    );
    assert.ok(here && elsewhere);
    const others = keyOf(ask(elsewhere, 'for the other process'));
    const gone = keyOf({ channelId: server.addChannel({ name: 'gone', guild: here }).id, id: here.id });
    abandoned.push(others, gone, 'discord:act:1');
    await server.until(() => givenUp.includes(gone), 'to be given up');
    abandoned.length = 0;
    assert.ok(givenUp.includes('discord:act:1'));
    assert.ok(!givenUp.includes(others));
  });
});
