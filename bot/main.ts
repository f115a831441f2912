import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { cacheFolder } from './cache-folder.ts';
import { fit } from './desk/confidence.ts';
import { createDesk } from './desk/desk.ts';
import { createDiagnose } from './desk/diagnosis.ts';
import { createKeptMemory } from './desk/kept-memory.ts';
import { warmUp } from './desk/warm-up.ts';
import { createLastAnswers } from './hosting/host-call.ts';
import { createEmbeddings, type Embeddings } from './knowledge/embeddings.ts';
import { houseFactsFrom } from './knowledge/house-facts.ts';
import { openKnowledgeBase } from './knowledge/knowledge-base.ts';
import { createLearning, type Learning } from './learning/votes/learning.ts';
import { createLog, type Log } from './log.ts';
import { startDailySweep } from './memory/daily-sweep.ts';
import type { ResilientMemory } from './memory/resilient/resilient.ts';
import type { Metrics } from './metrics.ts';
import type { Platform } from './platforms/platform.ts';
import { createTerminal } from './platforms/terminal/terminal.ts';
import { maskPersonal } from './privacy/mask.ts';
import { readSettings, type Settings } from './settings.ts';
import { version } from './version.ts';
import { healthOf } from './web/health.ts';
import type { WebServer } from './web/web-server.ts';

async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  const log = createLog(settings.logLevel);

  const facts = houseFactsFrom(settings.house);
  const knowledge = await openKnowledgeBase({
    folder: settings.kbDir,
    facts,
    weights: fit.rank,
    cacheFolder,
  });
  for (const problem of knowledge.problems) log.warn(problem, 'article_broken');

  const embeddings = openEmbeddings(settings, log);
  const learn = () =>
    embeddings?.learn(knowledge.library).catch((error) => log.error({ err: error }, 'embeddings_failed'));
  void learn();

  let learning: Learning | undefined;
  const diagnose = () => createDiagnose(knowledge.library, knowledge.search, learning?.learned());
  const consult = createDesk({
    diagnose,
    ...(embeddings ? { meaningOf: embeddings.similarities } : {}),
    onError: (error) => log.error({ err: error }, 'answer_failed'),
  });

  const stopWatching = knowledge.watch(
    ({ library, problems }) => {
      log.info({ articles: library.articles.length }, 'knowledge_base_reloaded');
      void learn();
      for (const problem of problems) log.warn(problem, 'article_broken');
    },
    (error) => log.error({ err: error }, 'knowledge_base_reload_failed'),
  );

  if ((settings.slackBotToken ?? settings.slackClientId ?? settings.discordToken) !== undefined) {
    const { createMetrics } = await import('./metrics.ts');
    const metrics = createMetrics();
    const hosts = createLastAnswers();
    const kept = await openKeptMemory(settings, metrics, log);
    const memory = createKeptMemory(kept, { leaseMs: settings.takeOverSeconds * 1000 });
    // The libraries of chats, databases and the web are heavy: they are imported where the settings ask for them.
    const { openPlatforms } = await import('./open-platforms.ts');
    const { openWeb } = await import('./open-web.ts');
    const health = () => healthOf({ version, platforms, memory: kept.state, knowledge, hosts: hosts.list });
    const web = openWeb(settings, { health, metrics, publicUrl: settings.publicUrl, log });
    const parts = { settings, knowledge, facts, consult, diagnose, memory, kept, metrics, log };
    const platforms = await openPlatforms({ ...parts, mount: web?.mount });
    const stopSweeping = sweepDaily(kept, settings, log);
    const onError = (error: unknown) => log.error({ err: error }, 'learning_failed');
    learning = createLearning({ votes: kept.votes, knowledge, onError });
    const stopLearning = learning.follow();
    await run(platforms, web, log, async () => {
      stopWatching();
      stopSweeping();
      stopLearning();
      await kept.close();
    });
    return warmUp(knowledge).catch((error) => log.error({ err: error }, 'warm_up_failed'));
  }

  const terminal = createTerminal({
    input: process.stdin,
    output: process.stdout,
    greeting: greeting(knowledge.library.articles.length),
    consult,
    library: () => knowledge.library,
    onEnd: stopWatching,
  });
  await terminal.start();
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

/** What is asked and voted outlives the process. A database that goes away later is waited for, without a word lost to the customer. */
async function openKeptMemory(settings: Settings, metrics: Metrics, log: Log): Promise<ResilientMemory> {
  const { openMemory } = await import('./memory/open-memory.ts');
  const { openResilientMemory } = await import('./memory/resilient/resilient.ts');
  const { dataDir: folder, databaseUrl, memoryKeys: keys } = settings;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = { mask: maskPersonal, owner: randomUUID(), leaseMs: settings.takeOverSeconds * 1000 };
  return openResilientMemory({
    open: () => openMemory({ folder, databaseUrl, keys, ...own }),
    onChange: (state) => {
      metrics.memoryChanged(state.writing ? undefined : state.outage?.kind);
      log.warn({ state }, 'memory_changed');
    },
    onNotRemembered: (what, total) => {
      metrics.notRemembered(what);
      log.warn({ what, total }, 'memory_not_remembered');
    },
    onError: (error, what) => log.error({ err: error, what }, 'memory_failed'),
  });
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

function greeting(articles: number): string {
  return [
    'Hostdesk, a demonstration on this terminal (no chat platform is configured).',
    `It knows ${articles} articles. Paste a bounce or ask a question; a number opens an article; "exit" ends.`,
  ].join('\n');
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // A library may hold a connection open; what is wrong has been said.
  process.exit(1);
}
