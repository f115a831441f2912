import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTestPostgres, type TestEngine } from '../memory/engines/test-engines.ts';
import { texts } from '../platforms/contract/texts.ts';
import { runBotKills } from './bot-kills.ts';
import { type BotProcess, startBot } from './bot-process.ts';
import { createTown, type Town } from './town.ts';

describe('three bots on one PostgreSQL', () => {
  let engine: TestEngine | undefined;
  let town: Town | undefined;
  before(async () => {
    engine = await startTestPostgres();
    town = await createTown();
  });
  after(async () => {
    await town?.stop();
    await engine?.remove();
  });

  it('answer everybody exactly once while one is killed, everything is told twice and much gets lost', async (test) => {
    assert.ok(engine && town);
    const { env } = await engine.createStore();
    const outcome = await runBotKills(town, {
      memory: { DATABASE_URL: env.DATABASE_URL ?? '' },
      processes: 3,
      kills: 1,
      questionsPerSecond: 6,
      everyMs: 3000,
      // Sooner than by default, so that the test is short; long enough for a machine that is held up for seconds.
      takeOverSeconds: 8,
    });
    test.diagnostic(JSON.stringify(outcome));
    for (const { asked, answered, lost, doubled } of Object.values(outcome.counts)) {
      assert.deepEqual([lost, doubled], [[], []]);
      assert.equal(answered, asked);
      assert.ok(asked > 10, 'people asked');
    }
  });
});

describe('a bot that dies', () => {
  let town: Town;
  let bot: BotProcess | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-dies-'));
  const start = async () => {
    bot = startBot({ ...town.env, DATA_DIR: folder, TAKE_OVER_SECONDS: '1' });
    await bot.ready;
  };
  before(async () => {
    town = await createTown({ channels: 1 });
    await start();
  });
  after(async () => {
    await bot?.stop();
    await town.stop();
    rmSync(folder, { recursive: true });
  });

  const whenCalled = (outcome: string) =>
    town.slack.until(
      () =>
        town.slack.calls('chat.postMessage').some((call) => call.outcome === outcome) &&
        town.discord.calls('POST /channels/:channel/messages').some((call) => call.outcome === outcome),
      outcome,
      60_000,
    );
  const whenTakenUp = () =>
    town.slack.until(
      () => ['slack', 'discord'].every((on) => bot?.log.some(({ msg }) => msg === `${on}_question_taken_up`)),
      'the questions to be taken up',
      60_000,
    );
  const dieAt = async (kind: 'reset-before' | 'reset-after', meanwhile = () => {}) => {
    town.slack.fault({ method: 'chat.postMessage', kind });
    town.discord.fault({ method: 'POST', path: '/channels/:channel/messages', kind });
    town.ask();
    await whenCalled(kind);
    await bot?.kill();
    meanwhile();
    await start();
    await whenTakenUp();
    await Promise.all([town.slack.quiet(500), town.discord.quiet(500)]);
    for (const { lost, doubled } of Object.values(town.counts())) assert.deepEqual([lost, doubled], [[], []]);
  };

  it('before its answer got anywhere leaves the question to the next, which answers it', () =>
    dieAt('reset-before'));

  it('without having heard that its answer stands is followed by one that finds it, though nonces are forgotten', async () => {
    await dieAt('reset-after', () => town.discord.clock.advance(10 * 60_000));
    assert.equal(town.counts().slack.answered, 2);
    assert.equal(town.counts().discord.answered, 2);
  });

  it('in the middle of many questions when it is told to end finishes them first, and ends with 0', async () => {
    const before = town.counts().slack.asked;
    for (let count = 0; count < 6; count++) town.ask();
    await town.slack.until(() => town.counts().slack.answered > before, 'the first answer', 60_000);
    assert.equal(await bot?.stop(), 0);
    assert.deepEqual(
      Object.values(town.counts()).map(({ lost, doubled }) => [lost, doubled]),
      [
        [[], []],
        [[], []],
      ],
    );
    const own = town.slack.addUser({ name: 'bob' });
    const question = town.slack.say(own, town.slack.openDm(own), texts.full);
    await start();
    await town.slack.until(() => town.slackAnswers(question) === 1, 'what came meanwhile', 15_000);
  });
});
