import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { evalBounces } from './measure/eval-bounces.ts';
import { evalQuestions } from './measure/eval-questions.ts';
import { bounceParts, labelledBounces, labelledQuestions, type Split } from './measure/labelled.ts';
import { table } from './measure/share.ts';
import { votesTable } from './measure/votes-table.ts';
import { openDesk, repository } from './open-desk.ts';
import { endQuietlyWithoutReader } from './print.ts';

/**
 * Prints how good the answers are on labelled sets; `held` is the split that nothing was tuned on. `--set` names the
 * only question sets to measure, `--short` leaves the other engines out.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      split: { type: 'string', default: 'held' },
      set: { type: 'string', multiple: true },
      short: { type: 'boolean' },
      misses: { type: 'boolean' },
    },
  });
  const split: Split = values.split === 'tune' ? 'tune' : 'held';
  print(`Answer quality on the ${split} split; in brackets the 95 % interval (Wilson).\n`);
  for (const part of bounceParts[split]) {
    const { rows, misses } = evalBounces(labelledBounces(part));
    if (values.misses) for (const miss of misses) print(`  ${miss}`);
    print(`Reading bounces (${part})\n${table(rows)}\n`);
  }
  const questions = labelledQuestions(split).filter(({ set }) => values.set?.includes(set) ?? true);
  await evalQuestions(questions, { short: values.short ?? false, misses: values.misses ?? false });
  if (!values.short) {
    const { knowledge } = await openDesk(join(repository, 'kb'));
    print(`\n${votesTable(knowledge, questions)}`);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

endQuietlyWithoutReader();
await main();
