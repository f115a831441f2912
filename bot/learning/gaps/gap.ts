import type { Outcome } from '../../memory/outcomes.ts';
import { personKey } from '../../memory/person.ts';

/** Why a question is one that staff should look at, the clearest sign first. */
export const gapKinds = ['not-helped', 'unsure', 'suggested', 'silent'] as const;
export type GapKind = (typeof gapKinds)[number];

/** A question that was not answered, or not well. */
export interface Gap {
  /** The question's key. */
  readonly key: string;
  /** Masked. */
  readonly text: string;
  /** Names the asker among askers. */
  readonly asker: string;
  readonly kind: GapKind;
  /** Slug of the article that came nearest. */
  readonly nearest: string | undefined;
  readonly askedAt: number;
}

/** `outcome`: one that `questions.gaps` gave. */
export function gapFrom({ key, text, asker, decision, notHelped, slugs, askedAt }: Outcome): Gap {
  const byDecision = {
    answer: 'not-helped',
    unsure: 'unsure',
    suggest: 'suggested',
    silent: 'silent',
  } as const;
  const kind = notHelped ? 'not-helped' : byDecision[decision];
  return { key, text, asker: personKey(asker), kind, nearest: slugs[0], askedAt };
}
