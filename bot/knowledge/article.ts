import matter from 'gray-matter';
import { type FrontMatter, frontMatter } from './front-matter.ts';
import { fillFacts, type HouseFacts } from './house-facts.ts';
import { type MarkdownSection, sectionsOf } from './markdown-sections.ts';

/** A part of an article under one heading. The part before the first heading has the id ''. */
export interface Section extends MarkdownSection {
  readonly answers: readonly string[];
  readonly asks: readonly string[];
}

/** One article of the knowledge base, its variables filled in. */
export interface Article extends Omit<FrontMatter, 'sections'> {
  readonly slug: string;
  readonly topic: string;
  /** Path below the knowledge base's folder. */
  readonly path: string;
  readonly body: string;
  readonly sections: readonly Section[];
}

/** What is wrong with a file, where, and what to do about it. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export type Parsed = { article: Article; problems: [] } | { article?: undefined; problems: Problem[] };

/** Reads one Markdown file. Never throws: whatever is wrong is a problem with its line. */
export function parseArticle(source: string, path: string, facts: HouseFacts): Parsed {
  return parse(source, path, facts, (data) => data);
}

/** The same for a draft, which nobody has reviewed yet. In the knowledge base it would be a broken file, never in service. */
export function parseDraft(source: string, path: string, facts: HouseFacts): Parsed {
  const notYet = { date: '1970-01-01', by: 'nobody yet' };
  return parse(source, path, facts, (data) =>
    typeof data === 'object' && data !== null ? { reviewed: notYet, ...data } : data,
  );
}

function parse(
  source: string,
  path: string,
  facts: HouseFacts,
  complete: (data: unknown) => unknown,
): Parsed {
  const problems: Problem[] = [];
  const report = (line: number, message: string) => problems.push({ path, line, message });

  const topicAndSlug = /^([a-z0-9-]+)\/([a-z0-9-]+)\.md$/.exec(path);
  if (!topicAndSlug) report(1, 'must lie at TOPIC/SLUG.md, both in lower case with hyphens: rename the file');

  const head = readFrontMatter(source);
  if ('error' in head) {
    report(head.line, head.error);
    return { problems };
  }
  const checked = frontMatter.safeParse(complete(head.data));
  for (const issue of checked.success ? [] : checked.error.issues) {
    const field = String(issue.path[0] ?? '');
    report(lineOf(source, field), `${issue.path.join('.') || 'front matter'}: ${issue.message}`);
  }

  const unknownVariables = new Set<string>();
  const fill = (text: string): string => {
    const filled = fillFacts(text, facts);
    for (const name of filled.unknown) unknownVariables.add(name);
    return filled.text;
  };
  const body = fill(head.content).trim();
  if (body === '') report(head.bodyLine, 'has no text below the front matter: write the answer there');
  if (!checked.success || !topicAndSlug) return { problems };

  const { sections: declared, ...fields } = checked.data;
  const sections = sectionsOf(body).map((section) => {
    const about = declared.find((entry) => entry.heading === section.heading);
    return { ...section, answers: about?.answers ?? [], asks: about?.asks ?? [] };
  });
  for (const entry of declared) {
    if (sections.every((section) => section.heading !== entry.heading)) {
      report(
        lineOf(source, entry.heading),
        `sections: no heading "${entry.heading}" in the text: correct one of the two`,
      );
    }
  }
  const article: Article = {
    ...fields,
    title: fill(fields.title),
    summary: fill(fields.summary),
    slug: topicAndSlug[2] ?? '',
    topic: topicAndSlug[1] ?? '',
    path,
    body,
    sections,
  };
  for (const name of unknownVariables) {
    report(
      lineOf(source, `{{ ${name} }}`),
      `{{ ${name} }} is no house fact: see bot/knowledge/house-facts.ts for the names`,
    );
  }
  return problems.length > 0 ? { problems } : { article, problems: [] };
}

type Head = { data: unknown; content: string; bodyLine: number } | { error: string; line: number };

function readFrontMatter(source: string): Head {
  if (!/^---\r?\n/.test(source)) {
    return {
      error: 'has no front matter: begin the file with a line ---, the fields, and a line ---',
      line: 1,
    };
  }
  if (!/\n---[ \t]*(?:\r?\n|$)/.test(source))
    return { error: 'the front matter has no closing line ---', line: 1 };
  try {
    // The options object keeps gray-matter from caching (a broken file would come back as an empty one), and
    // leaves it only YAML: its other engine evaluates JavaScript.
    const parsed = matter(source, { language: 'yaml', engines: { javascript: refuseScript } });
    return {
      data: parsed.data,
      content: parsed.content,
      bodyLine: source.split('\n').length - parsed.content.split('\n').length + 1,
    };
  } catch (error) {
    const mark = (error as { mark?: { line?: number } }).mark;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {
      error: `front matter is not valid YAML: ${reason}: put the text in double quotes if it has a colon or #`,
      line: (mark?.line ?? 0) + 1,
    };
  }
}

function refuseScript(): never {
  throw new Error('only YAML front matter is read');
}

function lineOf(source: string, words: string): number {
  if (words === '') return 1;
  const at = source.indexOf(words);
  return at < 0 ? 1 : source.slice(0, at).split('\n').length;
}
