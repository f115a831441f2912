import type { Selectable } from 'kysely';
import { opaqueId } from './opaque-id.ts';
import type { Outcome } from './outcomes.ts';
import type { MemoryParts } from './parts.ts';
import { personColumns, personFrom } from './person.ts';
import { placeColumns, placeFrom } from './place.ts';
import type { KeptQuestion, QuestionsTable } from './questions.ts';

/** What is stored of a question, masked. */
export function columnsOf(question: KeptQuestion, keep: MemoryParts['keep']) {
  const {
    key,
    place,
    asker,
    text,
    decision,
    slugs,
    shown,
    confidence,
    reasons = [],
    messageId,
    askedAt,
    answeredAt,
  } = question;
  return {
    key: opaqueId(key),
    ...personColumns(asker),
    ...placeColumns(place),
    text: keep(text),
    decision,
    slugs: JSON.stringify(slugs.map((slug) => keep(slug, 200))),
    shown: shown === undefined ? null : keep(shown, 200),
    confidence,
    reasons: JSON.stringify(reasons.map((reason) => keep(reason, 200))),
    messageId: messageId ?? null,
    askedAt: Math.round(askedAt),
    answeredAt: Math.round(answeredAt),
  };
}

type Flags = Readonly<Record<'helped' | 'notHelped' | 'handedOver', number>>;

export function outcomeFrom(row: Selectable<QuestionsTable> & Flags): Outcome {
  const { helped, notHelped, handedOver } = row;
  return {
    ...questionFrom(row),
    helped: helped === 1,
    notHelped: notHelped === 1,
    handedOver: handedOver === 1,
  };
}

export function questionFrom(row: Selectable<QuestionsTable>): KeptQuestion {
  const { key, text, decision, confidence, askedAt, answeredAt } = row;
  return {
    ...{
      key,
      place: placeFrom(row),
      asker: personFrom(row),
      text,
      decision,
      confidence,
      askedAt,
      answeredAt,
    },
    slugs: JSON.parse(row.slugs) as string[],
    shown: row.shown ?? undefined,
    reasons: JSON.parse(row.reasons) as string[],
    messageId: row.messageId ?? undefined,
  };
}
