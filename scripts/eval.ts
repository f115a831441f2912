import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBounce } from '../bot/bounce/read-bounce.ts';
import { answerText, type FilterAnswer } from './filter.ts';
import { engines } from './measure/engines.ts';
import {
  type LabelledBounce,
  type LabelledQuestion,
  labelledBounces,
  labelledQuestions,
  type Split,
} from './measure/labelled.ts';
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

/** Prints how good the answers are on labelled sets; `held` is the split that nothing was tuned on. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      split: { type: 'string', default: 'held' },
      short: { type: 'boolean' },
      misses: { type: 'boolean' },
    },
  });
  const split: Split = values.split === 'tune' ? 'tune' : 'held';
  print(`Answer quality on the ${split} split; in brackets the 95 % interval (Wilson).\n`);
  evalBounces(labelledBounces(split), values.misses ?? false);
  await evalQuestions(labelledQuestions(split), values.short ?? false, values.misses ?? false);
  if (!values.short) {
    const { knowledge } = await openDesk(join(repository, 'kb'));
    print(`\n${votesTable(knowledge, labelledQuestions(split))}`);
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

async function evalQuestions(
  questions: readonly LabelledQuestion[],
  short: boolean,
  misses: boolean,
): Promise<void> {
  const { knowledge, diagnose } = await openDesk(join(repository, 'kb'));
  const inScope = questions.filter((question) => question.slug !== null);
  const answers = new Map<string, FilterAnswer>();
  for (const { id, text } of questions) answers.set(id, await answerText(id, text, diagnose, true));
  const slugs = (question: LabelledQuestion) =>
    answers.get(question.id)?.articles.map((article) => article.slug) ?? [];

  print(
    `Finding the article: ${inScope.length} questions that an article answers, ${knowledge.library.articles.length} articles`,
  );
  const styles = [...new Set(inScope.map((question) => question.style))].sort();
  const rows = [['', 'first place', 'first three']];
  for (const style of ['all', ...styles]) {
    const some = inScope.filter((question) => style === 'all' || question.style === style);
    rows.push([style, ...placesOf(some, slugs)]);
  }
  print(`${table(rows)}\n`);
  if (misses) {
    for (const question of inScope) {
      const got = answers.get(question.id);
      if (got?.articles[0]?.slug !== question.slug) {
        const list = got?.articles.map((one) => `${one.slug} ${one.confidence}`).join(', ');
        print(
          `  ${question.id} ${question.style} [${question.slug}] ${question.text.slice(0, 160).replaceAll('\n', ' ')}\n      -> ${list}${got?.handOff ? ` (hand-off ${got.handOff})` : ''}`,
        );
      }
    }
  }

  const articles = knowledge.library.articles.filter((article) => article.kind === 'article');
  const engineRows = [
    ['', 'first place', 'first three'],
    ['Hostdesk', ...placesOf(inScope, slugs)],
  ];
  for (const [name, create] of Object.entries(short ? {} : engines)) {
    const find = create(articles);
    // Long pastes are cut for these engines: fuse.js takes seconds for one.
    engineRows.push([name, ...placesOf(inScope, (question) => find(question.text.slice(0, 600)))]);
  }
  print(`Beside other engines on the same articles and questions\n${table(engineRows)}\n`);

  const channel: [LabelledQuestion, FilterAnswer][] = [];
  for (const question of questions)
    channel.push([question, await answerText(question.id, question.text, diagnose, false)]);
  const spoke = channel.filter(([, answer]) => answer.decision === 'answer');
  const spokeInScope = spoke.filter(([question]) => question.slug !== null);
  const rightOnes = spokeInScope.filter(([question, answer]) => answer.articles[0]?.slug === question.slug);
  const outside = questions.filter((question) => question.style === 'out-of-scope');
  const smallTalk = questions.filter((question) => question.style === 'small-talk');
  const spokeOf = (style: string) => spoke.filter(([question]) => question.style === style);
  if (misses) {
    for (const [question, answer] of spoke) {
      if (answer.articles[0]?.slug !== question.slug)
        print(
          `  spoke wrongly: ${question.id} ${question.style} [${question.slug}] ${question.text.slice(0, 160).replaceAll('\n', ' ')} -> ${answer.articles[0]?.slug} ${answer.articles[0]?.confidence}`,
        );
    }
  }
  print('In a channel, where it speaks only when sure');
  print(
    `${table([
      ['questions in scope that got an answer', share(spokeInScope.length, inScope.length)],
      ['of these right', share(rightOnes.length, spokeInScope.length)],
      [
        'hosting questions that no article answers, answered',
        share(spokeOf('out-of-scope').length, outside.length),
      ],
      ['small talk answered', share(spokeOf('small-talk').length, smallTalk.length)],
    ])}\n`,
  );
  print(`Confidence against truth (directed)\n${table(calibration(questions, answers))}`);
}

function placesOf(
  questions: readonly LabelledQuestion[],
  slugsFor: (question: LabelledQuestion) => readonly string[],
): string[] {
  let first = 0;
  let three = 0;
  for (const question of questions) {
    const place = slugsFor(question).indexOf(question.slug ?? '');
    if (place === 0) first++;
    if (place >= 0 && place < 3) three++;
  }
  return [share(first, questions.length), share(three, questions.length)];
}

function calibration(
  questions: readonly LabelledQuestion[],
  answers: ReadonlyMap<string, FilterAnswer>,
): string[][] {
  const rows = [['confidence', 'questions', 'mean confidence', 'right']];
  for (const [low, high] of [
    [0, 0.2],
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 0.95],
    [0.95, 1.01],
  ] as const) {
    const some = questions.flatMap((question) => {
      const top = answers.get(question.id)?.articles[0];
      return top && top.confidence >= low && top.confidence < high
        ? [{ confidence: top.confidence, right: top.slug === question.slug }]
        : [];
    });
    const mean = some.reduce((sum, one) => sum + one.confidence, 0) / Math.max(1, some.length);
    rows.push([
      `${low} to ${Math.min(1, high)}`,
      `${some.length}`,
      mean.toFixed(2),
      share(some.filter((one) => one.right).length, some.length),
    ]);
  }
  return rows;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
