import { join } from 'node:path';
import type { Article } from '../../bot/knowledge/article.ts';
import { answerText, type FilterAnswer } from '../filter.ts';
import { openDesk, repository } from '../open-desk.ts';
import { print } from '../print.ts';
import { engines } from './engines.ts';
import type { LabelledQuestion } from './labelled.ts';
import { share, table } from './share.ts';

interface Answered extends LabelledQuestion {
  readonly directed: FilterAnswer;
  readonly channel: FilterAnswer;
}

/** How well questions find their article, all and set by set, and what a channel gets. */
export async function evalQuestions(
  questions: readonly LabelledQuestion[],
  { short, misses }: { short: boolean; misses: boolean },
): Promise<void> {
  const { knowledge, diagnose } = await openDesk(join(repository, 'kb'));
  const answered: Answered[] = [];
  for (const question of questions) {
    const directed = await answerText(question.id, question.text, diagnose, true);
    answered.push({
      ...question,
      directed,
      channel: await answerText(question.id, question.text, diagnose, false),
    });
  }
  const { articles } = knowledge.library;
  await print(`${places(answered, articles.length)}\n\n`);
  if (!short) await print(`${otherEngines(answered, articles)}\n\n`);
  await print(`${inChannel(answered)}\n\n`);
  await print(`Confidence against truth (directed)\n${table(calibration(answered))}\n`);
  if (misses) for (const line of missesOf(answered)) await print(`${line}\n`);
}

const groupsOf = (questions: readonly Answered[], key: (question: Answered) => string) =>
  [...new Set(questions.map(key))]
    .sort()
    .map((name) => [name, questions.filter((question) => key(question) === name)] as const);

const inScopeOf = (questions: readonly Answered[]) => questions.filter(({ slug }) => slug !== null);

function places(answered: readonly Answered[], articles: number): string {
  const inScope = inScopeOf(answered);
  const rows = [
    ['', 'first place', 'first three'],
    ['all', ...placesOf(inScope, slugsOf)],
  ];
  for (const [style, some] of groupsOf(inScope, (question) => question.style))
    rows.push([style, ...placesOf(some, slugsOf)]);
  for (const [set, some] of groupsOf(inScope, (question) => question.set))
    rows.push([set, ...placesOf(some, slugsOf)]);
  const title = `Finding the article: ${inScope.length} questions that an article answers, ${articles} articles`;
  return `${title}\n${table(rows)}`;
}

const slugsOf = ({ directed }: Answered) => directed.articles.map(({ slug }) => slug);

/** fuse.js takes a third of a second for a question: asking it all would take ten minutes. */
const everyOf = 3;

function otherEngines(answered: readonly Answered[], articles: readonly Article[]): string {
  const inScope = inScopeOf(answered).filter((_, at) => at % everyOf === 0);
  const rows = [
    ['', 'first place', 'first three'],
    ['Hostdesk', ...placesOf(inScope, slugsOf)],
  ];
  for (const [name, create] of Object.entries(engines)) {
    const find = create(articles.filter(({ kind }) => kind === 'article'));
    // Long pastes are cut for these engines: fuse.js takes seconds for one.
    rows.push([name, ...placesOf(inScope, ({ text }) => find(text.slice(0, 600)))]);
  }
  return `Beside other engines on the same articles and every third question, ${inScope.length}\n${table(rows)}`;
}

function placesOf(
  questions: readonly Answered[],
  slugsFor: (question: Answered) => readonly string[],
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

const isRight = ({ slug, channel }: Answered) => channel.articles[0]?.slug === slug;

function inChannel(answered: readonly Answered[]): string {
  const groups = [['all', answered] as const, ...groupsOf(answered, ({ set }) => set)];
  const columns = groups.map(([name, some]) => {
    const spoken = (questions: readonly Answered[]) =>
      questions.filter(({ channel }) => channel.decision === 'answer');
    const inScope = inScopeOf(some);
    const outside = some.filter(({ style }) => style === 'out-of-scope');
    const smallTalk = some.filter(({ style }) => style === 'small-talk');
    return [
      name,
      share(spoken(inScope).length, inScope.length),
      share(spoken(inScope).filter(isRight).length, spoken(inScope).length),
      share(spoken(outside).length, outside.length),
      share(spoken(smallTalk).length, smallTalk.length),
    ];
  });
  const heads = [
    '',
    'in scope, answered',
    'of these right',
    'out of scope, answered',
    'small talk, answered',
  ];
  return `In a channel, where it speaks only when sure\n${table([heads, ...columns])}`;
}

function calibration(answered: readonly Answered[]): string[][] {
  const rows = [['confidence', 'questions', 'mean confidence', 'right']];
  for (const [low, high] of [
    [0, 0.2],
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 0.95],
    [0.95, 1.01],
  ] as const) {
    const some = answered.flatMap(({ slug, directed }) => {
      const [top] = directed.articles;
      const within = top !== undefined && top.confidence >= low && top.confidence < high;
      return within ? [{ confidence: top.confidence, right: top.slug === slug }] : [];
    });
    const mean = some.reduce((sum, one) => sum + one.confidence, 0) / Math.max(1, some.length);
    const right = some.filter((one) => one.right).length;
    rows.push([
      `${low} to ${Math.min(1, high)}`,
      `${some.length}`,
      mean.toFixed(2),
      share(right, some.length),
    ]);
  }
  return rows;
}

function* missesOf(answered: readonly Answered[]): Generator<string> {
  for (const { id, style, slug, text, directed, channel } of answered) {
    const wrong = slug !== null && directed.articles[0]?.slug !== slug;
    const spoke = channel.decision === 'answer' && channel.articles[0]?.slug !== slug;
    if (!wrong && !spoke) continue;
    const list = directed.articles.map((one) => `${one.slug} ${one.confidence}`).join(', ');
    const handedOff = directed.handOff ? ` (hand-off ${directed.handOff})` : '';
    const start = text.slice(0, 160).replaceAll('\n', ' ');
    yield `  ${id} ${style} [${slug}] ${start}\n      -> ${spoke ? 'spoke: ' : ''}${list}${handedOff}`;
  }
}
