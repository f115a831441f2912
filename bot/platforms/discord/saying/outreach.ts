import type { Outreach } from '../../../desk/outreach.ts';
import type { Place } from '../../../desk/question.ts';
import { oneLine, shorten } from '../../../markdown/visible-text.ts';
import type { Kit } from '../discord-parts.ts';
import { refusal, refusalOf } from './call-discord.ts';
import { marked } from './mark.ts';
import type { MessageBody } from './message-body.ts';
import { createNames } from './names.ts';
import { changeWhereItStands, nowhere, postOnce } from './post-once.ts';
import { render, renderAlone } from './render.ts';

/**
 * How the bot says on Discord what nobody asked for just then. Each message carries its key (see `marked`), so that it
 * is found again by whatever process comes next, and nothing has to be remembered.
 */
export function createOutreach(kit: Kit): Outreach {
  const { calls } = kit;
  return {
    async post({ channel, thread = channel, below }, reply, key) {
      const body = render(kit, reply, {});
      if (below !== undefined) return postBelow(kit, thread, below, { body, key, title: reply.title });
      try {
        return await postOnce(kit, thread, body, key);
      } catch (error) {
        if (refusalOf(error) !== refusal.unknownChannel || thread === channel) throw error;
        return postWithoutThread(kit, channel, thread, { body, key }, error);
      }
    },

    async update({ channel, thread }, messageId, reply, key) {
      if (messageId === nowhere) return;
      const places = thread === undefined ? [channel] : [thread, channel];
      await changeWhereItStands(kit, places, messageId, marked(render(kit, reply, {}), key));
    },

    async tell({ id }, reply, key) {
      const { id: channel } = await calls.openDirect(id);
      await postOnce(kit, channel, renderAlone(kit, reply, { asker: id }), key);
    },

    linkTo: (place) => linkTo(kit, place),
    nameOf: createNames(kit),
  };
}

interface Said {
  readonly body: MessageBody;
  readonly key: string;
}

/** In a thread that hangs from the message, or pointing at it where none can be begun. */
async function postBelow(
  kit: Kit,
  channel: string,
  below: string,
  { body, key, title }: Said & { readonly title: string },
): Promise<string> {
  const name = shorten(oneLine(title), 90) || '…';
  try {
    await kit.calls.startThread(channel, below, name);
  } catch (error) {
    const why = refusalOf(error);
    if (why === undefined) throw error;
    if (why !== refusal.threadExists) return postOnce(kit, channel, body, key, { replyTo: below });
  }
  return postOnce(kit, below, body, key);
}

/**
 * Where the bot may begin no threads, a place's thread is the message that would carry it. One that is no message
 * there was a thread that is gone, and perhaps not everybody could read it.
 */
async function postWithoutThread(
  kit: Kit,
  channel: string,
  message: string,
  { body, key }: Said,
  error: unknown,
): Promise<string> {
  const stands = await kit.calls.message(channel, message).then(
    () => true,
    () => false,
  );
  if (!stands) throw error;
  return postOnce(kit, channel, body, key, { replyTo: message });
}

/** Of a thread, or of the message that would carry it. Nobody else can go to a direct conversation. */
async function linkTo(
  { client }: Kit,
  { workspace, channel, thread, private: alone }: Place,
): Promise<string | undefined> {
  if (alone || workspace === '') return undefined;
  const server = `https://discord.com/channels/${workspace}`;
  if (thread === undefined) return `${server}/${channel}`;
  const found = await client.channels.fetch(thread).catch(() => null);
  return found?.isThread() ? `${server}/${thread}` : `${server}/${channel}/${thread}`;
}
