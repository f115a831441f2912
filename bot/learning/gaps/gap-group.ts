import { createHash } from 'node:crypto';
import { type Gap, type GapKind, gapKinds } from './gap.ts';

/** Questions that mean the same. */
export interface GapGroup {
  /** The same for the same group as long as its leading question is the same. */
  readonly id: string;
  readonly questions: number;
  readonly people: number;
  readonly kinds: Readonly<Record<GapKind, number>>;
  /** Different texts, masked, the commonest first, at most `mostExamples`. */
  readonly examples: readonly string[];
  /** The article that came nearest to most of them, and to how many. */
  readonly nearest: { readonly slug: string; readonly questions: number } | undefined;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Keys of its newest questions, at most `mostKeys`: for a draft. */
  readonly keys: readonly string[];
}

const mostExamples = 5;
const mostKeys = 100;

/** `name` tells the group from all others; `gaps` are in the order in which they were asked, at least one. */
export function gapGroupOf(name: string, gaps: readonly Gap[]): GapGroup {
  const ordered = [...gaps].sort((a, b) => a.askedAt - b.askedAt || (a.key < b.key ? -1 : 1));
  const [nearest] = commonest(ordered.flatMap((gap) => gap.nearest ?? []));
  return {
    id: createHash('sha256').update(name).digest('hex').slice(0, 10),
    questions: ordered.length,
    people: new Set(ordered.map(({ asker }) => asker)).size,
    kinds: Object.fromEntries(
      gapKinds.map((kind) => [kind, ordered.filter((gap) => gap.kind === kind).length]),
    ) as Record<GapKind, number>,
    examples: commonest(ordered.map(({ text }) => text.trim()))
      .slice(0, mostExamples)
      .map(({ value }) => value),
    nearest: nearest && { slug: nearest.value, questions: nearest.count },
    firstAt: ordered[0]?.askedAt ?? 0,
    lastAt: ordered.at(-1)?.askedAt ?? 0,
    keys: ordered
      .slice(-mostKeys)
      .reverse()
      .map(({ key }) => key),
  };
}

/** Values with their counts, the commonest first; of equally common ones the first that came. */
function commonest(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
