import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  type Message,
  type PublicThreadChannel,
} from 'discord.js';
import type { Reply } from '../../../desk/reply.ts';
import { shorten } from '../../../markdown/visible-text.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import { placeHere } from '../hearing/spot.ts';
import type { Act } from '../saying/act.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { render } from '../saying/render.ts';
import { forStaff } from './command-reach.ts';
import type { SlashCommand } from './listener.ts';
import { addressInLink, messageAt, postForCustomer, postInPlace, starterOf } from './post-for-customer.ts';

const { kb: words } = discordWording;
const { String: typedIn, Subcommand } = ApplicationCommandOptionType;
const most = { choices: 25, characters: 100 };

const article = {
  type: typedIn as ApplicationCommandOptionType.String,
  name: 'article',
  description: words.article,
  required: true,
  autocomplete: true,
} as const;

/** `/kb search|show|post|gaps`, for staff. */
export const kb: SlashCommand = {
  kind: 'slash',
  staffOnly: true,
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'kb',
    description: words.description,
    options: [
      {
        type: Subcommand,
        name: 'search',
        description: words.search,
        options: [{ type: typedIn, name: 'query', description: words.query, required: true }],
      },
      { type: Subcommand, name: 'show', description: words.show, options: [article] },
      {
        type: Subcommand,
        name: 'post',
        description: words.post,
        options: [article, { type: typedIn, name: 'below', description: words.below }],
      },
      { type: Subcommand, name: 'gaps', description: words.gaps },
    ],
    ...forStaff,
  },
  async run(kit, act, interaction) {
    await act.think();
    const { options } = interaction;
    const order = options.getSubcommand();
    if (order === 'post') return post(kit, act, interaction);
    const words = options.getString('query') ?? options.getString('article') ?? '';
    const reply = await lookedUp(kit, order, words);
    if (reply) await act.edit(render(kit, reply, { asker: act.by.id, staff: true }));
    else await act.edit(plainMessage(discordWording.noArticle(words)));
  },
  complete(kit, interaction) {
    const typed = interaction.options.getFocused();
    return (
      sections(kit, typed) ??
      kit.staffDesk.complete(typed, most.choices).map(({ title, slug }) => choice(title, slug))
    );
  },
};

/** For staff, who have nothing to judge. `undefined`: there is no such article. */
export async function lookedUp({ staffDesk }: Kit, order: string, words: string): Promise<Reply | undefined> {
  if (order === 'search') return staffDesk.search(words);
  if (order !== 'show') return staffDesk.gaps();
  const article = staffDesk.show(words, 'asker');
  return article && { ...article, actions: [] };
}

async function post(kit: Kit, act: Act, interaction: ChatInputCommandInteraction): Promise<void> {
  const reference = interaction.options.getString('article', true);
  const reply = kit.staffDesk.show(reference, 'public');
  if (!reply) return act.edit(plainMessage(discordWording.noArticle(reference)));
  const below = interaction.options.getString('below');
  const target = await targetOf(kit, interaction, below);
  if (!target && below !== null) return act.edit(plainMessage(discordWording.noMessage));
  const isPosted = target
    ? (await postForCustomer(kit, target, reply, act)) === 'answered'
    : await postInPlace(kit, placeHere(interaction), reply, act.id);
  await act.edit(plainMessage(isPosted ? discordWording.posted(reply.title) : discordWording.notPosted));
}

/** The message that was named, or the one a thread hangs from. */
async function targetOf(
  kit: Kit,
  { channel, channelId, guildId, user }: ChatInputCommandInteraction,
  below: string | null,
): Promise<Message | undefined> {
  if (below === null) return channel?.isThread() ? starterOf(channel as PublicThreadChannel) : undefined;
  const address = addressInLink(below, channelId);
  return address && messageAt(kit, address, { guild: guildId, member: user.id });
}

/** The parts of an article, once its slug is followed by #. */
function sections({ library }: Kit, typed: string) {
  const [, slug = '', begun = ''] = /^\s*([a-z0-9-]+)#(.*)$/.exec(typed) ?? [];
  const found = library().get(slug);
  return found?.sections
    .filter(({ id, heading }) => id !== '' && `${id} ${heading}`.toLowerCase().includes(begun.toLowerCase()))
    .slice(0, most.choices)
    .map(({ id, heading }) => choice(`${found.title}: ${heading}`, `${slug}#${id}`));
}

const choice = (name: string, value: string) => ({
  name: shorten(name, most.characters),
  value: value.slice(0, most.characters),
});
