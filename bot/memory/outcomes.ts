import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { KeptQuestion } from './questions.ts';

/** A question with what is known of how it went. All three may be false, and more than one true. */
export interface Outcome extends KeptQuestion {
  /** Somebody pressed that it helped, or the block cleared and the asker had no further question. Silence is never help. */
  readonly helped: boolean;
  readonly notHelped: boolean;
  readonly handedOver: boolean;
}

/** Whether somebody's last vote on the question says so. */
const lastVoted = (helped: 0 | 1) => sql<SqlBool>`exists (
  select 1 from votes as vote where vote.key = questions.key and vote.helped = ${helped} and not exists (
    select 1 from votes as later
    where later.key = vote.key and later.platform = vote.platform and later.workspace = vote.workspace
      and later.person = vote.person and later.at > vote.at))`;

const cleared = sql<SqlBool>`(cleared_at is not null and not exists (
  select 1 from questions as further
  where further.platform = questions.platform and further.workspace = questions.workspace
    and further.person = questions.person and further.decision <> 'silent'
    and further.asked_at > questions.asked_at and further.asked_at <= questions.cleared_at))`;

/** Said in a channel, where the desk was not sure enough to speak, and it asks for something. */
const unheard = sql<SqlBool>`(decision = 'silent' and (
  text like ${'%?'} or text like ${'%? %'} or text like ${'%?\n%'}))`;

/** Conditions on a row of `questions`. */
export const outcomes = {
  helped: sql<SqlBool>`(${lastVoted(1)} or ${cleared})`,
  notHelped: lastVoted(0),
  handedOver: sql<SqlBool>`exists (select 1 from hand_offs where hand_offs.question_key = questions.key)`,
  /** Unsure, only suggested, not heard, and no vote that it helped; or voted down. */
  gap: sql<SqlBool>`(${lastVoted(0)} or (
    (decision in ('unsure', 'suggest') or ${unheard}) and not ${lastVoted(1)}))`,
} as const;

/** As a column: 1 or 0. */
export const flag = (condition: RawBuilder<SqlBool>): RawBuilder<number> =>
  sql<number>`case when ${condition} then 1 else 0 end`;
