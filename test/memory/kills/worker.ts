import { writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { openMemory } from '../../../bot/memory/open-memory.ts';
import type { Work } from '../../../bot/memory/outbox.ts';
import { maskPersonal } from '../../../bot/privacy/mask.ts';
import { createPlatformFile } from './platform-file.ts';

// A process as the bot is one: takes messages that are delivered to several processes, answers them, and is killed.
// A line on standard output says what was begun (`try`) or acknowledged; whoever started it holds it to that.

const env = (name: string) => process.env[name] ?? '';
const lanes = 4;
const lease = Number(env('LEASE_MS'));
const platform = createPlatformFile(env('PLATFORM_FILE'));
const say = (...words: readonly (string | number | boolean)[]) => writeSync(1, `${words.join(' ')}\n`);
const person = (id: string) => ({ platform: 'test', workspace: 'T1', id });
const place = (thread: string) => ({
  platform: 'test',
  workspace: 'T1',
  channel: 'C1',
  thread,
  private: false,
});
/** Where a kill may hit. */
const moment = () => delay(Math.random() * 3);

const memory = await openMemory({
  folder: env('MEMORY_FOLDER'),
  databaseUrl: process.env.DATABASE_URL,
  keys: env('MEMORY_KEYS'),
  mask: maskPersonal,
  leaseMs: lease,
});

say('ready', 0);
if (env('UNTIL') === '') {
  let next = Number(env('FROM'));
  await Promise.all([
    ...Array.from({ length: lanes }, async () => {
      for (;;) await deliver(next++);
    }),
    tend(() => false),
  ]);
} else {
  for (let n = 0; n < Number(env('UNTIL')); n++) await answer(`q${n}`);
  // Every lease of a dead process ends in this time; what is found until then gives more.
  await tend((idleMs) => idleMs > lease + 700);
  await memory.close();
  say('finished', 0);
}

async function deliver(n: number): Promise<void> {
  say('try', n);
  if (await memory.claims.once(`event-${n}`)) say('claim', `event-${n}`);
  await answer(`q${n}`);
  const by = person(`U${n % 17}`);
  const vote = { key: `q${n}`, slug: 'mailbox-full', by };
  await memory.votes.cast({ ...vote, helped: false });
  say('vote', `q${n}`, false);
  await moment();
  await memory.votes.cast({ ...vote, helped: true });
  say('vote', `q${n}`, true);
  const account = { server: 's1', user: `user${n}` };
  const linked = await memory.links.add({
    person: by,
    account,
    identity: `id${n}`,
    domain: `d${n}.example`,
    proof: 'code',
  });
  if (linked === 'linked') say('link', `user${n}`);
  const dueAt = Date.now() + Math.random() * 300;
  const watch = await memory.watches.add({
    kind: 'k',
    person: by,
    place: place('dm'),
    account,
    domain: `d${n}.example`,
    dueAt,
    untilAt: dueAt,
  });
  say('watch', watch);
}

async function answer(key: string): Promise<void> {
  const claim = await memory.outbox.claim(key, workOf('answer', key));
  await moment();
  if (claim.as === 'new') await post(key);
  else if (claim.as === 'abandoned') await finish(key);
}

/** Looks whether it stands before posting it. */
async function finish(key: string): Promise<void> {
  const standing = platform.find(key);
  if (standing === undefined) return post(key);
  if (await memory.outbox.posted(key, standing)) say('posted', key);
}

async function post(key: string): Promise<void> {
  if (!(await memory.outbox.posting(key))) return;
  if (Math.random() < 0.3) await moment();
  const messageId = platform.post(key);
  if (Math.random() < 0.5) await moment();
  if (await memory.outbox.posted(key, messageId)) say('posted', key);
}

async function tend(enough: (idleMs: number) => boolean): Promise<void> {
  for (let busyAt = Date.now(); !enough(Date.now() - busyAt); ) {
    const stranded = await memory.outbox.stranded(10);
    const due = await memory.watches.due(10);
    if (stranded.length + due.length > 0) busyAt = Date.now();
    for (const { key } of stranded) await finish(key);
    for (const watch of due) {
      await moment();
      if (watch.state === 'waiting' && !(await memory.watches.fire(watch.id, 'cleared'))) continue;
      await moment();
      await answer(`watch-${watch.id}`);
      if ((await memory.outbox.get(`watch-${watch.id}`))?.state !== 'posted') continue;
      if (await memory.watches.fired(watch.id)) say('fired', watch.id);
    }
    await delay(20);
  }
}

function workOf(kind: string, key: string): Work {
  return { kind, to: person('U1'), place: place(key), text: `question ${key}`, directed: true };
}
