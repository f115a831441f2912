import { killBots } from './soak/bot-kills.ts';
import { watchHeap } from './soak/flat-heap.ts';
import { killMemories } from './soak/memory-kills.ts';

// Long runs against what an operator fears: processes that die, and a heap that grows. Everything on the loopback.
// npm run soak [-- memory|bots|heap [COUNT]]

const parts: Record<string, { run: (count: number) => Promise<boolean>; count: number }> = {
  memory: { run: killMemories, count: 300 },
  bots: { run: killBots, count: 30 },
  heap: { run: watchHeap, count: 20_000 },
};

const [name, count] = process.argv.slice(2);
const chosen = name === undefined ? Object.keys(parts) : [name];
let good = true;
for (const one of chosen) {
  const part = parts[one];
  if (!part) throw new Error(`There is no ${one}: ${Object.keys(parts).join(', ')}`);
  good = (await part.run(Number(count ?? part.count))) && good;
}
process.exitCode = good ? 0 : 1;
