import { type ArticleHead, articleSource } from '../../knowledge/article-source.ts';
import type { Library } from '../../knowledge/library.ts';
import type { Search } from '../../knowledge/search.ts';
import { oneLine, shorten, visibleText } from '../../markdown/visible-text.ts';
import { maskPersonal } from '../../privacy/mask.ts';
import { draftAsks } from './draft-asks.ts';

/** What staff decide about a draft, and what it is made from. */
export interface DraftInput {
  readonly title: string;
  /** A topic of the knowledge base or a new one. */
  readonly topic: string;
  /** Customers' questions as the memory keeps them. */
  readonly questions: readonly string[];
  /** The words that helped, Markdown. */
  readonly answer: string;
  /** Without it, the beginning of the answer; one that is too short follows the title. */
  readonly summary?: string;
  readonly keywords?: readonly string[];
  /** Slugs; those that are no articles are left out. */
  readonly related?: readonly string[];
}

/** An article's file that nobody has reviewed: it lacks `reviewed`, without which no article goes into service. */
export interface Draft {
  readonly topic: string;
  /** Wished for: another one with the same slug makes it `SLUG-2`. */
  readonly slug: string;
  readonly source: string;
}

const longestTitle = 90;
const [shortestSummary, longestSummary] = [20, 300];
const mostRelated = 4;
const remark =
  'A draft. When it is right, add a line such as `reviewed: { date: 2026-11-23, by: Anna }`, move the file into the knowledge base and run `npm run kb:check`.';

/** Puts a draft together, masked; pure. Whatever is still missing in it is for the checks to say. */
export function draftFrom(input: DraftInput, library: Library, search: Search): Draft {
  const title = shorten(plainLine(input.title), longestTitle) || 'Untitled';
  const answer = visibleText(maskPersonal(input.answer)).trim();
  const { asks, phrases, answers } = draftAsks(
    input.questions,
    library,
    (text) => search.rank(text).query.corrected,
  );
  const related = [...new Set(input.related ?? [])].filter((slug) => library.get(slug)).slice(0, mostRelated);
  const keywords = (input.keywords ?? []).map(plainLine).filter((word) => word !== '');
  const head: ArticleHead = {
    title,
    summary: summaryFrom(input.summary, answer, title),
    // Nobody may have asked yet; the title is the least that people may type.
    asks: asks.length > 0 ? [...asks] : [title.toLowerCase()],
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(phrases.length > 0 ? { phrases: [...phrases] } : {}),
    ...(answers.length > 0 ? { answers: [...answers] } : {}),
    ...(related.length > 0 ? { related } : {}),
    helpful: 0,
  };
  const body = /^## /m.test(answer) ? answer : `## What to do\n${answer}`;
  return {
    topic: pathPart(input.topic) || 'new',
    slug: pathPart(title) || 'untitled',
    source: articleSource(head, body, remark),
  };
}

/** One line, masked, as people read it. */
const plainLine = (text: string): string => oneLine(maskPersonal(text));

function summaryFrom(given: string | undefined, answer: string, title: string): string {
  const told = plainLine(given ?? '');
  if (told.length >= shortestSummary) return shorten(told, longestSummary);
  if (told !== '') return shorten(`${title}: ${told}`, longestSummary);
  const prose = oneLine(
    answer
      .replace(/^#{1,6} .*$/gm, ' ')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[*`_>#]|^\s*(?:\d+[.)]|[-+]) /gm, ''),
  );
  let summary = '';
  for (const sentence of prose.match(/[^.!?]+(?:[.!?]+|$)/g) ?? []) {
    if (summary.length >= shortestSummary) break;
    summary += sentence;
  }
  const beginning = summary.trim();
  return shorten(
    beginning.length >= shortestSummary ? beginning : oneLine(`${title}: ${beginning}`),
    longestSummary,
  );
}

/** Letters and digits of a name of a file or folder, at most sixty; nothing that leads elsewhere. */
function pathPart(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}
