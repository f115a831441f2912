import type { MemoryParts } from './parts.ts';
import { type Person, personKey } from './person.ts';
import { bumpIn } from './revisions.ts';

export interface ChannelSettingsTable {
  platform: string;
  workspace: string;
  channel: string;
  name: string;
  value: string;
  setBy: string;
  setAt: number;
}

export interface Channel {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
}

export interface ChannelSetting {
  readonly value: unknown;
  readonly setBy: string;
  readonly setAt: number;
}

export const channelSettingsRevision = 'channel-settings';

/** What staff set for a channel. Every process hears of a change by the revision `channel-settings`. */
export interface ChannelSettings {
  /** `undefined` takes the setting away: the operator's own holds again. */
  set(channel: Channel, name: string, value: unknown, by: Person): Promise<boolean>;
  of(channel: Channel): Promise<ReadonlyMap<string, ChannelSetting>>;
  /** For whoever keeps them at hand: people set few. */
  everywhere(): Promise<readonly (Channel & ChannelSetting & { readonly name: string })[]>;
}

export function createChannelSettings({ engine, keep, now }: MemoryParts): ChannelSettings {
  const where = ({ platform, workspace, channel }: Channel) => ({ platform, workspace, channel });
  return {
    async set(channel, name, value, by) {
      await engine.transaction([], async (tx) => {
        if (value === undefined) {
          await tx
            .deleteFrom('channelSettings')
            .where((eb) => eb.and({ ...where(channel), name }))
            .execute();
        } else {
          const set = { value: storedValue(value, keep), setBy: personKey(by), setAt: now() };
          await tx
            .insertInto('channelSettings')
            .values({ ...where(channel), name, ...set })
            .onConflict((conflict) =>
              conflict.columns(['platform', 'workspace', 'channel', 'name']).doUpdateSet(set),
            )
            .execute();
        }
        await bumpIn(tx, channelSettingsRevision);
      });
      return true;
    },
    async of(channel) {
      const rows = await engine.db
        .selectFrom('channelSettings')
        .selectAll()
        .where((eb) => eb.and(where(channel)))
        .execute();
      return new Map(
        rows.map(({ name, value, setBy, setAt }) => [
          name,
          { value: JSON.parse(value) as unknown, setBy, setAt },
        ]),
      );
    },
    async everywhere() {
      const rows = await engine.db.selectFrom('channelSettings').selectAll().execute();
      return rows.map(({ value, ...row }) => ({ ...row, value: JSON.parse(value) as unknown }));
    },
  };
}

function storedValue(value: unknown, keep: MemoryParts['keep']): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? keep(part) : part));
}
