import { ApplicationCommandType, ComponentType, type StringSelectMenuInteraction } from 'discord.js';
import type { Reply } from '../../../desk/reply.ts';
import { wording } from '../../../desk/wording.ts';
import { shorten } from '../../../markdown/visible-text.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import { readAttachments } from '../hearing/read-attachments.ts';
import { filesOf } from '../hearing/to-question.ts';
import type { MessageBody } from '../saying/message-body.ts';
import { plainMessage } from '../saying/plain-message.ts';
import { render } from '../saying/render.ts';
import { forStaff } from './command-reach.ts';
import { allWordsOf } from './explain.ts';
import type { MenuCommand, Select } from './listener.ts';
import { messageAt, postForCustomer } from './post-for-customer.ts';

const most = { options: 25, characters: 100 };

/** In the menu of a customer's message, for staff: what fits, and the one they choose is posted below it. */
export const answerFromKb: MenuCommand = {
  kind: 'menu',
  staffOnly: true,
  definition: { type: ApplicationCommandType.Message, name: discordWording.answerFromKb, ...forStaff },
  async run(kit, act, { targetMessage }) {
    await act.think();
    const { attachments } = await readAttachments(filesOf(targetMessage), {
      apiUrl: kit.apiUrl,
      onError: (error) => kit.log.warn({ err: error }, 'discord_file_unread'),
    });
    const text = [allWordsOf(targetMessage), ...attachments.map((one) => one.text)].join('\n\n');
    const found = kit.staffDesk.search(text);
    const { channelId: channel, id: message } = targetMessage;
    const candidates = { ...found, actions: [] };
    const body = render(kit, candidates, { asker: act.by.id, staff: true });
    const choices = optionsOf(kit, found);
    await act.edit(
      choices.length > 0
        ? withSelect(body, `hdpost:${channel}:${message}`, choices)
        : plainMessage(discordWording.noCandidates),
    );
  },
};

export const postChosen: Select = {
  kind: 'select',
  prefix: 'hdpost:',
  async run(kit, act, interaction) {
    if (!act.by.staff) return act.say(wording.onlyStaff);
    await act.update();
    await act.edit(plainMessage(await postedBy(kit, act.by, interaction)));
  },
};

async function postedBy(
  kit: Kit,
  by: Parameters<typeof postForCustomer>[3]['by'],
  { customId, values: [slug = ''], message, guildId, user }: StringSelectMenuInteraction,
): Promise<string> {
  const reply = kit.staffDesk.show(slug, 'public');
  if (!reply) return discordWording.noArticle(slug);
  const [, channel = '', id = ''] = customId.split(':');
  const target = await messageAt(kit, { channel, message: id }, { guild: guildId, member: user.id });
  if (!target) return discordWording.noMessage;
  // One choice a menu, however often it is made.
  const outcome = await postForCustomer(kit, target, reply, { id: message.id, by });
  return outcome === 'answered' ? discordWording.posted(reply.title) : discordWording.notPosted;
}

function optionsOf({ library }: Kit, { sources }: Reply) {
  return sources
    .filter(({ slug }) => slug.length <= most.characters)
    .slice(0, most.options)
    .map(({ slug, title }) => {
      const summary = shorten(library().get(slug)?.summary ?? '', most.characters);
      return {
        label: shorten(title, most.characters),
        value: slug,
        ...(summary === '' ? {} : { description: summary }),
      };
    });
}

function withSelect(body: MessageBody, customId: string, options: ReturnType<typeof optionsOf>): MessageBody {
  const select = {
    type: ComponentType.StringSelect as const,
    custom_id: customId,
    placeholder: discordWording.pick,
    options,
  };
  const row = { type: ComponentType.ActionRow as const, components: [select] };
  return { ...body, components: [...body.components, row] };
}
