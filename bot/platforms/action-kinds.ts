import type { Action, Reply } from '../desk/reply.ts';
import type { Article, Section } from '../knowledge/article.ts';

type Kind = Action['kind'];
type OfKind<K extends Kind> = Extract<Action, { kind: K }>;

export interface Target {
  readonly article: Article;
  readonly section: Section | undefined;
}

/** All that a platform has to know of one kind of action: a new kind is one entry below. */
export interface ActionKind<K extends Kind> {
  /** Stands in the ids of buttons that were posted long ago, so it never changes. At most 6 letters. */
  readonly code: string;
  /** `open` leads on to something to read; `judge` says what to make of the reply. */
  readonly group: 'open' | 'judge';
  readonly look: 'good' | 'plain';
  label(action: OfKind<K>, reply: Reply): string;
  /** What the id has to carry. */
  target(action: OfKind<K>): { readonly slug?: string; readonly section?: string };
  /** The action again, from what its id carried; undefined when that is no longer in the knowledge base. */
  restore(target: Target | undefined): OfKind<K> | undefined;
}

export const actionKinds: { readonly [K in Kind]: ActionKind<K> } = {
  helped: {
    code: 'yes',
    group: 'judge',
    look: 'good',
    label: () => 'Helped',
    target: ({ slug }) => ({ slug }),
    restore: (target) => target && { kind: 'helped', slug: target.article.slug },
  },
  'not-helped': {
    code: 'no',
    group: 'judge',
    look: 'plain',
    label: () => 'Did not help',
    target: ({ slug }) => ({ slug }),
    restore: (target) => target && { kind: 'not-helped', slug: target.article.slug },
  },
  'talk-to-person': {
    code: 'person',
    group: 'judge',
    look: 'plain',
    label: () => 'Talk to a person',
    target: () => ({}),
    restore: () => ({ kind: 'talk-to-person' }),
  },
  'show-article': {
    code: 'show',
    group: 'open',
    look: 'plain',
    label: ({ slug, title }, reply) =>
      reply.kind === 'answer' && slug === reply.sources[0]?.slug ? 'Whole article' : title,
    target: ({ slug, section }) => ({ slug, ...(section === undefined ? {} : { section }) }),
    restore: (target) =>
      target && {
        ...{ kind: 'show-article', slug: target.article.slug, title: target.article.title },
        ...(target.section ? { section: target.section.id } : {}),
      },
  },
};

/** The entry for an action of whatever kind. */
export function kindOf<K extends Kind>(action: { readonly kind: K }): ActionKind<K> {
  return actionKinds[action.kind];
}
