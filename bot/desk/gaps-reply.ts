import type { Library } from '../knowledge/library.ts';
import type { GapGroup } from '../learning/gaps/gap-group.ts';
import { day, kindsOf, plural } from '../learning/report/report-words.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { oneLine, shorten } from '../markdown/visible-text.ts';
import { articleLink } from './compose-reply.ts';
import type { Reply } from './reply.ts';
import { wording } from './wording.ts';

const mostGroups = 10;
const mostExamples = 2;
const longestExample = 120;

/** What could not be answered, for staff: the groups of most people first, as `findGaps` gives them. */
export function gapsReply(groups: readonly GapGroup[], library: Library): Reply {
  const shown = groups.slice(0, mostGroups);
  const left = groups.length - shown.length;
  const lines = shown.map((group, at) => groupLines(group, at + 1, library));
  if (left > 0) lines.push(wording.moreGaps(plural(left, 'group')));
  return {
    kind: 'suggestions',
    title: wording.gapsTitle,
    body: lines.join('\n\n') || wording.noGaps,
    facts: [],
    sources: [],
    actions: shown.map(({ id }, at) => ({
      ...{ kind: 'order' as const, order: 'draft', label: wording.draftGap(at + 1), about: id },
    })),
    audience: 'asker',
  };
}

function groupLines(group: GapGroup, number: number, library: Library): string {
  const { people, questions, firstAt, nearest, examples } = group;
  const article = nearest && library.get(nearest.slug);
  const near = article ? articleLink(article) : (nearest?.slug ?? wording.noArticle);
  return [
    `**${number}. ${plural(people, 'person', 'people')}**, ${plural(questions, 'question')} since ${day(firstAt)} (${kindsOf(group)}); nearest: ${near}`,
    '',
    ...examples.slice(0, mostExamples).map((text) => `- ${codeSpan(shorten(oneLine(text), longestExample))}`),
  ].join('\n');
}
