import type { Person } from './person.ts';

/** Where something was said. */
export interface Place {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
  /** True where only the asker and the bot can read. */
  readonly private: boolean;
}

/** The platform is the person's: nobody is heard on one platform and answered on another. */
export interface PlaceColumns {
  placeWorkspace: string;
  channel: string;
  /** Empty where there is none, so that it can be part of a key. */
  thread: string;
  private: number;
}

export function placeColumns(place: Place): PlaceColumns {
  return {
    placeWorkspace: place.workspace,
    channel: place.channel,
    thread: place.thread ?? '',
    private: place.private ? 1 : 0,
  };
}

export function placeFrom(row: PlaceColumns & { platform: string }): Place {
  return {
    platform: row.platform,
    workspace: row.placeWorkspace,
    channel: row.channel,
    ...(row.thread === '' ? {} : { thread: row.thread }),
    private: row.private === 1,
  };
}

export interface PersonAt {
  readonly person: Person;
  readonly place: Place;
}
