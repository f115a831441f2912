import type { Figures } from '../../memory/figures.ts';
import type { Outcome } from '../../memory/outcomes.ts';
import { personKey } from '../../memory/person.ts';
import type { GapGroup } from '../gaps/gap-group.ts';

/**
 * What became of a question, one of these: `unknown` was answered and nobody said anything, `unanswered` was unsure or
 * only suggested, `silent` is what the desk heard in a channel and did not speak to. Only `helped` counts as solved.
 */
export const fates = ['helped', 'unknown', 'not-helped', 'handed-over', 'unanswered', 'silent'] as const;
export type Fate = (typeof fates)[number];
type Fates = Readonly<Record<Fate, number>>;

/** A day or a week, by UTC. */
export interface ReportSpan {
  readonly from: number;
  readonly fates: Fates;
}

export interface ReportArticle {
  readonly slug: string;
  /** Questions to which it was the answer, and of how many of them somebody said that it helped or did not. */
  readonly shown: number;
  readonly helped: number;
  readonly notHelped: number;
}

/** How the desk did in a time. */
export interface Report {
  readonly since: number;
  readonly until: number;
  /** Different people whose questions were not passed over in silence. */
  readonly people: number;
  readonly figures: Figures;
  /** From hearing a question to its reply, over everything that got one; `undefined` where nothing did. */
  readonly timeToAnswerMs: { readonly p50: number; readonly p95: number } | undefined;
  readonly spanDays: 1 | 7;
  readonly spans: readonly ReportSpan[];
  /** Shown most often first. */
  readonly articles: readonly ReportArticle[];
  readonly gaps: readonly GapGroup[];
}

export interface ReportParts {
  readonly memory: {
    figures(since: number, until: number): Promise<Figures>;
    readonly questions: { between(since: number, until: number): AsyncIterable<Outcome> };
  };
  readonly gaps: readonly GapGroup[];
}

const dayMs = 86_400_000;
const mostDaysByDay = 62;

export async function readReport(
  { memory, gaps }: ReportParts,
  since: number,
  until: number,
): Promise<Report> {
  const spanDays = until - since > mostDaysByDay * dayMs ? 7 : 1;
  const spanMs = spanDays * dayMs;
  const first = Math.floor(since / dayMs) * dayMs;
  const spans = Array.from({ length: Math.max(0, Math.ceil((until - first) / spanMs)) }, (_, at) => ({
    from: first + at * spanMs,
    fates: Object.fromEntries(fates.map((fate) => [fate, 0])) as Record<Fate, number>,
  }));
  const people = new Set<string>();
  const times: number[] = [];
  const articles = new Map<string, { shown: number; helped: number; notHelped: number }>();
  for await (const outcome of memory.questions.between(since, until)) {
    const span = spans[Math.floor((outcome.askedAt - first) / spanMs)];
    if (span) span.fates[fateOf(outcome)] += 1;
    if (outcome.decision === 'silent') continue;
    people.add(personKey(outcome.asker));
    times.push(outcome.answeredAt - outcome.askedAt);
    if (outcome.decision === 'answer' && outcome.shown !== undefined)
      countArticle(articles, outcome.shown, outcome);
  }
  return {
    since,
    until,
    people: people.size,
    figures: await memory.figures(since, until),
    timeToAnswerMs: percentiles(times),
    spanDays,
    spans,
    articles: [...articles]
      .map(([slug, counts]) => ({ slug, ...counts }))
      .sort((a, b) => b.shown - a.shown || (a.slug < b.slug ? -1 : 1)),
    gaps,
  };
}

export function fateOf({ decision, helped, notHelped, handedOver }: Outcome): Fate {
  if (helped) return 'helped';
  if (handedOver) return 'handed-over';
  if (notHelped) return 'not-helped';
  if (decision === 'silent') return 'silent';
  return decision === 'answer' ? 'unknown' : 'unanswered';
}

function countArticle(
  articles: Map<string, { shown: number; helped: number; notHelped: number }>,
  slug: string,
  { helped, notHelped }: Outcome,
): void {
  const counts = articles.get(slug) ?? { shown: 0, helped: 0, notHelped: 0 };
  counts.shown += 1;
  if (helped) counts.helped += 1;
  else if (notHelped) counts.notHelped += 1;
  articles.set(slug, counts);
}

function percentiles(times: readonly number[]): Report['timeToAnswerMs'] {
  if (times.length === 0) return undefined;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
