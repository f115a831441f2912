import { flag, outcomes } from './outcomes.ts';
import type { MemoryParts } from './parts.ts';
import type { Decision } from './questions.ts';

/** Honest counts of questions in a time. Nothing that stayed silent is counted as solved. */
export interface Figures {
  readonly asked: number;
  /** By what the desk decided; messages that were no question to it are `silent`. */
  readonly decided: Readonly<Record<Decision, number>>;
  /** Somebody pressed that it helped, or the block cleared without a further question. */
  readonly helped: number;
  readonly notHelped: number;
  readonly handedOver: number;
  /** Answered, and nobody said anything about it. */
  readonly unknown: number;
}

export async function figuresOf(
  { engine: { db } }: MemoryParts,
  since: number,
  until: number,
): Promise<Figures> {
  const each = db
    .selectFrom('questions')
    .select('decision')
    .select([
      flag(outcomes.helped).as('helped'),
      flag(outcomes.notHelped).as('notHelped'),
      flag(outcomes.handedOver).as('handedOver'),
    ])
    .where('askedAt', '>=', since)
    .where('askedAt', '<', until)
    .as('each');
  const groups = await db
    .selectFrom(each)
    .select(['decision', 'helped', 'notHelped', 'handedOver'])
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .groupBy(['decision', 'helped', 'notHelped', 'handedOver'])
    .execute();

  const sum = (wanted: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(wanted).reduce((total, { count }) => total + count, 0);
  const decided = (decision: Decision) => sum((group) => group.decision === decision);
  return {
    asked: sum(() => true),
    decided: {
      answer: decided('answer'),
      suggest: decided('suggest'),
      unsure: decided('unsure'),
      silent: decided('silent'),
    },
    helped: sum(({ helped }) => helped === 1),
    notHelped: sum(({ helped, notHelped }) => helped === 0 && notHelped === 1),
    handedOver: sum(({ handedOver }) => handedOver === 1),
    unknown: sum(
      ({ decision, helped, notHelped, handedOver }) =>
        decision === 'answer' && helped + notHelped + handedOver === 0,
    ),
  };
}
