import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from '../../test/main/bot-process.ts';
import { type Door, doors } from '../../test/main/doors.ts';
import { figuresOf, figuresPreload } from '../../test/main/figures.ts';

/** Questions that wait for their answer at a time, at each door. */
const openAtOnce = 8;
const intervals = 10;
const patienceMs = 60_000;
/** What the second half of the questions may add to the heap. */
const mostGrowthMb = 8;

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
  const growthMb = (heaps.at(-1) ?? 0) - (heaps[intervals / 2] ?? 0);
  const good = growthMb < mostGrowthMb;
  console.log(`the second half added ${growthMb.toFixed(1)} MB to the heap${good ? '' : ': too much'}\n`);
  return good;
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
