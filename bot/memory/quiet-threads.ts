import type { MemoryParts } from './parts.ts';
import { type Place, placeColumns } from './place.ts';

export interface QuietTable {
  platform: string;
  placeWorkspace: string;
  channel: string;
  thread: string;
  until: number;
}

/** Threads in which staff speak, so that no process of the bot speaks over them. */
export interface QuietThreads {
  hush(place: Place, until: number): Promise<boolean>;
  isQuiet(place: Place): Promise<boolean>;
  /** The bot was mentioned: it may speak again. */
  speak(place: Place): Promise<boolean>;
}

export function createQuietThreads({ engine: { db }, now }: MemoryParts): QuietThreads {
  return {
    async hush(place, untilMs) {
      const until = Math.round(untilMs);
      await db
        .insertInto('quietThreads')
        .values({ ...threadOf(place), until })
        .onConflict((conflict) =>
          conflict.columns(['platform', 'placeWorkspace', 'channel', 'thread']).doUpdateSet({ until }),
        )
        .execute();
      return true;
    },
    async isQuiet(place) {
      const row = await db
        .selectFrom('quietThreads')
        .select('until')
        .where((eb) => eb.and(threadOf(place)))
        .executeTakeFirst();
      return row !== undefined && row.until > now();
    },
    async speak(place) {
      const row = await db
        .deleteFrom('quietThreads')
        .where((eb) => eb.and(threadOf(place)))
        .returning('until')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function threadOf(place: Place) {
  const { placeWorkspace, channel, thread } = placeColumns(place);
  return { platform: place.platform, placeWorkspace, channel, thread };
}
