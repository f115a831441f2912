import { type Client, type Message, MessageType } from 'discord.js';
import type { Person, Question } from '../../../desk/question.ts';
import { questionKey } from '../question-key.ts';
import type { DiscordFile, ReadAttachments } from './read-attachments.ts';
import { placedOf, type Spot } from './spot.ts';
import { opensWithOther, typedOrder, typedText } from './typed-text.ts';

/** Said by a person just now; not by a bot, ours or another's, a webhook or the system. */
export function isPersons(message: Message): boolean {
  const { author, webhookId, system, type } = message;
  return !author.bot && !author.system && webhookId === null && !system && spoken.has(type);
}

const spoken = new Set<MessageType>([MessageType.Default, MessageType.Reply]);

/** The bot's id and that of the role that Discord made for it: people mean the bot by either. */
function ownIds({ client, guild }: Message): ReadonlySet<string> {
  const role = guild?.members.me?.roles.cache.find(({ managed }) => managed)?.id;
  return new Set([idOfBot(client), ...(role === undefined ? [] : [role])]);
}

function idOfBot({ user }: Client): string {
  if (!user) throw new Error('Discord sent something before the bot had started');
  return user.id;
}

/** A mention, a direct message, or a reply to the bot: an answer is expected. @everyone means nobody. */
export function isDirected(message: Message): boolean {
  const { mentions, guildId } = message;
  const own = ownIds(message);
  return (
    guildId === null ||
    [...own].some((id) => mentions.users.has(id) || mentions.roles.has(id)) ||
    (mentions.repliedUser !== null && own.has(mentions.repliedUser.id))
  );
}

/** Addressed to somebody else, by a mention at the start or as a reply. */
export function isForOther(message: Message): boolean {
  const { author, content, mentions } = message;
  const own = ownIds(message);
  const replied = message.type === MessageType.Reply ? mentions.repliedUser?.id : undefined;
  return (
    opensWithOther(content, own) || (replied !== undefined && replied !== author.id && !own.has(replied))
  );
}

/** The first message of a forum post. */
function isForumPost({ id, channelId }: Message): boolean {
  return id === channelId;
}

export interface Heard {
  readonly question: Question;
  readonly spot: Spot;
  readonly files: readonly DiscordFile[];
}

/** A message as the desk takes it, its files not yet read. */
export function toQuestion(message: Message, asker: Person): Heard {
  const { spot, place } = placedOf(message);
  const directed = isDirected(message);
  const told = directed ? pointedAt(message) : undefined;
  const question: Question = {
    id: questionKey({ channel: message.channelId, message: message.id }),
    text: wordsOf(message, told),
    attachments: [],
    asker,
    place,
    directed,
  };
  return { question, spot, files: filesOf(message, told) };
}

export function withAttachments(question: Question, { attachments, unread }: ReadAttachments): Question {
  return { ...question, attachments, ...(unread === undefined ? {} : { unread }) };
}

/** Whose message somebody points at with "@bot, what is this?". */
function pointedAt({ channel, reference }: Message): Message | undefined {
  const told = reference?.messageId ? channel.messages.cache.get(reference.messageId) : undefined;
  return told && isPersons(told) ? told : undefined;
}

/** The title of a forum post, the message's own words, those it forwards and those it points at. */
export function wordsOf(message: Message, told?: Message): string {
  const own = ownIds(message);
  const { content, mentions, messageSnapshots } = message;
  // Where somebody brought the bot along to a server that is not its own, there is no channel.
  const channel = message.channel as Message['channel'] | null;
  const parts = [
    isForumPost(message) && channel?.isThread() ? channel.name : '',
    typedText(content, mentions, own),
    ...messageSnapshots.map((one) => one.content ?? ''),
    told ? typedText(told.content, told.mentions, own) : '',
  ];
  return parts.filter((part) => part.trim() !== '').join('\n\n');
}

/** The message's own words as an order may stand in them. */
export function orderIn(message: Message): string {
  return typedOrder(message.content, ownIds(message));
}

export function filesOf(message: Message, told?: Message): DiscordFile[] {
  const forwarded = message.messageSnapshots.flatMap((one) => one.attachments);
  return [message.attachments, forwarded, ...(told ? [told.attachments] : [])].flatMap((files) => [
    ...files.values(),
  ]);
}
