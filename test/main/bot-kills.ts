import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BotProcess, startBot } from './bot-process.ts';
import type { Town, TownCounts } from './town.ts';

export interface KillPlan {
  /** Where the bots remember: `DATABASE_URL`, or a `DATA_DIR` that they share. */
  readonly memory: Readonly<Record<string, string>>;
  readonly processes: number;
  readonly kills: number;
  /** Of both platforms together, while processes are killed. */
  readonly questionsPerSecond: number;
  /** From one kill to the next, at most. */
  readonly everyMs: number;
  /** The bots' own default when left out. */
  readonly takeOverSeconds?: number;
}

export interface KillOutcome {
  readonly kills: number;
  /** Questions that a process took over from one that had died, and events that were told once more. */
  readonly takenUp: number;
  readonly repeated: number;
  readonly counts: Readonly<Record<'slack' | 'discord', TownCounts>>;
}

const patienceMs = 90_000;
/** Time for a second answer, should one come. */
const afterwardsMs = 4000;

/** Kills bots at random moments while people ask and everything is told twice, starts others, and counts the answers. */
export async function runBotKills(town: Town, plan: KillPlan): Promise<KillOutcome> {
  const keys = randomBytes(32).toString('base64');
  const env = {
    ...town.env,
    MEMORY_KEYS: keys,
    ...(plan.takeOverSeconds === undefined ? {} : { TAKE_OVER_SECONDS: String(plan.takeOverSeconds) }),
    ANSWERS_PER_MINUTE: '1000',
    // Discord counts the requests of all of them together.
    DISCORD_REQUESTS_PER_SECOND: String(Math.floor(50 / plan.processes)),
    ...plan.memory,
  };
  const all: BotProcess[] = [];
  const begin = () => {
    const bot = startBot(env);
    all.push(bot);
    return bot;
  };
  try {
    const repeated = await killSome(town, plan, begin);
    const takenUp = all.flatMap(({ log }) => log).filter(({ msg }) => /_question_taken_up$/.test(msg)).length;
    return { kills: plan.kills, takenUp, repeated, counts: town.counts() };
  } finally {
    // Whatever went wrong, nobody is left behind.
    for (const { child } of all) child.kill('SIGKILL');
  }
}

/** Gives how many events were told once more. */
async function killSome(town: Town, plan: KillPlan, begin: () => BotProcess): Promise<number> {
  const alive = Array.from({ length: plan.processes }, begin);
  await Promise.all(alive.map(({ ready }) => ready));
  const people = letPeopleAsk(town, plan.questionsPerSecond);
  try {
    await sleep(1000);
    for (let killed = 0; killed < plan.kills; killed++) {
      await sleep(randomInt(plan.everyMs / 4, plan.everyMs));
      const [victim] = alive.splice(randomInt(alive.length), 1);
      await victim?.kill();
      alive.push(begin());
    }
    await alive.at(-1)?.ready;
    await sleep(500);
  } finally {
    people.stop();
  }
  await untilAnswered(town);
  const codes = await Promise.all(alive.map((bot) => bot.stop()));
  if (codes.some((code) => code !== 0)) throw new Error(`a bot that was told to end ended with ${codes}`);
  return people.repeated();
}

function letPeopleAsk(town: Town, questionsPerSecond: number) {
  let repeated = 0;
  const everyMs = 2000 / questionsPerSecond;
  const asking = setInterval(town.ask, everyMs);
  const repeating = setInterval(() => {
    town.repeat();
    town.trouble();
    repeated += 1;
  }, everyMs);
  return {
    repeated: () => repeated,
    stop() {
      clearInterval(asking);
      clearInterval(repeating);
    },
  };
}

/** Until every question has its answer, and a while longer. */
async function untilAnswered(town: Town): Promise<void> {
  const deadline = Date.now() + patienceMs;
  const isWaiting = () => Object.values(town.counts()).some(({ lost }) => lost.length > 0);
  while (isWaiting() && Date.now() < deadline) await sleep(200);
  await sleep(afterwardsMs);
}
