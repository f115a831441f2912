import type { Beside } from '../desk/beside.ts';
import type { Runs } from '../desk/orders/order.ts';
import { channelSettingsRevision } from '../memory/channel-settings.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import { followRevisions } from '../memory/revisions.ts';
import { type ChannelOrdersParts, createChannelOrders } from './channel-orders.ts';
import { createDraftOrders, type DraftOrdersParts } from './draft-orders.ts';
import { createHandOffDesk, type HandOffParts } from './hand-off-desk.ts';
import { createIncidentAlerts } from './incident-alerts.ts';
import { createMatters } from './matters.ts';
import { createNoticeDesk } from './notice-desk.ts';

export interface SupportParts
  extends Omit<HandOffParts, 'memory'>,
    Pick<ChannelOrdersParts, 'rules' | 'usualThreshold' | 'state'>,
    Pick<DraftOrdersParts, 'drafts' | 'gaps'> {
  readonly memory: ResilientMemory;
}

/** The people behind the desk: hand-offs, notices, drafts, and what staff set for a channel. */
export interface Support {
  readonly runs: Runs;
  readonly beside: Beside;
  readonly handOver: ReturnType<typeof createHandOffDesk>['handOver'];
  /** Tells who is owed the end of a notice; it happens by itself, too. */
  tellEnded(): Promise<number>;
  close(): void;
}

const tellEveryMs = 15_000;

export async function createSupport(parts: SupportParts): Promise<Support> {
  const { memory, rules, outreachOn, library, onError } = parts;
  const handOffs = createHandOffDesk(parts);
  const matters = createMatters({ memory, library });
  const notices = createNoticeDesk({ memory, outreachOn, matters, onError });
  const answered = createIncidentAlerts(parts);
  const channels = createChannelOrders({
    ...parts,
    nameOf: async (key, platform) => {
      const [, workspace = '', id = ''] = key.split('/');
      return (
        (await outreachOn(platform)
          ?.nameOf({ platform, workspace, id })
          .catch(() => id)) ?? id
      );
    },
  });

  await Promise.all([rules.refresh(), notices.refresh()]);
  const unfollow = followRevisions(
    () => memory.revisions.read(),
    (name) => {
      if (name === channelSettingsRevision) void rules.refresh();
    },
  );
  const unfollowNotices = notices.follow();
  const telling = setInterval(
    () => void notices.tellEnded().catch((error: unknown) => onError(error, 'notices')),
    tellEveryMs,
  );
  telling.unref();

  return {
    runs: { ...handOffs.runs, ...notices.runs, ...channels, ...createDraftOrders(parts) },
    beside: { lead: notices.lead, passOn: handOffs.passOn, answered },
    handOver: handOffs.handOver,
    tellEnded: notices.tellEnded,
    close() {
      unfollow();
      unfollowNotices();
      clearInterval(telling);
    },
  };
}
