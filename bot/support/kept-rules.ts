import { z } from 'zod';
import type { ChannelRule, ChannelRules } from '../desk/channel-rules.ts';
import type { Place } from '../desk/question.ts';
import type { Channel, ChannelSetting } from '../memory/channel-settings.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';

/** What staff can change in a channel, by the names in which it is kept and written. */
export const ruleNames = ['listening', 'threshold', 'language', 'hand-offs'] as const;
export type RuleName = (typeof ruleNames)[number];

const checks = {
  listening: z.enum(['off', 'mentions', 'listening'], 'write off, mentions or listening'),
  threshold: z.coerce
    .number('write a number from 0.5 to 0.999')
    .min(0.5, 'write a number from 0.5 to 0.999')
    .max(0.999, 'write a number from 0.5 to 0.999'),
  language: z
    .string()
    .toLowerCase()
    .regex(/^[a-z]{2}$/, 'write two letters, such as en or de'),
  'hand-offs': z.string().regex(/^[A-Z0-9]{6,22}$/, 'give the channel’s id'),
} as const satisfies Record<RuleName, z.ZodType>;

/** What a member of staff wrote as a value; the error is a sentence that says how to write it. */
export function parseRule(
  name: RuleName,
  written: string,
): { readonly value: unknown } | { readonly error: string } {
  // A channel may be written as the platforms write it: `<#C1|support>`.
  const read = checks[name].safeParse(written.trim().replace(/^<#(\w+)(?:\|[^>]*)?>$/, '$1'));
  return read.success ? { value: read.data } : { error: read.error.issues[0]?.message ?? 'not understood' };
}

export interface KeptRules extends ChannelRules {
  /** Where each part of a channel's rule comes from; absent: from the operator's settings. */
  sources(place: Place): ReadonlyMap<RuleName, ChannelSetting>;
  /** Reads anew what staff set: at the start and whenever it changed. While the memory is away the last known holds. */
  refresh(): Promise<void>;
}

/** The operator's rules, changed by what staff set for a channel. */
export function createKeptRules(
  operators: ChannelRules,
  memory: Pick<ResilientMemory, 'channelSettings'>,
): KeptRules {
  let kept: ReadonlyMap<string, ReadonlyMap<RuleName, ChannelSetting>> = new Map();
  const sources = (place: Place) => kept.get(keyOf(place)) ?? new Map<RuleName, ChannelSetting>();
  return {
    sources,
    of: (place) => ruleFrom(operators.of(place), sources(place)),
    async refresh() {
      const rows = await memory.channelSettings.everywhere();
      if (!rows) return;
      const fresh = new Map<string, Map<RuleName, ChannelSetting>>();
      for (const { name, value, setBy, setAt, ...channel } of rows) {
        const check = Object.hasOwn(checks, name) ? checks[name as RuleName].safeParse(value) : undefined;
        if (!check?.success) continue;
        const key = keyOf(channel);
        const set = fresh.get(key) ?? new Map<RuleName, ChannelSetting>();
        fresh.set(key, set.set(name as RuleName, { value: check.data, setBy, setAt }));
      }
      kept = fresh;
    },
  };
}

function ruleFrom(usual: ChannelRule, set: ReadonlyMap<RuleName, ChannelSetting>): ChannelRule {
  const value = <Value>(name: RuleName, otherwise: Value): Value =>
    (set.get(name)?.value as Value | undefined) ?? otherwise;
  return {
    listening: value('listening', usual.listening),
    threshold: value('threshold', usual.threshold),
    language: value('language', usual.language),
    handOffs: value('hand-offs', usual.handOffs),
  };
}

const keyOf = ({ platform, workspace, channel }: Channel): string =>
  [platform, workspace, channel].join('\n');
