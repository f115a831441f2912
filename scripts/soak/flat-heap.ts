import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from '../../test/main/bot-process.ts';
import { type Door, doors } from '../../test/main/doors.ts';
import { figuresOf, figuresPreload } from '../../test/main/figures.ts';

/** Questions that wait for their answer at a time, at each door. */
const openAtOnce = 8;
const intervals = 10;
const patienceMs = 60_000;
/** Readings of the heap swing by ten megabytes with what is under way, so medians of several are compared. */
const readings = 4;
/** What may lie between the last of them and those before. */
const mostGrowthMb = 6;

/** One bot on both platforms answers thousands of questions; its heap after a garbage collection must not go on growing. */
export async function watchHeap(questions: number): Promise<boolean> {
  const both = await Promise.all(
    (['Slack, Socket Mode', 'Discord, gateway'] as const).map((name) => doors[name]({ forAnyBot: false })),
  );
  const env = Object.assign({}, ...both.map((door) => door.env)) as Record<string, string>;
  const bot = startBot(
    { ...env, ANSWERS_PER_MINUTE: '10000' },
    { preload: [figuresPreload], nodeFlags: ['--expose-gc'] },
  );
  const heaps: number[] = [];
  try {
    await bot.ready;
    await Promise.all(both.map((door) => door.open()));
    const begin = performance.now();
    const report = async (answered: number) => {
      const { heapMb, rssMb } = await figuresOf(bot);
      heaps.push(heapMb);
      const seconds = Math.round((performance.now() - begin) / 1000);
      console.log(
        `${String(answered).padStart(6)} questions answered in ${String(seconds).padStart(4)} s: heap ${heapMb.toFixed(1)} MB, resident ${rssMb.toFixed(0)} MB`,
      );
    };
    await report(0);
    const each = Math.ceil(questions / intervals / both.length);
    for (let interval = 1; interval <= intervals; interval++) {
      await Promise.all(both.map((door) => askMany(door, each * interval, each)));
      await report(each * interval * both.length);
    }
  } finally {
    await bot.stop();
    await Promise.all(both.map((door) => door.close()));
  }
  const last = medianOf(heaps.slice(-readings));
  const growthMb = last - medianOf(heaps.slice(-2 * readings, -readings));
  const good = growthMb < mostGrowthMb;
  console.log(
    `the last ${readings} readings of the heap are ${growthMb.toFixed(1)} MB above the ${readings} before, by their medians${good ? '' : ': too much'}\n`,
  );
  return good;
}

function medianOf(values: readonly number[]): number {
  const [low = 0, high = 0] = [...values].sort((a, b) => a - b).slice((values.length - 1) / 2);
  return values.length % 2 === 0 ? (low + high) / 2 : low;
}

/** Until `total` questions of this door are answered, `more` of them new. */
async function askMany(door: Door, total: number, more: number): Promise<void> {
  let asked = total - more;
  for (let since = Date.now(), before = -1; ; ) {
    const answered = door.answers().size;
    if (answered !== before) [before, since] = [answered, Date.now()];
    if (answered >= total) return;
    if (Date.now() - since > patienceMs) throw new Error(`${total - answered} questions got no answer`);
    for (; asked < total && asked - answered < openAtOnce; asked++) door.ask();
    await sleep(20);
  }
}
