import { oneLine, shorten } from '../../markdown/visible-text.ts';
import type { GapGroup } from '../gaps/gap-group.ts';
import type { Report } from './report.ts';
import { count, day, duration, figureRows, kindsOf, percent, period, plural } from './report-words.ts';

const mostArticles = 15;
const mostGroups = 20;
const mostExamples = 2;
const longestExample = 140;

/** The report for a terminal. */
export function reportText(report: Report): string {
  const { people, figures, timeToAnswerMs: time, articles, gaps } = report;
  const lines = [`Questions from ${period(report)}, ${plural(people, 'person', 'people')}`, ''];
  for (const { name, value, meaning } of figureRows(report))
    lines.push(
      `  ${name.padEnd(12)}${count(value).padStart(8)}${percent(value, figures.asked).padStart(9)}   ${meaning}`,
    );
  lines.push('', `  time to answer: ${time ? `p50 ${duration(time.p50)}, p95 ${duration(time.p95)}` : '–'}`);
  if (articles.length > 0) {
    lines.push('', 'Articles shown most          shown  helped  not helped');
    for (const { slug, shown, helped, notHelped } of articles.slice(0, mostArticles))
      lines.push(
        `  ${slug.padEnd(26)}${count(shown).padStart(6)}${count(helped).padStart(8)}${count(notHelped).padStart(12)}`,
      );
  }
  const questions = gaps.reduce((sum, group) => sum + group.questions, 0);
  lines.push(
    '',
    `What could not be answered: ${plural(questions, 'question')} in ${plural(gaps.length, 'group')}`,
  );
  for (const [at, group] of gaps.slice(0, mostGroups).entries()) lines.push(...groupLines(group, at + 1));
  if (gaps.length > mostGroups) lines.push(`  … and ${plural(gaps.length - mostGroups, 'group')} more`);
  return `${lines.join('\n')}\n`;
}

function groupLines(group: GapGroup, number: number): string[] {
  const { people, questions, nearest, firstAt, examples } = group;
  return [
    `${String(number).padStart(4)}. ${plural(people, 'person', 'people')}, ${plural(questions, 'question')} since ${day(firstAt)}: ${kindsOf(group)}`,
    `      nearest: ${nearest ? `${nearest.slug} (to ${count(nearest.questions)})` : 'no article'}`,
    ...examples.slice(0, mostExamples).map((text) => `      “${shorten(oneLine(text), longestExample)}”`),
  ];
}
