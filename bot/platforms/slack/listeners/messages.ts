import type { SlackEventMiddlewareArgs, webApi } from '@slack/bolt';
import type { OnTheWay } from '../../../desk/poster.ts';
import type { Question } from '../../../desk/question.ts';
import type { Outcome } from '../../../desk/reception.ts';
import { maskPersonal } from '../../../privacy/mask.ts';
import { onTakenFrom } from '../connection/acknowledge.ts';
import { aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import { readFiles } from '../hearing/read-files.ts';
import {
  isDirect,
  type SlackMessage,
  type Spoken,
  spokenBy,
  teamOfAuthor,
} from '../hearing/slack-message.ts';
import { opensWithOther } from '../hearing/slack-text.ts';
import { type Around, isDirected, personOf, toQuestion, withFiles } from '../hearing/to-question.ts';
import { createPoster } from '../saying/poster.ts';
import { sayPrivately } from '../saying/say-privately.ts';
import { showWorking } from '../saying/working.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { obeyStaff } from './staff-words.ts';

type PersonsMessage = SlackMessage & { readonly user: string };

const editableMs = 2 * 60_000;
const warnAgainMs = 3_600_000;

export function hearMessages(ear: Ear, kit: Kit): void {
  const hear = async ({
    event,
    body,
    client,
    context,
  }: Pick<SlackEventMiddlewareArgs, 'event' | 'body'> & {
    client: webApi.WebClient;
    context: Parameters<typeof aroundOf>[0];
  }) => {
    const onTaken = onTakenFrom(context);
    try {
      if (!kit.seen.take(`event ${body.event_id}`)) return;
      await hearMessage(kit, event as unknown as SlackMessage, aroundOf(context), client, onTaken);
    } finally {
      onTaken();
    }
  };
  ear.event('app_mention', { subscriptions: ['app_mention'], scopes: ['app_mentions:read'] }, hear);
  const kinds = ['channels', 'groups', 'im', 'mpim'];
  const subscriptions = kinds.map((kind) => `message.${kind}`);
  ear.event('message', { subscriptions, scopes: kinds.map((kind) => `${kind}:history`) }, hear);
  ear.uses('chat:write', 'files:read', 'assistant:write');
}

/** Until the message is noted nothing is awaited. */
async function hearMessage(
  kit: Kit,
  event: SlackMessage,
  around: Around,
  client: webApi.WebClient,
  onTaken: () => void,
): Promise<void> {
  const spoken = spokenBy(event, around.botUserId);
  if (!spoken) return;
  const { message, editedAt = '' } = spoken;
  const mayConcern = isListening(kit, message, around) || message.thread_ts !== undefined;
  if (!mayConcern && !isDirected(message, around)) return;
  // A mention comes as two events, perhaps to two processes: where these cannot agree, one of the events counts.
  if (event.type === 'message' && !isDirect(message) && isDirected(message, around)) {
    if (kit.memory.agreeing?.() === false) return;
  }
  // And each of them may come again.
  if (!kit.seen.take(`${around.team} ${message.channel} ${message.ts} ${editedAt}`)) return;
  await takeIn(kit, spoken, around, client, { onTaken });
}

interface TakeInOptions {
  /** It was taken in before. */
  readonly again?: boolean;
  onTaken?(): void;
}

/** One message, or the change of one, from the question to the answer in its thread. */
export async function takeIn(
  kit: Kit,
  { message, editedAt }: Spoken,
  around: Around,
  client: webApi.WebClient,
  { again = false, onTaken = () => {} }: TakeInOptions = {},
): Promise<void> {
  const who = { user: message.user, userTeam: teamOfAuthor(message), team: around.team };
  const staff = await kit.staff(who, client);
  const isEdit = editedAt !== undefined;
  const isNew = !isEdit && !again;
  if (isEdit) onTaken();
  const asked = toQuestion(message, personOf(message.user, staff, around), around);
  if (staff && asked.directed && (await obeyStaff(kit, client, around, asked, { isEdit, onTaken }))) return;
  const question = await placed(kit, asked, message, around);
  if (!question) return;
  const onError = (error: unknown) => kit.log.warn({ err: error }, 'slack_file_unread');
  const readers = { client, apiUrl: kit.apiUrl, onError };
  const complete = async () => withFiles(question, await readFiles(message.files ?? [], readers));
  const outcome = isEdit
    ? await answerAnew(kit, client, await complete())
    : await answer(kit, client, question, { onTaken, complete });
  if (outcome !== 'answered') return;
  kit.lastAnswered.set(message.channel, question.id);
  if (isNew && !isDirect(message)) await warnOfPaste(kit, client, question);
}

/** The question, if it is one for the desk; what staff say to others makes the desk quiet. */
async function placed(
  kit: Kit,
  question: Question,
  message: PersonsMessage,
  around: Around,
): Promise<Question | undefined> {
  if (question.directed) return question;
  const inThread = message.thread_ts !== undefined;
  if (inThread && (await kit.reception.follows(question))) return { ...question, followsUp: true };
  if (question.asker.staff) {
    await kit.reception.staffSpoke(question);
    return undefined;
  }
  const open = !inThread || message.parent_user_id === message.user;
  const toOther = opensWithOther(message.text ?? '', around.botUserId);
  return isListening(kit, message, around) && open && !toOther ? question : undefined;
}

function isListening({ rules }: Kit, { channel }: SlackMessage, { team }: Around): boolean {
  const place = { platform: 'slack', workspace: team, channel, private: false };
  return rules.of(place).listening === 'listening';
}

async function answer(
  kit: Kit,
  client: webApi.WebClient,
  question: Question,
  onTheWay: OnTheWay,
): Promise<Outcome> {
  const { channel, thread = '' } = question.place;
  const afterMs = question.directed ? kit.workingAfterMs : undefined;
  const onError = (error: unknown) => kit.log.warn({ err: error }, 'slack_status_failed');
  const working =
    afterMs === undefined ? undefined : showWorking({ client, channel, thread, afterMs, onError });
  const poster = createPoster({ ...kit, client, ...(working ? { working } : {}) });
  try {
    return await kit.reception.receive(question, poster, onTheWay);
  } finally {
    await working?.clear();
  }
}

async function answerAnew(kit: Kit, client: webApi.WebClient, question: Question): Promise<Outcome> {
  const poster = createPoster({ ...kit, client });
  const outcome = await kit.reception.edited(question, poster);
  if (outcome !== 'not-ours' || !(await isNowAsked(kit, question))) return outcome;
  const received = await kit.reception.receive(question, poster);
  // The question itself came only now, after its own edit.
  return received === 'duplicate' ? kit.reception.edited(question, poster) : received;
}

/** A mention that was forgotten and put in by an edit. */
async function isNowAsked({ memory, now }: Kit, { id, directed }: Question): Promise<boolean> {
  const saidAt = Number(id.split(':').at(-1)) * 1000;
  return directed && now() - saidAt < editableMs && (await memory.answerTo(id)) === undefined;
}

async function warnOfPaste(
  kit: Kit,
  client: webApi.WebClient,
  { text, asker, place }: Question,
): Promise<void> {
  if (maskPersonal(text) === text) return;
  const before = kit.warned.get(asker.id);
  if (before !== undefined && kit.now() - before < warnAgainMs) return;
  kit.warned.set(asker.id, kit.now());
  const thread = place.thread === undefined ? {} : { thread: place.thread };
  const spot = { client, pace: kit.pace, channel: place.channel, user: asker.id, direct: false, ...thread };
  await sayPrivately(spot, { text: slackWording.pasteShown });
}
