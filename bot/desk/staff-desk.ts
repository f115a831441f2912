import type { Article } from '../knowledge/article.ts';
import type { Autocomplete } from '../knowledge/autocomplete.ts';
import type { Library } from '../knowledge/library.ts';
import type { GapGroup } from '../learning/gaps/gap-group.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { articleLink, articleReply } from './compose-reply.ts';
import type { Answered } from './desk-memory.ts';
import type { Diagnose, Finding } from './diagnosis.ts';
import { gapsReply } from './gaps-reply.ts';
import type { Reply } from './reply.ts';
import { wording } from './wording.ts';

/** What support staff ask the desk for, whatever the platform's way of asking. The platform has checked that they are staff. */
export interface StaffDesk {
  /** Articles for a search, as suggestions. */
  search(query: string): Reply;
  /** Titles for what was typed so far. */
  complete(typed: string, most: number): readonly Article[];
  /** An article, or a section of it, by `slug` or `slug#section`. `public`: to post for the customer. */
  show(reference: string, audience: Reply['audience']): Reply | undefined;
  /** Why the bot answered so: the words that decided, scores, runners-up. */
  why(answered: Answered): Reply;
  /** What it could not answer, in groups. */
  gaps(): Promise<Reply>;
}

export interface StaffDeskParts {
  library(): Library;
  diagnose(): Diagnose;
  complete(): Autocomplete;
  gaps(): Promise<readonly GapGroup[]>;
}

export function createStaffDesk({ library, diagnose, complete, gaps }: StaffDeskParts): StaffDesk {
  return {
    search(query) {
      const { findings } = diagnose()(query, { directed: true });
      const body = findings.map(
        ({ article, confidence }) => `- ${articleLink(article)} (${percent(confidence)}): ${article.summary}`,
      );
      return staffReply(wording.searchTitle, body.join('\n') || wording.nothingFound, findings);
    },
    complete: (typed, most) => complete()(typed, most),
    show(reference, audience) {
      const [slug = '', sectionId] = reference.trim().split('#');
      const article = library().get(slug);
      // What staff wrote for themselves never gets in front of a customer by a slip.
      if (!article || (audience === 'public' && article.audience === 'staff')) return undefined;
      return articleReply(
        article,
        article.sections.find(({ id }) => id === sectionId && id !== ''),
        audience,
      );
    },
    why(answered) {
      if (answered.decision === 'answer' && answered.text.trim() === '')
        return staffReply(wording.whyTitle, wording.postedByStaff, []);
      const { findings, decision, mailErrors, handOff, corrected } = diagnose()(answered.text, {
        directed: true,
      });
      const lines = [
        `Decision: **${answered.decision}** at confidence ${percent(answered.confidence)} (asked again now: ${decision}).`,
        ...mailErrors.map(
          (error) =>
            `Read from the text: **${error.reason}**${error.phrase ? `, by ${codeSpan(error.phrase.text)}` : ''}.`,
        ),
        ...(handOff ? [`Nearest of all was the hand-off entry ${articleLink(handOff)}.`] : []),
        ...(corrected.size > 0
          ? [`Spelling: ${[...corrected].map(([from, to]) => `${codeSpan(from)} → ${to}`).join(', ')}.`]
          : []),
        ...findings.map(
          (finding, at) =>
            `${at + 1}. ${articleLink(finding.article)} ${percent(finding.confidence)}: ${becauseOf(finding)}`,
        ),
      ];
      return staffReply(wording.whyTitle, lines.join('\n\n'), findings);
    },
    gaps: async () => gapsReply(await gaps(), library()),
  };
}

function becauseOf({ because }: Finding): string {
  return 'error' in because
    ? `it answers ${because.error.clientCode ?? because.error.reason}`
    : `shares ${because.words.join(', ') || 'no whole word'}`;
}

function staffReply(title: string, body: string, findings: readonly Finding[]): Reply {
  return {
    kind: 'suggestions',
    title,
    body,
    facts: [],
    sources: findings.map(({ article }) => ({ slug: article.slug, title: article.title })),
    actions: findings.map(({ article }) => ({
      kind: 'show-article',
      slug: article.slug,
      title: article.title,
    })),
    audience: 'asker',
  };
}

const percent = (confidence: number): string => `${Math.round(confidence * 100)} %`;
