import type { MemoryParts } from './parts.ts';
import { type PersonColumns, personColumns } from './person.ts';
import { type PersonAt, type PlaceColumns, placeColumns } from './place.ts';

export interface SightingsTable extends PersonColumns, PlaceColumns {
  fingerprint: string;
  firstAt: number;
  lastAt: number;
}

export interface IncidentAlertsTable {
  fingerprint: string;
  alertedAt: number;
}

export interface Incident {
  readonly fingerprint: string;
  readonly people: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** From how many different people within which time there is an alert, and how long after it none for the same. */
export interface AlertRule {
  readonly people: number;
  readonly withinMs: number;
  readonly quietMs: number;
}

/** The same error brought by many customers. */
export interface Incidents {
  /** Notes that somebody brought it. `alert` is true for one caller among all processes. */
  note(
    fingerprint: string,
    who: PersonAt,
    rule: AlertRule,
  ): Promise<{ readonly people: number; readonly alert: boolean }>;
  /** Errors brought since, most people first. */
  since(at: number, most: number): Promise<readonly Incident[]>;
}

export function createIncidents({ engine: { db }, keep, now }: MemoryParts): Incidents {
  return {
    async note(text, { person, place }, rule) {
      const fingerprint = keep(text, 300);
      const at = now();
      await db
        .insertInto('sightings')
        .values({ fingerprint, ...personColumns(person), ...placeColumns(place), firstAt: at, lastAt: at })
        .onConflict((conflict) =>
          conflict
            .columns(['fingerprint', 'platform', 'workspace', 'person'])
            .doUpdateSet({ ...placeColumns(place), lastAt: at }),
        )
        .execute();
      // Counted after the note is committed: of two people who come at once, the later one is counted with both.
      const { people } = await db
        .selectFrom('sightings')
        .select((eb) => eb.fn.countAll<number>().as('people'))
        .where('fingerprint', '=', fingerprint)
        .where('lastAt', '>', Math.round(at - rule.withinMs))
        .executeTakeFirstOrThrow();
      if (people < rule.people) return { people, alert: false };
      const alerted = await db
        .insertInto('incidentAlerts')
        .values({ fingerprint, alertedAt: at })
        .onConflict((conflict) =>
          conflict
            .column('fingerprint')
            .doUpdateSet({ alertedAt: at })
            .where('incidentAlerts.alertedAt', '<=', Math.round(at - rule.quietMs)),
        )
        .returning('fingerprint')
        .executeTakeFirst();
      return { people, alert: alerted !== undefined };
    },
    since: (at, most) =>
      db
        .selectFrom('sightings')
        .select('fingerprint')
        .select((eb) => [
          eb.fn.countAll<number>().as('people'),
          eb.fn.min<number>('firstAt').as('firstAt'),
          eb.fn.max<number>('lastAt').as('lastAt'),
        ])
        .where('lastAt', '>=', Math.round(at))
        .groupBy('fingerprint')
        .orderBy('people', 'desc')
        .orderBy('fingerprint')
        .limit(most)
        .execute(),
  };
}
