import { runBotKills } from '../../test/main/bot-kills.ts';
import { createTown } from '../../test/main/town.ts';
import { startTestPostgres } from '../../test/memory/engines/test-engines.ts';

/** Three bots on one PostgreSQL, one killed every few seconds while people ask on both platforms. False: something was lost or doubled. */
export async function killBots(kills: number): Promise<boolean> {
  const [engine, town] = await Promise.all([startTestPostgres(), createTown({ channels: 80 })]);
  try {
    const { env } = await engine.createStore();
    const begin = performance.now();
    const { takenUp, repeated, counts } = await runBotKills(town, {
      memory: { DATABASE_URL: env.DATABASE_URL ?? '' },
      ...{ processes: 3, kills, questionsPerSecond: 8, everyMs: 8000 },
    });
    const seconds = Math.round((performance.now() - begin) / 1000);
    console.log(
      `three bots on one PostgreSQL: ${kills} of them killed in ${seconds} s; ${repeated} events told again, as many calls failed or lost; ${takenUp} questions taken up from the dead`,
    );
    for (const [platform, { asked, answered, lost, doubled }] of Object.entries(counts))
      console.log(
        `  ${platform}: ${asked} questions, ${answered} answered once, ${lost.length} lost, ${doubled.length} doubled`,
      );
    console.log('');
    return Object.values(counts).every(({ lost, doubled }) => lost.length + doubled.length === 0);
  } finally {
    await town.stop();
    await engine.remove();
  }
}
