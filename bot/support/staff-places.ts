import type { ChannelRules } from '../desk/channel-rules.ts';
import type { Place } from '../desk/question.ts';

/** Where staff hear of things: by platform, the id of a channel that only they can read. */
export interface StaffPlaces {
  /** For what comes from there; on another platform where its own has none. `undefined`: nowhere is set up. */
  for(from: Place | undefined): Place | undefined;
}

export interface StaffPlacesParts {
  /** Platform → workspace and channel. On Slack with several workspaces the hand-off's own workspace counts. */
  readonly channels: Readonly<Record<string, string | undefined>>;
  readonly rules: ChannelRules;
}

export function createStaffPlaces({ channels, rules }: StaffPlacesParts): StaffPlaces {
  const set = Object.entries(channels).filter(([, channel]) => channel !== undefined);
  const placeOn = (platform: string, channel: string, workspace: string): Place => ({
    ...{ platform, workspace, channel, private: false },
  });
  return {
    for(from) {
      const named = from && rules.of(from).handOffs;
      if (from && named !== undefined) return placeOn(from.platform, named, from.workspace);
      const own = set.find(([platform]) => platform === from?.platform);
      const [platform, channel] = own ?? set[0] ?? [];
      if (platform === undefined || channel === undefined) return undefined;
      return placeOn(platform, channel, platform === from?.platform ? from.workspace : '');
    },
  };
}
