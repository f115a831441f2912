import { setTimeout as delay } from 'node:timers/promises';
import { readBounce } from '../../bot/bounce/read-bounce.ts';
import { createIncidentWatch } from '../../bot/learning/incidents/incident-watch.ts';
import { createNoticeBoard, type Seen } from '../../bot/learning/incidents/notice-board.ts';
import { tellAskers } from '../../bot/learning/incidents/tell-askers.ts';
import { openMemory } from '../../bot/memory/open-memory.ts';
import { maskPersonal } from '../../bot/privacy/mask.ts';

// One of several processes whose customers all bring the same error; says what it alerted, led with and told.
const {
  MEMORY_FOLDER: folder = '',
  DATABASE_URL: databaseUrl,
  MEMORY_KEYS: keys,
  RACER = '',
  PEOPLE = '',
} = process.env;
const memory = await openMemory({ folder, databaseUrl, keys, mask: maskPersonal });
const say = (line: string) => process.stdout.write(`${line}\n`);
const hour = 3_600_000;
const watch = createIncidentWatch(memory.incidents, {
  people: 20,
  ownPeople: 80,
  withinMs: hour,
  quietMs: hour,
});
const board = createNoticeBoard(memory);
const stop = board.follow(50);

const customers = Array.from({ length: Number(PEOPLE) }, (_, at) => {
  const id = `P${RACER}-${at}`;
  return {
    person: { platform: 'slack', workspace: 'T1', id },
    place: { platform: 'slack', workspace: 'T1', channel: 'C1', thread: id, private: false },
    mailErrors: readBounce(
      `${id}@example.org: host eur.olc.protection.outlook.com[192.0.2.${at}] said: 550 5.7.1 Unfortunately, messages from [198.51.100.7] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3150). (in reply to MAIL FROM command)`,
    ),
  };
});

await Promise.all(
  customers.map(async ({ mailErrors, ...who }) => {
    for (const { fingerprint } of await watch.note(mailErrors, who)) say(`alert ${fingerprint}`);
  }),
);
say('noted');

const seen: Seen = { decision: 'answer', mailErrors: customers[0]?.mailErrors ?? [], findings: [] };
let notice = board.noticeFor(seen);
for (; !notice; notice = board.noticeFor(seen)) await delay(20);
for (const { mailErrors, ...who } of customers.slice(0, 2)) await board.shown(notice, who);
say(`leads ${notice.text}`);

while (board.noticeFor(seen)) await delay(20);
const tell = async ({ person }: { person: { id: string } }) => {
  say(`told ${person.id}`);
};
await tellAskers({ notices: memory.notices, tell, onError: (error) => say(String(error)) });
stop();
await memory.close();
