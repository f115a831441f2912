import { oneLine, shorten } from '../../markdown/visible-text.ts';
import type { GapGroup } from '../gaps/gap-group.ts';
import { type Bar, lyingBars, standingBars } from './bar-charts.ts';
import { escapeHtml } from './escape-html.ts';
import { fates, type Report } from './report.ts';
import {
  count,
  day,
  duration,
  fateWords,
  figureRows,
  kindsOf,
  percent,
  period,
  plural,
} from './report-words.ts';
import { styles } from './styles.ts';

const mostArticles = 12;
const mostGroups = 30;
const longestExample = 300;

/** The report as one page that needs nothing else: no script, no font, no picture from elsewhere. `titleOf`: an article's title. */
export function reportPage(
  report: Report,
  titleOf: (slug: string) => string,
  { sample = false }: { readonly sample?: boolean } = {},
): string {
  const { gaps, people } = report;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Hostdesk report, ${period(report)}</title>
<style>${styles}</style>
</head>
<body>
<main>
<h1>How the desk did</h1>
<p class="lead">${period(report)}, ${plural(people, 'person', 'people')}${sample ? '. Sample data: nobody asked any of this' : ''}</p>
${tiles(report)}
${overTime(report)}
${articles(report, titleOf)}
<section>
<h2>What could not be answered</h2>
<p>${plural(sum(gaps.map(({ questions }) => questions)), 'question')} in ${plural(gaps.length, 'group')} that mean the same; personal data is masked.</p>
${gapChart(gaps, titleOf)}
${gaps
  .slice(0, mostGroups)
  .map((group, at) => gapCard(group, at + 1, titleOf))
  .join('\n')}
${gaps.length > mostGroups ? `<p>… and ${plural(gaps.length - mostGroups, 'group')} more.</p>` : ''}
</section>
</main>
</body>
</html>
`;
}

function tiles(report: Report): string {
  const { figures, timeToAnswerMs: time } = report;
  const boxes = figureRows(report).map(
    ({ name, value, meaning }) =>
      `<div><dt>${name}</dt><dd><b>${count(value)}</b> <i>${percent(value, figures.asked)}</i><small>${meaning}</small></dd></div>`,
  );
  const took = time ? `<b>${duration(time.p50)}</b> <i>p95 ${duration(time.p95)}</i>` : '<b>–</b>';
  boxes.push(
    `<div><dt>time to answer</dt><dd>${took}<small>half of the replies were no slower</small></dd></div>`,
  );
  return `<dl class="tiles">${boxes.join('')}</dl>`;
}

function overTime(report: Report): string {
  const { spans, spanDays } = report;
  const each = spanDays === 1 ? 'day' : 'week';
  const bars: Bar[] = spans.map(({ from, fates: counts }) => ({
    label: day(from).slice(5),
    parts: fates.map((name) => ({ name, value: counts[name] })),
  }));
  const totals = fates.map((fate) => `${sum(spans.map((span) => span.fates[fate]))} ${fateWords[fate]}`);
  const legend = fates.map((fate) => `<li><i class="${fate}"></i>${fateWords[fate]}</li>`).join('');
  return `<section>
<h2>What became of the questions, by ${each}</h2>
<ul class="legend">${legend}</ul>
${standingBars(bars, `Bars by ${each}. In all: ${totals.join(', ')}.`)}
${table(
  [each, ...fates.map((fate) => fateWords[fate])],
  spans.map(({ from, fates: counts }) => [day(from), ...fates.map((fate) => count(counts[fate]))]),
)}
</section>`;
}

function articles(report: Report, titleOf: (slug: string) => string): string {
  const rows = report.articles.slice(0, mostArticles);
  if (rows.length === 0) return '';
  const bars: Bar[] = rows.map(({ slug, shown, helped, notHelped }) => ({
    label: titleOf(slug),
    parts: [
      { name: 'helped', value: helped },
      { name: 'not-helped', value: notHelped },
      { name: 'unknown', value: shown - helped - notHelped },
    ],
  }));
  return `<section>
<h2>Articles shown most</h2>
<ul class="legend"><li><i class="helped"></i>helped</li><li><i class="not-helped"></i>did not help</li><li><i class="unknown"></i>nobody said</li></ul>
${lyingBars(bars, `Bars by article, the most shown first: ${rows.map(({ slug, shown }) => `${titleOf(slug)} ${shown}`).join(', ')}.`)}
${table(
  ['article', 'shown', 'helped', 'did not help'],
  report.articles.map(({ slug, shown, helped, notHelped }) => [
    titleOf(slug),
    count(shown),
    count(helped),
    count(notHelped),
  ]),
)}
</section>`;
}

function gapChart(gaps: readonly GapGroup[], titleOf: (slug: string) => string): string {
  const rows = gaps.slice(0, mostArticles);
  if (rows.length === 0) return '<p>Nothing is waiting here.</p>';
  const bars: Bar[] = rows.map(({ people, examples }, at) => ({
    label: `${at + 1}. ${shorten(oneLine(examples[0] ?? ''), 60)}`,
    parts: [{ name: 'unanswered', value: people }],
  }));
  return `<h3>People who asked, by group</h3>
${lyingBars(bars, `Bars by group, most people first: ${bars.map(({ label }, at) => `${label}: ${rows[at]?.people}`).join('; ')}.`)}
${table(
  ['group', 'people', 'questions', 'nearest article', 'since'],
  rows.map(({ people, questions, nearest, firstAt }, at) => [
    `${at + 1}`,
    count(people),
    count(questions),
    nearest ? titleOf(nearest.slug) : 'none',
    day(firstAt),
  ]),
)}`;
}

function gapCard(group: GapGroup, number: number, titleOf: (slug: string) => string): string {
  const { people, questions, firstAt, lastAt, nearest, examples } = group;
  const near = nearest
    ? `nearest: ${escapeHtml(titleOf(nearest.slug))} (to ${count(nearest.questions)})`
    : 'nearest: no article';
  return `<article>
<h3>${number}. ${plural(people, 'person', 'people')}, ${plural(questions, 'question')}</h3>
<p>${kindsOf(group)}; ${near}; ${day(firstAt)} to ${day(lastAt)}</p>
<ul>${examples.map((text) => `<li>${escapeHtml(shorten(oneLine(text), longestExample))}</li>`).join('')}</ul>
</article>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: 'th' | 'td') =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<details><summary>As a table</summary><div class="wide"><table><thead>${cells(head, 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('')}</tbody></table></div></details>`;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
