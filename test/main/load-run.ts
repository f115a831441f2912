import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BotOptions, startBot } from './bot-process.ts';
import { type Door, type DoorName, doors } from './doors.ts';
import { type Figures, figuresOf, figuresPreload } from './figures.ts';

export interface LoadPlan {
  readonly door: DoorName;
  readonly perSecond: number;
  readonly seconds: number;
  /** Another bot than this one. */
  readonly program?: URL;
}

export interface Spread {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

export interface LoadFigures {
  readonly asked: number;
  readonly lost: number;
  readonly doubled: number;
  /** Undefined where nothing was acknowledged. */
  readonly ackMs: Spread | undefined;
  /** After the platform's three seconds. */
  readonly lateAcks: number;
  /** From the moment somebody asks until the request that posts the answer is there. */
  readonly answerMs: Spread;
  /** The bot's own processor time for one question, with all that belongs to it. */
  readonly cpuMsPerQuestion: number;
  readonly bot: Figures;
  /** How late the side of the platform and the people was itself; nothing can be measured finer than that. */
  readonly ownLoopP99Ms: number;
}

const patienceMs = 30_000;
const warmUp = 40;

/** People ask at a steady pace; the bot, in a process of its own, answers. This process is the platform and the people. */
export async function runLoad({ door: name, perSecond, seconds, program }: LoadPlan): Promise<LoadFigures> {
  const door = await doors[name]({ forAnyBot: program !== undefined });
  const options: BotOptions = { preload: [figuresPreload], ...(program ? { program } : {}) };
  const bot = startBot({ ...door.env, ANSWERS_PER_MINUTE: '1000', LOG_LEVEL: 'info' }, options);
  try {
    await bot.ready;
    await door.open();
    await askEvenly(door, { perSecond: 20, count: warmUp });
    await untilAnswered(door, warmUp);
    await figuresOf(bot);
    const acksBefore = door.acksMs().length;
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const commands = program ? undefined : startCommands(door);
    const asked = await askEvenly(door, { perSecond, count: perSecond * seconds });
    await untilAnswered(door, warmUp + asked.size);
    loop.disable();
    const figures = await figuresOf(bot);
    const unanswered = (await commands?.end()) ?? 0;
    await sleep(500);
    const counts = counted(door, asked, acksBefore, figures, loop.percentile(99) / 1e6);
    return { ...counts, lost: counts.lost + unanswered };
  } finally {
    await bot.stop();
    await door.close();
  }
}

/** Question → when it was asked. */
type Asked = ReadonlyMap<string, number>;

async function askEvenly(
  door: Door,
  { perSecond, count }: { perSecond: number; count: number },
): Promise<Asked> {
  const asked = new Map<string, number>();
  const begun = performance.now();
  while (asked.size < count) {
    const due = Math.min(count, Math.floor(((performance.now() - begun) / 1000) * perSecond) + 1);
    while (asked.size < due) {
      const at = Date.now();
      asked.set(door.ask(), at);
    }
    await sleep(1000 / perSecond / 2);
  }
  return asked;
}

async function untilAnswered(door: Door, count: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (door.answers().size < count && Date.now() < deadline) await sleep(100);
}

/** Two commands a second where mentions are not acknowledged. `end` gives how many had no answer. */
function startCommands({ askByCommand }: Door) {
  const given: Promise<boolean>[] = [];
  const timer = setInterval(() => {
    if (askByCommand) given.push(askByCommand());
  }, 500);
  return {
    async end() {
      clearInterval(timer);
      return (await Promise.all(given)).filter((answered) => !answered).length;
    },
  };
}

function counted(
  door: Door,
  asked: Asked,
  acksBefore: number,
  bot: Figures,
  ownLoopP99Ms: number,
): LoadFigures {
  const answers = door.answers();
  const all = [...asked].map(([question, at]) => ({ at, answers: answers.get(question) ?? [] }));
  const took = all.flatMap(({ at, answers: [first] }) => (first === undefined ? [] : [first - at]));
  const acks = door.acksMs().slice(acksBefore);
  return {
    asked: asked.size,
    lost: all.filter((one) => one.answers.length === 0).length,
    doubled: all.filter((one) => one.answers.length > 1).length,
    ackMs: acks.length > 0 ? spreadOf(acks) : undefined,
    lateAcks: door.late(),
    answerMs: spreadOf(took),
    cpuMsPerQuestion: bot.cpuMs / asked.size,
    bot,
    ownLoopP99Ms,
  };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
