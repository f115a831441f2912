import { type DoorName, doors } from '../test/main/doors.ts';
import { type LoadFigures, runLoad } from '../test/main/load-run.ts';

// 50 questions a second for a minute at every door, the bot in a process of its own; beside it the same desk on the
// package `chat`. Everything on the loopback. npm run load [-- SECONDS [PER_SECOND]]

const seconds = Math.min(300, Number(process.argv[2] ?? 60));
const perSecond = Math.min(200, Number(process.argv[3] ?? 50));
const chatBot = new URL('load/chat-bot.ts', import.meta.url);
const longestAckMs = 1000;

const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const row = (...cells: readonly string[]) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(20) : cell.padStart(11))).join(' '));

console.log(`${perSecond} questions a second for ${seconds} s; times in ms\n`);
let failed = false;
for (const door of Object.keys(doors) as DoorName[]) {
  console.log(door);
  row(
    '',
    'asked',
    'lost',
    'doubled',
    'ack p50',
    'ack p99',
    'ack max',
    'answer p50',
    'answer p99',
    'CPU each',
    'loop p99',
    'RSS MB',
  );
  const own = await runLoad({ door, perSecond, seconds });
  row('  Hostdesk', ...cellsOf(own));
  const slow = own.ackMs !== undefined && own.ackMs.max > longestAckMs;
  failed ||= own.lost + own.doubled + own.lateAcks > 0 || slow;
  const other = await runLoad({ door, perSecond, seconds, program: chatBot }).catch((error: Error) => error);
  if (other instanceof Error) {
    console.log(`  chat did not get to the end: ${other.message.slice(0, 300)}\n`);
    continue;
  }
  row('  chat', ...cellsOf(other));
  row('  ratio', '', '', '', ...ratiosOf(own, other));
  console.log(
    `  the platform's own side was late by ${ms(own.ownLoopP99Ms)} and ${ms(other.ownLoopP99Ms)} (p99)\n`,
  );
}
console.log(
  `Ratio: chat's figure by Hostdesk's; above 1 Hostdesk needs less. Hostdesk writes every question, claim and answer to
SQLite and answers with blocks and buttons; chat keeps its state in memory and posts Markdown. On Discord two /ask a
second are put to Hostdesk besides, since only interactions are acknowledged there, and Discord's limit of 50 requests
a second is lifted for both. ${failed ? 'FAILED: something was lost, doubled or acknowledged after a second.' : ''}`,
);
process.exitCode = failed ? 1 : 0;

function cellsOf({ asked, lost, doubled, ackMs, answerMs, cpuMsPerQuestion, bot }: LoadFigures): string[] {
  const acks = ackMs ? [ackMs.p50, ackMs.p99, ackMs.max].map(ms) : ['', '', ''];
  const times = [answerMs.p50, answerMs.p99, cpuMsPerQuestion, bot.loopP99Ms].map(ms);
  return [...[asked, lost, doubled].map(String), ...acks, ...times, bot.rssMb.toFixed(0)];
}

function ratiosOf(own: LoadFigures, other: LoadFigures): string[] {
  const by = (pick: (figures: LoadFigures) => number | undefined) => {
    const [one, two] = [pick(own), pick(other)];
    return one === undefined || two === undefined ? '' : (two / one).toFixed(2);
  };
  return [
    by(({ ackMs }) => ackMs?.p50),
    by(({ ackMs }) => ackMs?.p99),
    by(({ ackMs }) => ackMs?.max),
    by(({ answerMs }) => answerMs.p50),
    by(({ answerMs }) => answerMs.p99),
    by(({ cpuMsPerQuestion }) => cpuMsPerQuestion),
    by(({ bot }) => bot.loopP99Ms),
    by(({ bot }) => bot.rssMb),
  ];
}
