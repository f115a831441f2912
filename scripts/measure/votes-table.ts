import { createDiagnose, type Diagnose } from '../../bot/desk/diagnosis.ts';
import { createRandom } from '../../bot/hosting/demo/random.ts';
import type { KnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';
import type { Learned } from '../../bot/knowledge/learned.ts';
import { brigadeOn } from './brigade.ts';
import { asAsked, type HistoryParts, learn, replayHistory, usualHistory } from './history.ts';
import { type LabelledQuestion, labelledQuestions } from './labelled.ts';
import { share, table } from './share.ts';

const brigadePeople = 5;
const brigadeDays = 5;
/** The questions that are asked most, and so give most votes against it, are what a brigade would go for. */
const brigadeQuestions = 10;

/** What a replayed history of votes on the tune split changes: on `unseen` questions, and when the same are asked again. */
export function votesTable({ library, search }: KnowledgeBase, unseen: readonly LabelledQuestion[]): string {
  const tune = labelledQuestions('tune');
  const diagnoseWith = (learned: Learned | undefined): Diagnose => createDiagnose(library, search, learned);
  const parts: HistoryParts = { questions: tune, library, search, diagnoseWith };
  const ballots = replayHistory(parts, usualHistory);
  const without = diagnoseWith(undefined);
  const attacked = tune.filter(({ slug }) => slug !== null).slice(0, brigadeQuestions);
  const from = Math.max(...ballots.map(({ at }) => at));
  const attack = brigadeOn(attacked, without, { people: brigadePeople, days: brigadeDays, from });

  const columns: [string, Diagnose][] = [
    ['without', without],
    ['with', diagnoseWith(learn(parts, ballots))],
    [`with, and a brigade of ${brigadePeople}`, diagnoseWith(learn(parts, [...ballots, ...attack]))],
    [`only the brigade`, diagnoseWith(learn(parts, attack))],
  ];
  const random = createRandom('asked again');
  const again = tune.map((question) => ({ ...question, text: asAsked(question.text, random) }));
  const groups: [string, readonly LabelledQuestion[]][] = [
    ['unseen', unseen],
    ['asked again', again],
    ['attacked', attacked],
  ];
  const rows = [
    ['', ...columns.map(([name]) => name)],
    ...groups.flatMap(([name, questions]) => rowsOf(name, questions, columns)),
  ];
  const helped = ballots.filter((ballot) => ballot.helped).length;
  return [
    `What votes teach: ${usualHistory.askings} questions of the tune split in ${usualHistory.days} days, ${helped} votes that it helped, ${ballots.length - helped} that it did not`,
    table(rows),
  ].join('\n');
}

function rowsOf(
  name: string,
  questions: readonly LabelledQuestion[],
  columns: readonly [string, Diagnose][],
): string[][] {
  const measured = columns.map(([, diagnose]) => measure(questions, diagnose));
  return [
    [`${name}: first place`, ...measured.map(({ first, inScope }) => share(first, inScope))],
    [`${name}: first three`, ...measured.map(({ three, inScope }) => share(three, inScope))],
    [`${name}: answered in a channel`, ...measured.map(({ spoke }) => `${spoke}`)],
    [`${name}: of these right`, ...measured.map(({ right, spoke }) => share(right, spoke))],
  ];
}

function measure(questions: readonly LabelledQuestion[], diagnose: Diagnose) {
  const counts = { inScope: 0, first: 0, three: 0, spoke: 0, right: 0 };
  for (const { text, slug } of questions) {
    const { findings } = diagnose(text, { directed: true });
    const slugs = findings.map(({ article }) => article.slug);
    if (slug !== null) {
      counts.inScope++;
      if (slugs[0] === slug) counts.first++;
      if (slugs.includes(slug)) counts.three++;
    }
    const channel = diagnose(text, { directed: false });
    if (channel.decision !== 'answer') continue;
    counts.spoke++;
    if (channel.findings[0]?.article.slug === slug) counts.right++;
  }
  return counts;
}
