import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBounce } from '../bot/bounce/read-bounce.ts';
import { evalQuestions } from './measure/eval-questions.ts';
import { type LabelledBounce, labelledBounces, labelledQuestions, type Split } from './measure/labelled.ts';
import { share, table } from './measure/share.ts';
import { votesTable } from './measure/votes-table.ts';
import { openDesk, repository } from './open-desk.ts';

const facts = [
  'replyCode',
  'statusCode',
  'clientCode',
  'domain',
  'count',
  'limit',
  'percent',
  'remoteHost',
] as const;

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
  evalBounces(labelledBounces(split), values.misses ?? false);
  const questions = labelledQuestions(split).filter(({ set }) => values.set?.includes(set) ?? true);
  await evalQuestions(questions, { short: values.short ?? false, misses: values.misses ?? false });
  if (!values.short) {
    const { knowledge } = await openDesk(join(repository, 'kb'));
    print(`\n${votesTable(knowledge, questions)}`);
  }
}

function evalBounces(samples: readonly LabelledBounce[], misses: boolean): void {
  const errors = samples.filter((sample) => sample.errors.length > 0);
  const nothing = samples.filter((sample) => sample.errors.length === 0);
  let right = 0;
  let wanted = 0;
  let found = 0;
  const factHits = new Map<string, [number, number]>();
  for (const sample of errors) {
    const read = readBounce(sample.text);
    if (read[0]?.reason === sample.errors[0]?.reason) right++;
    else if (misses)
      print(`  ${sample.id} [${sample.errors[0]?.reason}] read as ${read[0]?.reason ?? 'nothing'}`);
    wanted += sample.errors.length;
    sample.errors.forEach((error, at) => {
      const same =
        read[at]?.reason === error.reason ? read[at] : read.find((other) => other.reason === error.reason);
      if (same) found++;
      for (const fact of facts) {
        const hits = factHits.get(fact) ?? [0, 0];
        if ((error[fact] ?? null) !== null || (same?.[fact] ?? null) !== null) hits[1]++;
        if (
          (error[fact] ?? null) !== null &&
          String(error[fact]).toLowerCase() === String(same?.[fact]).toLowerCase()
        )
          hits[0]++;
        factHits.set(fact, hits);
      }
    });
  }
  const named = nothing.filter((sample) => readBounce(sample.text).length > 0);
  if (misses)
    for (const sample of named)
      print(`  ${sample.id} [nothing] read as ${readBounce(sample.text)[0]?.reason}`);
  print('Reading bounces');
  const rows = [
    ['first reason right', share(right, errors.length)],
    ['every named reason found', share(found, wanted)],
    ['a reason named where there is no mail error', share(named.length, nothing.length)],
    ...[...factHits].map(([fact, [hits, total]]) => [`  ${fact}, where it stands`, share(hits, total)]),
  ];
  print(`${table(rows)}\n`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
