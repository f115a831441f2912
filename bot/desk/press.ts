import type { Library } from '../knowledge/library.ts';
import { articleReply } from './compose-reply.ts';
import { type Answered, type DeskMemory, samePerson } from './desk-memory.ts';
import type { Person } from './question.ts';
import type { Action, Reply } from './reply.ts';
import { wording } from './wording.ts';

/** What becomes of a pressed button. */
export type PressOutcome =
  /** Said to the presser alone; the message stays as it is. */
  | { readonly kind: 'refused'; readonly text: string }
  /** Shown to the presser alone; the message stays as it is. */
  | { readonly kind: 'shown'; readonly reply: Reply }
  /** The message's controls give way to this line; `next` is for the presser alone. */
  | { readonly kind: 'settled'; readonly line: string; readonly next?: Reply };

export interface PressParts {
  library(): Library;
  readonly memory: DeskMemory;
  /** Brings a person in; gives what to tell the customer. */
  handOver(answered: Answered | undefined, by: Person): Promise<string>;
}

/** Orders are given by buttons too, but carried out by `Orders`. */
export type PressedAction = Exclude<Action, { kind: 'order' }>;

export type Press = (
  action: PressedAction,
  by: Person,
  answered: Answered | undefined,
) => Promise<PressOutcome>;

/** Buttons work for whoever asked and for staff; anyone may read an article. */
export function createPress({ library, memory, handOver }: PressParts): Press {
  const vote = (answered: Answered | undefined, by: Person, slug: string, helped: boolean) =>
    answered ? memory.noteVote({ key: answered.key, slug, by, helped }) : Promise.resolve();

  return async (action, by, answered) => {
    if (action.kind === 'show-article') {
      const article = library().get(action.slug);
      if (!article || (article.audience === 'staff' && !by.staff))
        return { kind: 'refused', text: wording.articleGone };
      const section = article.sections.find(({ id }) => id === action.section);
      const reply = articleReply(article, section, 'asker');
      return { kind: 'shown', reply: isTheirs(answered, by) ? reply : withoutVerdict(reply) };
    }
    if (answered && !isTheirs(answered, by)) return { kind: 'refused', text: wording.notYours };
    switch (action.kind) {
      case 'helped':
        await vote(answered, by, action.slug, true);
        return { kind: 'settled', line: wording.markedHelped };
      case 'not-helped': {
        await vote(answered, by, action.slug, false);
        const next = nextArticle(answered, action.slug, library());
        return next
          ? { kind: 'settled', line: wording.markedNotHelped, next }
          : { kind: 'settled', line: await handOver(answered, by) };
      }
      case 'talk-to-person':
        return { kind: 'settled', line: await handOver(answered, by) };
    }
  };
}

function isTheirs(answered: Answered | undefined, by: Person): boolean {
  return answered !== undefined && (by.staff || samePerson(answered.asker, by));
}

/** Whoever reads along has no question of their own that it could have helped with. */
function withoutVerdict(reply: Reply): Reply {
  return {
    ...reply,
    actions: reply.actions.filter(({ kind }) => kind !== 'helped' && kind !== 'not-helped'),
  };
}

/** The candidate after the one that did not help; its own buttons lead on to the one after that, then to a person. */
function nextArticle(answered: Answered | undefined, slug: string, library: Library): Reply | undefined {
  const slugs = answered?.slugs ?? [];
  const next = slugs[slugs.indexOf(slug) + 1];
  const article = next === undefined || !slugs.includes(slug) ? undefined : library.get(next);
  return article && articleReply(article, undefined, 'asker');
}
