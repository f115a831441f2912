import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Answered } from '../../../desk/desk-memory.ts';
import type { Place } from '../../../desk/question.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import { placedOf } from '../hearing/spot.ts';
import { type MessageAddress, questionKey } from '../question-key.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { render } from '../saying/render.ts';
import { forStaff } from './command-reach.ts';
import type { SlashCommand } from './listener.ts';
import { addressInLink, messageAt } from './post-for-customer.ts';

const most = { messages: 50, lookedAt: 10 };

/** `/why`, for staff: about the answer a link points to, or the latest in this channel. */
export const why: SlashCommand = {
  kind: 'slash',
  staffOnly: true,
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'why',
    description: discordWording.why.description,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'message',
        description: discordWording.why.message,
      },
    ],
    ...forStaff,
  },
  async run(kit, act, interaction) {
    await act.think();
    const named = interaction.options.getString('message');
    const address = named === null ? undefined : addressInLink(named, interaction.channelId);
    const answered =
      named === null ? await latestHere(kit, interaction) : await answeredAt(kit, address, interaction);
    if (answered) await act.edit(render(kit, kit.staffDesk.why(answered), { asker: act.by.id, staff: true }));
    else await act.edit(plainMessage(discordWording.nothingToExplain));
  },
};

/** The answer at that message, or the answer to it. */
async function answeredAt(
  kit: Kit,
  address: MessageAddress | undefined,
  { guildId, user }: ChatInputCommandInteraction,
): Promise<Answered | undefined> {
  const message = address && (await messageAt(kit, address, { guild: guildId, member: user.id }));
  if (!message) return undefined;
  const key = questionKey({ channel: message.channelId, message: message.id });
  return (await kit.memory.answerTo(key)) ?? kit.memory.answerAt(placedOf(message).place, message.id);
}

async function latestHere(
  { calls, client, memory }: Kit,
  { channel, channelId, guildId }: ChatInputCommandInteraction,
): Promise<Answered | undefined> {
  const above = channel?.isThread() ? (channel.parentId ?? channelId) : channelId;
  const place: Place = { platform: 'discord', workspace: guildId ?? '', channel: above, private: false };
  const messages = await calls.latest(channelId, most.messages);
  const own = messages.filter(({ author }) => author.id === client.user?.id).slice(0, most.lookedAt);
  for (const { id } of own) {
    const answered = await memory.answerAt(place, id);
    if (answered) return answered;
  }
  return undefined;
}
