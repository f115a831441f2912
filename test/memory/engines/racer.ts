import { once } from 'node:events';
import { openMemory } from '../../../bot/memory/open-memory.ts';
import { maskPersonal } from '../../../bot/privacy/mask.ts';

// One of several processes that want the same things at the same moment; says what it got.
const {
  MEMORY_FOLDER: folder = '',
  DATABASE_URL: databaseUrl,
  MEMORY_KEYS: keys,
  RACER = '',
  EVENTS = '',
} = process.env;
const memory = await openMemory({ folder, databaseUrl, keys, mask: maskPersonal });
const say = (line: string) => process.stdout.write(`${line}\n`);
const person = (id: string) => ({ platform: 'slack', workspace: 'T1', id });
const place = { platform: 'slack', workspace: 'T1', channel: 'C1', private: false };

say('ready');
await once(process.stdin, 'data');

const numbers = Array.from({ length: Number(EVENTS) }, (_, n) => n);
await Promise.all(
  numbers.map(async (n) => {
    if (await memory.claims.once(`event-${n}`)) say(`once ${n}`);
    if ((await memory.claims.claim(`message-${n}`)) === 'new') say(`claim ${n}`);
    const claim = await memory.outbox.claim(`q${n}`, {
      kind: 'answer',
      to: person('U1'),
      place,
      text: 't',
      directed: true,
    });
    if (claim.as === 'new') say(`outbox ${n}`);
    if (claim.as === 'abandoned') say(`redelivered ${n}`);
    for (const { id } of await memory.watches.due(3)) say(`watch ${id}`);
    const rule = { people: 20, withinMs: 3_600_000, quietMs: 3_600_000 };
    const noted = await memory.incidents.note('outlook', { person: person(`P${RACER}-${n}`), place }, rule);
    if (noted.alert) say('alert outlook');
  }),
);
for (let due = await memory.watches.due(10); due.length > 0; due = await memory.watches.due(10))
  for (const { id } of due) say(`watch ${id}`);
if (await memory.leases.take('digest', 60_000)) say('lease digest');
if (await memory.codes.redeem(person('U1'), 'AAAA2222')) say('code redeemed');
const account = { server: 's1', user: 'one-owner' };
if (
  (await memory.links.add({
    person: person(`P${RACER}`),
    account,
    identity: '1',
    domain: 'd.example',
    proof: 'code',
  })) === 'linked'
)
  say(`linked ${RACER}`);
await memory.close();
