import type { Action, Reply } from '../desk/reply.ts';
import type { Article, Section } from '../knowledge/article.ts';

type Kind = Exclude<Action['kind'], 'order'>;
type OfKind<K extends Kind> = Extract<Action, { kind: K }>;

export interface Target {
  readonly article: Article;
  readonly section: Section | undefined;
}

/** What an id carries beside its code. */
interface Named {
  readonly slug?: string;
  readonly section?: string;
  readonly about?: string;
}

/** `open` leads on to something to read; `judge` says what to make of the reply. */
export type Group = 'open' | 'judge';
export type Look = 'good' | 'plain';

/** All that a platform has to know of one kind of action: a new kind is one entry below. Orders bring their own. */
interface ActionKind<K extends Kind> {
  /** Stands in the ids of buttons that were posted long ago, so it never changes. At most 6 letters. */
  readonly code: string;
  readonly group: Group;
  readonly look: Look;
  label(action: OfKind<K>, reply: Reply): string;
  /** What the id has to carry. */
  target(action: OfKind<K>): Named;
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

/** How the button of an action looks and where it stands. */
export function controlOf(
  action: Action,
  reply: Reply,
): { readonly group: Group; readonly look: Look; readonly label: string } {
  if (action.kind === 'order') return { group: 'open', look: 'plain', label: action.label };
  const { group, look, label } = kindOf(action);
  return { group, look, label: label(action, reply) };
}

/** What the id of a button carries, before the article's names are shortened. */
export function written(action: Action): { readonly code: string } & Named {
  if (action.kind === 'order')
    return { code: action.order, ...(action.about ? { about: action.about } : {}) };
  const { code, target } = kindOf(action);
  return { code, ...target(action) };
}

/** The entry of the action's own kind, which takes any action of that kind. */
function kindOf({ kind }: { readonly kind: Kind }): Widened {
  return actionKinds[kind] as unknown as Widened;
}

type Widened = Pick<ActionKind<Kind>, 'code' | 'group' | 'look'> & {
  label(action: Action, reply: Reply): string;
  target(action: Action): Named;
};
