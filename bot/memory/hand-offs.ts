import type { Selectable } from 'kysely';
import { createId, opaqueId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';
import {
  type Person,
  type PersonColumns,
  personColumns,
  personFrom,
  personFromKey,
  personKey,
} from './person.ts';
import { type Place, type PlaceColumns, placeColumns, placeFrom } from './place.ts';

export interface HandOffsTable extends PersonColumns, PlaceColumns {
  id: string;
  questionKey: string;
  summary: string;
  state: 'open' | 'claimed' | 'resolved';
  staffWorkspace: string | null;
  staffChannel: string | null;
  staffMessageId: string | null;
  claimedBy: string | null;
  claimedAt: number | null;
  resolvedBy: string | null;
  resolvedAt: number | null;
  ticket: string | null;
  openedAt: number;
}

export interface HandOff {
  readonly id: string;
  readonly questionKey: string;
  readonly customer: Person;
  /** The customer's thread. */
  readonly place: Place;
  /** What the bot found out, kept masked. */
  readonly summary: string;
  readonly state: 'open' | 'claimed' | 'resolved';
  readonly staffMessage: StaffMessage | undefined;
  readonly claimedBy: Person | undefined;
  readonly resolvedBy: Person | undefined;
  readonly ticket: string | undefined;
  readonly openedAt: number;
  readonly claimedAt: number | undefined;
  readonly resolvedAt: number | undefined;
}

export interface StaffMessage {
  readonly workspace: string;
  readonly channel: string;
  readonly id: string;
}

export interface HandOffs {
  /** One at a time for a question: asking again gives the one there is, with `opened` false. */
  open(
    handOff: Pick<HandOff, 'questionKey' | 'customer' | 'place' | 'summary'>,
  ): Promise<{ handOff: HandOff; opened: boolean }>;
  get(id: string): Promise<HandOff | undefined>;
  /** The latest that is not resolved for a direct conversation, in whatever thread of it. */
  inConversation(place: Place): Promise<HandOff | undefined>;
  shownAs(id: string, message: StaffMessage): Promise<boolean>;
  /** The first one gets it; everybody learns who that was. */
  claim(id: string, by: Person): Promise<HandOff | undefined>;
  /** False when it is resolved already. */
  resolve(id: string, by: Person): Promise<boolean>;
  noteTicket(id: string, ticket: string): Promise<boolean>;
  /** Not resolved, oldest first. */
  waiting(most: number): Promise<readonly HandOff[]>;
}

export function createHandOffs({ engine: { db }, keep, now }: MemoryParts): HandOffs {
  const rows = () => db.selectFrom('handOffs').selectAll();
  const change = async (
    id: string,
    columns: Partial<Selectable<HandOffsTable>>,
    states: readonly HandOff['state'][],
  ) => {
    const row = await db
      .updateTable('handOffs')
      .set(columns)
      .where('id', '=', id)
      .where('state', 'in', states)
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  };
  const get = async (id: string) => {
    const row = await rows().where('id', '=', id).executeTakeFirst();
    return row && handOffFrom(row);
  };
  const nothing = {
    staffWorkspace: null,
    staffChannel: null,
    staffMessageId: null,
    claimedBy: null,
    claimedAt: null,
  } as const;
  const unresolved = { resolvedBy: null, resolvedAt: null, ticket: null } as const;

  return {
    async open({ questionKey, customer, place, summary }) {
      const id = createId(now());
      const about = {
        questionKey: opaqueId(questionKey),
        ...personColumns(customer),
        ...placeColumns(place),
        summary: keep(summary),
      };
      for (let tries = 0; tries < 2; tries++) {
        const added = await db
          .insertInto('handOffs')
          .values({ id, ...about, state: 'open', openedAt: now(), ...nothing, ...unresolved })
          .onConflict((conflict) => conflict.doNothing())
          .returningAll()
          .executeTakeFirst();
        if (added) return { handOff: handOffFrom(added), opened: true };
        const known = await rows()
          .where('questionKey', '=', questionKey)
          .where('state', '<>', 'resolved')
          .executeTakeFirst();
        if (known) return { handOff: handOffFrom(known), opened: false };
      }
      throw new Error('A hand-off could neither be opened nor found');
    },
    get,
    async inConversation(place) {
      const { placeWorkspace, channel } = placeColumns(place);
      const row = await rows()
        .where((eb) => eb.and({ platform: place.platform, placeWorkspace, channel, private: 1 }))
        .where('state', '<>', 'resolved')
        .orderBy('openedAt', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && handOffFrom(row);
    },
    shownAs: (id, message) =>
      change(
        id,
        { staffWorkspace: message.workspace, staffChannel: message.channel, staffMessageId: message.id },
        ['open', 'claimed', 'resolved'],
      ),
    async claim(id, by) {
      await change(id, { state: 'claimed', claimedBy: personKey(by), claimedAt: now() }, ['open']);
      return get(id);
    },
    resolve: (id, by) =>
      change(id, { state: 'resolved', resolvedBy: personKey(by), resolvedAt: now() }, ['open', 'claimed']),
    noteTicket: (id, ticket) => change(id, { ticket: keep(ticket, 100) }, ['open', 'claimed', 'resolved']),
    async waiting(most) {
      const found = await rows().where('state', '<>', 'resolved').orderBy('openedAt').limit(most).execute();
      return found.map(handOffFrom);
    },
  };
}

function handOffFrom(row: Selectable<HandOffsTable>): HandOff {
  const { id, questionKey, summary, state, openedAt, staffWorkspace, staffChannel, staffMessageId } = row;
  const shown = staffWorkspace !== null && staffChannel !== null && staffMessageId !== null;
  return {
    ...{ id, questionKey, summary, state, openedAt },
    customer: personFrom(row),
    place: placeFrom(row),
    staffMessage: shown
      ? { workspace: staffWorkspace, channel: staffChannel, id: staffMessageId }
      : undefined,
    claimedBy: row.claimedBy === null ? undefined : personFromKey(row.claimedBy),
    resolvedBy: row.resolvedBy === null ? undefined : personFromKey(row.resolvedBy),
    ticket: row.ticket ?? undefined,
    claimedAt: row.claimedAt ?? undefined,
    resolvedAt: row.resolvedAt ?? undefined,
  };
}
