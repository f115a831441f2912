import type { Article } from '../article.ts';
import { houseFacts } from '../house-facts.ts';
import type { Library } from '../library.ts';
import { linksOf } from '../markdown-sections.ts';
import { trigramCosine, trigramsOf } from '../trigrams.ts';
import { wordsOf } from '../words.ts';
import type { CheckFinding } from './finding.ts';

const shortest = 150;
const longest = 900;
const fewestAsks = 12;
const sameTitle = 0.82;

/** Links between articles, headings, lengths and hard-coded numbers; `source` is the file as it is written. */
export function checkStructure(article: Article, source: string, library: Library): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const { path } = article;
  const report = (check: CheckFinding['check'], line: number, message: string) =>
    findings.push({ check, path, line, message });
  for (const { slug, section } of linksOf(article.body)) {
    const target = library.get(slug);
    const line = lineOf(source, `${slug}.md`);
    if (!target) report('links', line, `links to ${slug}.md, which does not exist`);
    else if (section && target.sections.every(({ id }) => id !== section))
      report('links', line, `${slug}.md has no heading #${section}`);
  }
  for (const slug of article.related) {
    if (!library.get(slug)) report('links', lineOf(source, slug), `related: ${slug} does not exist`);
    if (slug === article.slug)
      report('links', lineOf(source, 'related'), 'related: names the article itself');
  }
  const ids = article.sections.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at))) {
    report('headings', 1, `two headings have the anchor #${id}: rename one`);
  }
  if (article.kind === 'article') {
    if (ids.filter((id) => id !== '').length === 0)
      report('headings', 1, 'has no heading: begin the steps with ## …');
    const words = article.body.split(/\s+/).length;
    if (words < shortest || words > longest)
      report('headings', 1, `has ${words} words; ${shortest} to ${longest} are read best`);
    if (article.asks.length < fewestAsks)
      report(
        'front-matter',
        lineOf(source, 'asks:'),
        `asks: has ${article.asks.length}, give at least ${fewestAsks}`,
      );
  }
  findings.push(...hardCodedNumbers(path, source));
  return findings;
}

/** Ports and names of the house must come from settings: the example values of the facts, in text that customers read. */
function hardCodedNumbers(path: string, source: string): CheckFinding[] {
  const end = source.indexOf('\n---', 4);
  const prose = source.split('\n').map((line, at) => ({ line, number: at + 1 }));
  const bodyFrom = source.slice(0, end).split('\n').length + 1;
  const findings: CheckFinding[] = [];
  for (const { line, number } of prose) {
    if (number <= bodyFrom && !/^(?:title|summary):/.test(line)) continue;
    for (const { name, example } of houseFacts) {
      const pattern = portOf(name, example);
      if (pattern?.test(line.replace(/\{\{[^}]*\}\}/g, ''))) {
        findings.push({
          check: 'house-facts',
          path,
          line: number,
          message: `writes ${example}: use {{ ${name} }}`,
        });
      }
    }
  }
  return findings;
}

function portOf(name: string, example: string): RegExp | undefined {
  if (!name.endsWith('_port') || example.length < 3) return undefined;
  return new RegExp(`(?<![\\d.])${example}(?![\\d.]\\d|\\d)`);
}

/** Two titles that a reader could not tell apart. */
export function checkTitles(articles: readonly Article[]): CheckFinding[] {
  const titles = articles.map((article) => ({
    article,
    trigrams: trigramsOf(wordsOf(article.title).map((word) => word.folded)),
  }));
  const findings: CheckFinding[] = [];
  titles.forEach(({ article, trigrams }, at) => {
    for (const other of titles.slice(at + 1)) {
      if (trigramCosine(trigrams, other.trigrams) < sameTitle) continue;
      const message = `the title is nearly that of ${other.article.path}: "${other.article.title}"`;
      findings.push({ check: 'titles', path: article.path, line: 1, message });
    }
  });
  return findings;
}

/** Each bounce reason that a customer can meet has an article. */
export function checkCoverage(reasons: readonly string[], library: Library): CheckFinding[] {
  return reasons
    .filter((reason) => !library.answering(reason))
    .map((reason) => ({
      check: 'coverage',
      path: '',
      line: 0,
      message: `no article says that it answers ${reason}`,
    }));
}

export function lineOf(source: string, words: string): number {
  const at = source.indexOf(words);
  return at < 0 ? 1 : source.slice(0, at).split('\n').length;
}
