import { cacheFolder } from './cache-folder.ts';
import { fit } from './desk/confidence.ts';
import { warmUp } from './desk/warm-up.ts';
import { loadEnvFile } from './env-file.ts';
import { createLastAnswers } from './hosting/host-call.ts';
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
import { straySettings } from './stray-settings.ts';
import { version } from './version.ts';
import { healthOf } from './web/health.ts';
import type { WebServer } from './web/web-server.ts';

async function main(): Promise<void> {
  loadEnvFile();
  const settings = readSettings(process.env);
  const isDemonstration =
    (settings.slackBotToken ?? settings.slackClientId ?? settings.discordToken) === undefined;
  // On a terminal the log would stand between question and answer.
  const log = createLog(isDemonstration && !process.env.LOG_LEVEL ? 'warn' : settings.logLevel);

  const facts = houseFactsFrom(settings.house);
  const knowledge = await openKnowledgeBase({
    folder: settings.kbDir,
    facts,
    weights: fit.rank,
    cacheFolder,
  });
  for (const problem of knowledge.problems) log.warn(problem, 'article_broken');
  if (knowledge.library.articles.length === 0)
    throw new Error(
      `The knowledge base folder ${settings.kbDir} holds no article that is in service: set KB_DIR to a folder with TOPIC/SLUG.md files`,
    );
  for (const name of straySettings(process.env)) log.warn({ name }, 'setting_unknown');

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
  const meaningOf = embeddings?.similarities;
  const shared = { settings, env: process.env, knowledge, facts, outreachOn, meaningOf, log };

  if (isDemonstration) {
    const terminal = await openDemonstration(shared, stopWatching);
    platforms.push(terminal);
    // It ends as when the person leaves, and takes its folder away.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
      process.once(signal, () => void terminal.stop());
    return terminal.start();
  }

  const { createMetrics } = await import('./metrics.ts');
  const metrics = createMetrics();
  const hosts = createLastAnswers();
  const kept = await openKeptMemory(settings, { folder: settings.dataDir, metrics, log });
  const { desk, signInPages: signIn, close } = await openDesk({ ...shared, memory: kept, metrics, hosts });
  // The libraries of chats, databases and the web are heavy: they are imported where the settings ask for them.
  const { openPlatforms } = await import('./open-platforms.ts');
  const { openWeb } = await import('./open-web.ts');
  const health = () => healthOf({ version, platforms, memory: kept.state, knowledge, hosts: hosts.list });
  const web = openWeb(settings, { health, metrics, publicUrl: settings.publicUrl, signIn, log });
  platforms.push(...(await openPlatforms({ settings, desk, kept, metrics, mount: web?.mount })));
  const stopSweeping = sweepDaily(kept, settings, log);
  await run(platforms, web, log, async () => {
    stopWatching();
    stopSweeping();
    await close();
    await kept.close();
  });
  await warmUp(knowledge).catch((error) => log.error({ err: error }, 'warm_up_failed'));
}

/** Starts the port and every platform or none, and ends them in order when the process is told to. */
async function run(
  platforms: readonly Platform[],
  web: WebServer | undefined,
  log: Log,
  onStopped: () => Promise<void>,
): Promise<void> {
  const stop = async () => {
    await Promise.allSettled([web?.stop(), ...platforms.map((platform) => platform.stop())]);
    await onStopped();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      void stop().then(() => process.exit(0));
    });
  }
  try {
    await web?.start();
    await Promise.all(platforms.map((platform) => platform.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  log.info({ platforms: platforms.map((platform) => platform.name), port: web?.port }, 'ready');
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
