import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Memory } from '../../bot/memory/memory.ts';
import { type TestEngine, testEngines } from '../../test/memory/engines/test-engines.ts';
import { runKills } from '../../test/memory/kills/kill-run.ts';

const killsARun = 50;
const calls = 2000;

/** Kills real processes by the hundred on both engines, and measures what a claim and a vote cost. False: something was lost or doubled. */
export async function killMemories(kills: number): Promise<boolean> {
  let good = true;
  for (const { start } of testEngines) {
    const engine = await start();
    try {
      await measure(engine);
      good = (await kill(engine, kills)) && good;
    } finally {
      await engine.remove();
    }
    console.log('');
  }
  return good;
}

async function kill(engine: TestEngine, kills: number): Promise<boolean> {
  const total = { kills: 0, questions: 0, answers: 0, acknowledged: 0, lost: 0, doubled: 0 };
  const begin = performance.now();
  while (total.kills < kills) {
    const counts = await runKills(await engine.createStore(), Math.min(killsARun, kills - total.kills));
    total.kills += counts.kills;
    total.questions += counts.questions;
    total.answers += counts.answers;
    total.acknowledged += Object.values(counts.acknowledged).reduce((sum, count) => sum + count, 0);
    total.lost += counts.lost.length;
    total.doubled += counts.doubled.length;
    for (const what of [...counts.lost, ...counts.doubled.map((key) => `doubled ${key}`)])
      console.log(`  ${what}`);
  }
  const seconds = Math.round((performance.now() - begin) / 1000);
  console.log(
    `${engine.name}: ${total.kills} kills in ${seconds} s; ${total.questions} questions, ${total.answers} messages posted, ` +
      `${total.acknowledged} writes acknowledged; ${total.lost} lost, ${total.doubled} doubled`,
  );
  return total.lost + total.doubled === 0;
}

async function measure(engine: TestEngine): Promise<void> {
  const memory = await (await engine.createStore()).open();
  await report(engine.name, 'a claim', (n) => memory.claims.claim(`message-${n}`));
  await report(engine.name, 'a repeated claim', (n) => memory.claims.claim(`message-${n}`));
  await report(engine.name, 'a vote', (n) => castVote(memory, n));
  await memory.close();
}

function castVote({ votes }: Memory, n: number): Promise<boolean> {
  return votes.cast({
    key: `q${n}`,
    slug: 'mailbox-full',
    by: { platform: 'slack', workspace: 'T1', id: `U${n}` },
    helped: true,
  });
}

async function report(engine: string, what: string, call: (n: number) => Promise<unknown>): Promise<void> {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  const took: number[] = [];
  loop.enable();
  for (let n = 0; n < calls; n++) {
    const begin = performance.now();
    await call(n);
    took.push(performance.now() - begin);
  }
  loop.disable();
  took.sort((a, b) => a - b);
  const at = (share: number) => (took[Math.floor(share * (took.length - 1))] ?? 0).toFixed(2);
  console.log(
    `${engine}: ${what}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; event loop held up at most ${(loop.max / 1e6).toFixed(1)} ms`,
  );
}
