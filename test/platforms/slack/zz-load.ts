import { setTimeout as sleep } from 'node:timers/promises';
import { createSlackStage } from './slack-stage.ts';
import { texts } from '../contract/texts.ts';
const transport = (process.argv[2] ?? 'socket') as 'socket';
const stage = await createSlackStage({ transport, parts: { pace: {} } });
const { server, people } = stage;
const users = Array.from({ length: 300 }, (_, i) => server.addUser({ name: `u${i}` }));
const channels = Array.from({ length: 60 }, (_, i) => server.addChannel({ name: `c${i}`, members: users }));
const asked: { m: ReturnType<typeof server.say>; at: number }[] = [];
const cpu = process.cpuUsage();
const begun = Date.now();
for (let i = 0; i < 400; i++) {
  const user = users[i % 300]!; const channel = channels[i % 60]!;
  asked.push({ m: server.say(user, channel, `<@${server.bot.id}> ${i % 2 ? texts.defers : 'how do i set up outlook on my phone'}`), at: Date.now() });
  const next = begun + (i + 1) * 20; if (next > Date.now()) await sleep(next - Date.now());
}
await server.until(() => asked.every(({ m }) => server.replies(m).length >= 1), 'all', 60000).catch((e) => console.log(String(e).slice(0, 200)));
await server.quiet(500, 30000);
const counts = asked.map(({ m }) => server.replies(m).length);
const waits = asked.map(({ m, at }) => { const r = server.replies(m)[0]; return r ? Number(r.ts) * 1000 - at : Infinity; }).sort((a, b) => a - b);
console.log('answers', counts.reduce((a, b) => a + b, 0), 'doubled', counts.filter((c) => c > 1).length, 'lost', counts.filter((c) => c === 0).length, 'p50', waits[200], 'p99', waits[396], 'late acks', server.lateAcks.length, 'attempts>1', server.deliveries().filter((d) => d.attempts.length > 1).length, stage.logged.slice(0, 5));
const used = process.cpuUsage(cpu); console.log('cpu s', (used.user + used.system) / 1e6, 'wall s', (Date.now() - begun) / 1000);
await stage.close();
