import type { Place } from './question.ts';

/** `off`: says nothing there. `mentions`: answers when it is asked. `listening`: also unasked, when it is sure. */
export type Listening = 'off' | 'mentions' | 'listening';

/** What holds in a channel. */
export interface ChannelRule {
  readonly listening: Listening;
  /** Confidence from which it speaks unasked; `undefined`: the fitted one. */
  readonly threshold: number | undefined;
  /** Two-letter code of the language in which articles come first; `undefined`: any. */
  readonly language: string | undefined;
  /** Id of the channel where hand-offs from here go; `undefined`: the staff's own. */
  readonly handOffs: string | undefined;
}

/** Known at once: whether a message concerns the desk at all is decided before anything is waited for. */
export interface ChannelRules {
  of(place: Place): ChannelRule;
}

/** As the operator's settings name them: `watched` are ids of channels to listen in. */
export function createSetRules(watched: Readonly<Record<string, readonly string[]>>): ChannelRules {
  const known = new Map(Object.entries(watched).map(([platform, ids]) => [platform, new Set(ids)]));
  return {
    of: ({ platform, channel }) => ({
      listening: known.get(platform)?.has(channel) ? 'listening' : 'mentions',
      ...{ threshold: undefined, language: undefined, handOffs: undefined },
    }),
  };
}
