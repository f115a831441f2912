import type { types, webApi } from '@slack/bolt';
import type { Answered } from '../../../desk/desk-memory.ts';
import { wording } from '../../../desk/wording.ts';
import { actorOf, aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import type { Around } from '../hearing/to-question.ts';
import { questionKey, stampIn } from '../question-key.ts';
import { markedMessages } from '../saying/post-once.ts';
import { type PrivateSpot, sayPrivately } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { spotOfCommand, spotOfMessage } from './spots.ts';

interface Pointed {
  readonly channel: string;
  readonly ts: string;
  /** The thread to look through for the bot's answer. */
  readonly thread?: string;
  readonly blocks?: readonly { readonly block_id?: string }[] | undefined;
}

/** "Why did it answer so": a command with a link, an entry in the menu of a message, and words in a thread. */
export function hearWhy(ear: Ear, kit: Kit): void {
  const command = {
    command: '/why',
    description: 'Staff: why the bot answered so',
    usage: '[link of a message]',
  } as const;
  ear.command(command, async ({ command: { text, channel_id }, body, client, context }) => {
    const around = aroundOf(context);
    const spot = spotOfCommand(kit, client, body);
    const by = await actorOf(kit, client, around, { id: body.user_id, team_id: body.team_id });
    if (!by.staff) return sayPrivately(spot, { text: wording.onlyStaff });
    const linked = addressInLink(text);
    const last = kit.lastAnswered.get(channel_id);
    const answered = !linked && last !== undefined ? await kit.memory.answerTo(last) : undefined;
    if (answered) return sayReply(kit, spot, kit.staffDesk.why(answered), { staff: true });
    return sayWhy(kit, spot, around, linked);
  });

  const entry = {
    id: 'hd_why',
    name: 'Why this answer?',
    description: 'Staff: what decided, scores, runners-up',
  };
  ear.messageMenu(entry, async ({ shortcut, client, context }) => {
    const around = aroundOf(context);
    const spot = spotOfMessage(kit, client, shortcut);
    const by = await actorOf(kit, client, around, shortcut.user);
    if (!by.staff) return sayPrivately(spot, { text: wording.onlyStaff });
    const { ts, thread_ts, blocks } = shortcut.message as {
      ts?: string;
      thread_ts?: string;
      blocks?: types.KnownBlock[];
    };
    const pointed = { channel: shortcut.channel.id, ts: ts ?? shortcut.message_ts, blocks };
    return sayWhy(kit, spot, around, { ...pointed, thread: thread_ts ?? pointed.ts });
  });
}

export async function sayWhy(
  kit: Kit,
  spot: PrivateSpot,
  around: Around,
  pointed: Pointed | undefined,
): Promise<void> {
  const answered = pointed && (await answeredAt(kit, spot.client, around, pointed));
  if (answered) await sayReply(kit, spot, kit.staffDesk.why(answered), { staff: true });
  else await sayPrivately(spot, { text: slackWording.nothingToExplain });
}

/** What was answered at, with or around a message: the answer itself, the question, or another message of the thread. */
async function answeredAt(
  { memory }: Kit,
  client: webApi.WebClient,
  { team }: Around,
  { channel, ts, thread, blocks = [] }: Pointed,
): Promise<Answered | undefined> {
  const stamped = blocks.map((block) => stampIn(block.block_id).key).find((key) => key !== undefined);
  const known =
    (stamped !== undefined ? await memory.answerTo(stamped) : undefined) ??
    (await memory.answerTo(questionKey({ team, channel, ts })));
  if (known?.messageId !== undefined || thread === undefined) return known;
  let last: string | undefined;
  for await (const { key } of markedMessages(client, { channel, thread }))
    if (key.startsWith('slack:')) last = key;
  return (last !== undefined ? await memory.answerTo(last) : undefined) ?? known;
}

/** The message a link of Slack's points to. */
export function addressInLink(text: string): Pointed | undefined {
  const [, channel, seconds, micros] = /\/archives\/([A-Z0-9]+)\/p(\d{10})(\d{6})/.exec(text) ?? [];
  if (!channel || !seconds || !micros) return undefined;
  const ts = `${seconds}.${micros}`;
  const [, thread = ts] = /[?&;]thread_ts=(\d+\.\d+)/.exec(text) ?? [];
  return { channel, ts, thread };
}
