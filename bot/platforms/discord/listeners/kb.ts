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
import { actKey } from '../question-key.ts';
import type { Act } from '../saying/act.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { createPoster } from '../saying/poster.ts';
import { render } from '../saying/render.ts';
import { forStaff } from './command-reach.ts';
import type { SlashCommand } from './listener.ts';
import { addressInLink, messageAt, postForCustomer, starterOf } from './post-for-customer.ts';

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
    const order = interaction.options.getSubcommand();
    if (order === 'post') return post(kit, act, interaction);
    const reply = await looked(kit, order, interaction);
    if (reply) await act.edit(render(kit, reply, { asker: act.by.id, staff: true }));
    else
      await act.edit(plainMessage(discordWording.noArticle(interaction.options.getString('article') ?? '')));
  },
  complete(kit, interaction) {
    const typed = interaction.options.getFocused();
    return (
      sections(kit, typed) ??
      kit.staffDesk.complete(typed, most.choices).map(({ title, slug }) => choice(title, slug))
    );
  },
};

async function looked(
  { staffDesk }: Kit,
  order: string,
  { options }: ChatInputCommandInteraction,
): Promise<Reply | undefined> {
  if (order === 'search') return staffDesk.search(options.getString('query', true));
  if (order === 'show') return staffDesk.show(options.getString('article', true), 'asker');
  return staffDesk.gaps();
}

async function post(kit: Kit, act: Act, interaction: ChatInputCommandInteraction): Promise<void> {
  const reference = interaction.options.getString('article', true);
  const reply = kit.staffDesk.show(reference, 'public');
  if (!reply) return act.edit(plainMessage(discordWording.noArticle(reference)));
  const below = interaction.options.getString('below');
  const target = await targetOf(kit, interaction, below);
  if (!target && below !== null) return act.edit(plainMessage(discordWording.noMessage));
  const key = actKey(act.id);
  const outcome = target
    ? await postForCustomer(kit, target, reply, { key, by: act.by })
    : await postHere(kit, act, interaction, reply);
  const said = outcome === 'answered' ? discordWording.posted(reply.title) : discordWording.notPosted;
  await act.edit(plainMessage(said));
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

/** For nobody in particular: its buttons are the poster's. */
function postHere(
  kit: Kit,
  act: Act,
  { channelId, channel, guildId }: ChatInputCommandInteraction,
  reply: Reply,
) {
  const thread = channel?.isThread() ? { thread: channelId } : {};
  const above = channel?.isThread() ? (channel.parentId ?? channelId) : channelId;
  const question = {
    id: actKey(act.id),
    text: '',
    attachments: [],
    asker: act.by,
    place: { platform: 'discord', workspace: guildId ?? '', channel: above, ...thread, private: false },
    directed: true,
  };
  const spot = { channel: channelId, message: act.id, way: 'plain' } as const;
  return kit.reception.deliver(question, reply, createPoster({ kit, spot, hideable: false }));
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
