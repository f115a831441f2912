import type { Runs } from '../desk/orders/order.ts';
import type { Outreach } from '../desk/outreach.ts';
import type { Person, Place } from '../desk/question.ts';
import type { Fact } from '../desk/reply.ts';
import { saying } from '../desk/saying.ts';
import type { ChannelSetting } from '../memory/channel-settings.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import { type KeptRules, parseRule, type RuleName, ruleNames } from './kept-rules.ts';

export interface ChannelOrdersParts {
  readonly rules: KeptRules;
  readonly memory: Pick<ResilientMemory, 'channelSettings'>;
  /** Confidence from which the desk speaks unasked where nothing else is set. */
  readonly usualThreshold: number;
  /** How the desk itself is: memory, knowledge base, platforms. */
  state(): Promise<readonly Fact[]>;
  nameOf(person: string, platform: string): Promise<string>;
  outreachOn(platform: string): Outreach | undefined;
}

const words = {
  title: 'What holds in this channel',
  desk: 'How the desk is',
  fromSettings: 'from the settings of the operator',
  usual: 'as usual',
  notKept: 'The memory is away just now, so this cannot be kept.',
  comeHere: 'Who asks for a person in another channel is shown here from now on.',
  whichOne: (link: string) => `It is [this channel](${link}).`,
  notThere: 'I cannot write in that channel, so nothing is changed. Bring me into it, then set it again.',
  unknown: `Say which of these to change: ${ruleNames.join(', ')}.`,
} as const;

/** `/desk status` and `/desk set`. */
export function createChannelOrders(parts: ChannelOrdersParts): Pick<Runs, 'dstat' | 'dset'> {
  const { rules, memory, nameOf } = parts;

  const statusOf = async (place: Place): Promise<Fact[]> => {
    const rule = rules.of(place);
    const held: Record<RuleName, string> = {
      listening: rule.listening,
      threshold: String(rule.threshold ?? parts.usualThreshold),
      language: rule.language ?? 'any',
      'hand-offs': rule.handOffs ?? 'the staff’s channel',
    };
    const sources = rules.sources(place);
    return Promise.all(
      ruleNames.map(async (name) => ({
        label: name,
        value: `${held[name]} (${await sourceWords(name, sources.get(name), place.platform, nameOf)})`,
      })),
    );
  };

  /** Says so there, which also shows that it can. */
  const mayWriteIn = async (channel: string, { platform, workspace, ...from }: Place): Promise<boolean> => {
    const outreach = parts.outreachOn(platform);
    if (!outreach) return false;
    const here = { platform, workspace, channel: from.channel, private: from.private };
    const link = await outreach.linkTo(here).catch(() => undefined);
    const body = link === undefined ? '' : words.whichOne(link);
    const news = { ...saying({ title: words.comeHere, body }), audience: 'public' } as const;
    const at = { platform, workspace, channel, private: false };
    return outreach.post(at, news, `hand-offs ${crypto.randomUUID()}`).then(
      () => true,
      () => false,
    );
  };

  return {
    dstat: async ({ place }) => {
      // Asked on a page of the platform's own, where no channel is.
      if (place.channel === '')
        return { replies: [{ ...saying(words.desk), kind: 'answer', facts: await parts.state() }] };
      const facts = [...(await statusOf(place)), ...(await parts.state())];
      return { replies: [{ ...saying(words.title), kind: 'answer', facts }] };
    },
    dset: async ({ by, place, values: { what = '', value = '' } }) => {
      const name = ruleNames.find((one) => one === what.trim().toLowerCase());
      if (!name) return { replies: [saying(words.unknown)] };
      const read = value.trim() === '' ? { value: undefined } : parseRule(name, value);
      if ('error' in read) return { replies: [saying(`${name}: ${read.error}.`)] };
      if (name === 'hand-offs' && read.value !== undefined && !(await mayWriteIn(String(read.value), place)))
        return { replies: [saying(words.notThere)] };
      const isKept = await memory.channelSettings.set(channelOf(place), name, read.value, identityOf(by));
      if (!isKept) return { replies: [saying(words.notKept)] };
      await rules.refresh();
      return { replies: [{ ...saying(words.title), kind: 'answer', facts: await statusOf(place) }] };
    },
  };
}

async function sourceWords(
  name: RuleName,
  source: ChannelSetting | undefined,
  platform: string,
  nameOf: ChannelOrdersParts['nameOf'],
): Promise<string> {
  // Of a channel's rules only who is listened to stands in the operator's settings.
  if (!source) return name === 'listening' ? words.fromSettings : words.usual;
  const day = new Date(source.setAt).toISOString().slice(0, 10);
  return `set by ${await nameOf(source.setBy, platform)} on ${day}`;
}

const channelOf = ({ platform, workspace, channel }: Place) => ({ platform, workspace, channel });
const identityOf = ({ platform, workspace, id }: Person) => ({ platform, workspace, id });
