import { existsSync } from 'node:fs';
import { fit } from './desk/confidence.ts';
import { createEmbeddings, type Embeddings } from './knowledge/embeddings.ts';
import { houseFactsFrom } from './knowledge/house-facts.ts';
import { openKnowledgeBase } from './knowledge/knowledge-base.ts';
import { createLog, type Log } from './log.ts';
import { startDailySweep } from './memory/daily-sweep.ts';
import type { ResilientMemory } from './memory/resilient/resilient.ts';
import { openDemonstration } from './open-demonstration.ts';
import { openDesk } from './open-desk.ts';
import { openKeptMemory } from './open-kept-memory.ts';
import type { Platform } from './platforms/platform.ts';
import { readSettings, type Settings } from './settings.ts';

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const isDemonstration = settings.slackBotToken === undefined && settings.discordToken === undefined;
  // On a terminal the log would stand between question and answer.
  const log = createLog(isDemonstration && !process.env.LOG_LEVEL ? 'warn' : settings.logLevel);

  const facts = houseFactsFrom(settings.house);
  const knowledge = await openKnowledgeBase({ folder: settings.kbDir, facts, weights: fit.rank });
  for (const problem of knowledge.problems) log.warn(problem, 'article_broken');

  const embeddings = openEmbeddings(settings, log);
  const learn = () =>
    embeddings?.learn(knowledge.library).catch((error) => log.error({ err: error }, 'embeddings_failed'));
  void learn();

  const stopWatching = knowledge.watch(
    ({ library, problems }) => {
      log.info({ articles: library.articles.length }, 'knowledge_base_reloaded');
      void learn();
      for (const problem of problems) log.warn(problem, 'article_broken');
    },
    (error) => log.error({ err: error }, 'knowledge_base_reload_failed'),
  );

  const platforms: Platform[] = [];
  const outreachOn = (name: string) => platforms.find((platform) => platform.name === name)?.outreach;
  const shared = { settings, env: process.env, knowledge, facts, outreachOn, log };
  const meaningOf = embeddings?.similarities;

  if (isDemonstration) {
    const terminal = await openDemonstration({ ...shared, meaningOf }, stopWatching);
    platforms.push(terminal);
    return terminal.start();
  }

  const kept = await openKeptMemory(settings, settings.dataDir, log);
  const { desk, close } = await openDesk({ ...shared, meaningOf, memory: kept });
  // The libraries of chats and databases are heavy: they are imported where the settings name one.
  const { openPlatforms } = await import('./open-platforms.ts');
  platforms.push(...(await openPlatforms(settings, desk)));
  const stopSweeping = sweepDaily(kept, settings, log);
  return run(platforms, log, async () => {
    stopWatching();
    stopSweeping();
    await close();
    await kept.close();
  });
}

/** Starts every platform or none, and ends them in order when the process is told to. */
async function run(platforms: readonly Platform[], log: Log, onStopped: () => Promise<void>): Promise<void> {
  const stop = async () => {
    await Promise.allSettled(platforms.map((platform) => platform.stop()));
    await onStopped();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void stop().then(() => process.exit(0));
    });
  }
  try {
    await Promise.all(platforms.map((platform) => platform.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ platforms: platforms.map((platform) => platform.name) }, 'ready');
}

/** Retention: what is older than the settings say is taken away once a day. */
function sweepDaily(memory: ResilientMemory, settings: Settings, log: Log): () => void {
  const { questionsDays, votesDays, auditDays } = settings;
  return startDailySweep({
    memory,
    retention: { questionsDays, votesDays, auditDays },
    onSwept: (gone) => log.info({ gone }, 'memory_swept'),
    onError: (error) => log.error({ err: error }, 'memory_sweep_failed'),
  });
}

function openEmbeddings(settings: Settings, log: Log): Embeddings | undefined {
  const { embeddingsUrl: url, embeddingsModel: model, embeddingsKey: key } = settings;
  if (url === undefined || model === undefined) return undefined;
  const onError = (error: unknown) => log.warn({ err: error }, 'embeddings_failed');
  return createEmbeddings({ url, model, key, timeoutMs: 1500, onError });
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // A library may hold a connection open; what is wrong has been said.
  process.exit(1);
}
