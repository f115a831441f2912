import type { Message } from 'discord.js';
import type { Person, Place, Question } from '../../../desk/question.ts';
import type { Outcome } from '../../../desk/reception.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import { readAttachments } from '../hearing/read-attachments.ts';
import { missingIn, missingToAnswer, placeHere, type Spot } from '../hearing/spot.ts';
import {
  isDirected,
  isForOther,
  isPersons,
  orderIn,
  toQuestion,
  withAttachments,
} from '../hearing/to-question.ts';
import { createPoster } from '../saying/poster.ts';
import { tellAlone } from '../saying/tell-alone.ts';
import { showWorking } from '../saying/working.ts';
import { isStaffSomewhere, personOf } from '../staff.ts';
import { isForStaff, obeyStaff } from './staff-words.ts';

const editableMs = 2 * 60_000;

/** Takes in one message, or the change of one, wherever it stands. */
export async function hearMessage(
  kit: Kit,
  message: Message,
  { changed = false }: { changed?: boolean } = {},
): Promise<void> {
  if (!isPersons(message)) return;
  // A thread that was archived when the bot started is known by its id alone.
  if (message.channel.isThread() && message.channel.parentId === null) await message.channel.fetch();
  const inThread = message.channel.isThread();
  if (!isDirected(message) && !inThread && !isListening(kit, placeHere(message))) return;
  const asker = await askerOf(kit, message);
  const { question: heard, spot, files } = toQuestion(message, asker);
  const asked = await placed(kit, withOrder(kit, heard, message), message);
  if (!asked) return;
  const missing = missingToAnswer(message.channel);
  if (missing.length > 0) return mayNotAnswer(kit, message, asked, spot, missing);
  const isNews = !changed || isYoung(kit, message);
  if (asked.directed && asker.staff && isNews && (await obeyStaff(kit, message, asked, spot))) return;
  // Without the Message Content intent Discord shows the bot an empty message.
  if (!asked.directed && asked.text === '' && files.length === 0) return;
  const onError = (error: unknown) => kit.log.warn({ err: error }, 'discord_file_unread');
  const complete = async () =>
    withAttachments(asked, await readAttachments(files, { apiUrl: kit.apiUrl, onError }));
  if (changed) await answerAnew(kit, message, await complete(), spot);
  else await answer(kit, message, asked, spot, complete);
}

/** In a direct conversation roles are looked up, where staff alone could mean what is said. */
async function askerOf(kit: Kit, message: Message): Promise<Person> {
  const person = personOf(kit, { user: message.author, member: message.member });
  if (message.inGuild()) return person;
  const words = orderIn(message);
  const asStaff = kit.orders.said(words, { ...person, staff: true });
  const isStaffs = isForStaff(words) || (asStaff && !kit.orders.said(words, person));
  return isStaffs ? { ...person, staff: await isStaffSomewhere(kit, person.id) } : person;
}

/** The question, if it is one for the desk; what staff say to others makes the desk quiet. */
async function placed(kit: Kit, question: Question, message: Message): Promise<Question | undefined> {
  if (question.directed) return question;
  const { channel, author } = message;
  const thread = channel.isThread() ? channel : undefined;
  const forOther = isForOther(message);
  if (thread && !forOther && (await kit.reception.follows(question))) return { ...question, followsUp: true };
  if (question.asker.staff) {
    await kit.reception.staffSpoke(question);
    return undefined;
  }
  const open = !thread || thread.ownerId === author.id;
  return isListening(kit, question.place) && open && !forOther ? question : undefined;
}

function isListening({ rules }: Kit, place: Place): boolean {
  return rules.of(place).listening === 'listening';
}

/** An order stands alone: without the words it points at, and naming people by their ids. */
function withOrder({ orders }: Kit, question: Question, message: Message): Question {
  if (!question.directed) return question;
  const text = orderIn(message);
  return orders.said(text, question.asker) ? { ...question, text } : question;
}

/** The bot may delete what was said there. */
function isHideable({ channel }: Message): boolean {
  return !channel.isDMBased() && missingIn(channel, ['ManageMessages']).length === 0;
}

async function answer(
  kit: Kit,
  message: Message,
  question: Question,
  spot: Spot,
  complete: () => Promise<Question>,
): Promise<Outcome> {
  const poster = createPoster({ kit, spot, hideable: isHideable(message) });
  const done = question.directed ? showWorking(kit, spot.channel) : () => {};
  return kit.reception.receive(question, poster, { complete }).finally(done);
}

async function answerAnew(kit: Kit, message: Message, question: Question, spot: Spot): Promise<Outcome> {
  const poster = createPoster({ kit, spot, hideable: isHideable(message) });
  const outcome = await kit.reception.edited(question, poster);
  const nowAsked = outcome === 'not-ours' && (await isNowAsked(kit, question, message));
  return nowAsked ? kit.reception.receive(question, poster) : outcome;
}

/** A mention that was forgotten and put in by an edit. */
async function isNowAsked(kit: Kit, { id, directed }: Question, message: Message): Promise<boolean> {
  return directed && isYoung(kit, message) && (await kit.memory.answerTo(id)) === undefined;
}

function isYoung({ now }: Kit, { createdTimestamp }: Message): boolean {
  return now() - createdTimestamp < editableMs;
}

async function mayNotAnswer(
  kit: Kit,
  { channel }: Message,
  question: Question,
  spot: Spot,
  missing: readonly string[],
): Promise<void> {
  kit.log.warn({ channel: spot.channel, missing }, 'discord_permission_missing');
  if (!question.directed || channel.isDMBased()) return;
  const words = discordWording.mayNotAnswer(`#${channel.name}`, missing);
  await tellAlone(kit, spot, question, words).catch((error: unknown) =>
    kit.log.info({ err: error }, 'discord_permission_untold'),
  );
}
