import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { Answered } from '../../../desk/desk-memory.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import { placeHere } from '../hearing/spot.ts';
import type { Act } from '../saying/act.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { render } from '../saying/render.ts';
import { answeredAt, latestAnswer } from './answered.ts';
import { forStaff } from './command-reach.ts';
import type { MenuCommand, SlashCommand } from './listener.ts';
import { addressInLink, messageAt } from './post-for-customer.ts';

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
    const { guildId: guild, channelId, user } = interaction;
    const address = named === null ? undefined : addressInLink(named, channelId);
    const message = address && (await messageAt(kit, address, { guild, member: user.id }));
    const answered =
      named === null
        ? await latestAnswer(kit, placeHere(interaction))
        : message && (await answeredAt(kit, message));
    await tellWhy(kit, act, answered);
  },
};

/** The same in the menu of an answer, or of the question it answers. */
export const whyInMenu: MenuCommand = {
  kind: 'menu',
  staffOnly: true,
  definition: { type: ApplicationCommandType.Message, name: discordWording.why.menu, ...forStaff },
  async run(kit, act, { targetMessage }) {
    await act.think();
    await tellWhy(kit, act, await answeredAt(kit, targetMessage));
  },
};

async function tellWhy(kit: Kit, act: Act, answered: Answered | undefined): Promise<void> {
  if (answered) await act.edit(render(kit, kit.staffDesk.why(answered), { asker: act.by.id, staff: true }));
  else await act.edit(plainMessage(discordWording.nothingToExplain));
}
