import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type BaseInteraction,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Question } from '../../../desk/question.ts';
import type { Reply } from '../../../desk/reply.ts';
import type { Kit } from '../discord-parts.ts';
import { discordWording } from '../discord-wording.ts';
import { type DiscordFile, readAttachments } from '../hearing/read-attachments.ts';
import { placeHere } from '../hearing/spot.ts';
import { withAttachments } from '../hearing/to-question.ts';
import { actKey } from '../question-key.ts';
import type { Act } from '../saying/act.ts';
import { renderAlone } from '../saying/render.ts';
import { forEveryone } from './command-reach.ts';
import type { Form, SlashCommand } from './listener.ts';

const { ask: words, askForm: form } = discordWording;

/** `/ask`: the answer is for the asker alone. Without words it opens a large field. */
export const ask: SlashCommand = {
  kind: 'slash',
  staffOnly: false,
  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: words.description,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: words.question,
        max_length: 6000,
      },
      { type: ApplicationCommandOptionType.Attachment, name: 'file', description: words.file },
    ],
    ...forEveryone,
  },
  async run(kit, act, interaction) {
    const text = interaction.options.getString('question') ?? '';
    const file = interaction.options.getAttachment('file');
    if (text.trim() === '' && !file) return act.openForm(largeField());
    await answerAlone(kit, act, interaction, text, file ? [file] : []);
  },
};

export const askForm: Form = {
  kind: 'form',
  prefix: 'hdask',
  async run(kit, act, interaction) {
    const text = interaction.fields.getTextInputValue('text');
    const files = [...(interaction.fields.getUploadedFiles('file')?.values() ?? [])];
    if (text.trim() === '' && files.length === 0) return act.say(form.empty);
    await answerAlone(kit, act, interaction, text, files);
  },
};

function largeField() {
  return {
    custom_id: askForm.prefix,
    title: form.title,
    components: [
      {
        type: ComponentType.Label as const,
        label: form.label,
        component: {
          type: ComponentType.TextInput as const,
          custom_id: 'text',
          style: TextInputStyle.Paragraph as const,
          required: false,
          max_length: 4000,
          placeholder: form.placeholder,
        },
      },
      {
        type: ComponentType.Label as const,
        label: form.file,
        component: {
          type: ComponentType.FileUpload as const,
          custom_id: 'file',
          required: false,
          max_values: 1,
        },
      },
    ],
  };
}

export async function answerAlone(
  kit: Kit,
  act: Act,
  interaction: BaseInteraction,
  text: string,
  files: readonly DiscordFile[],
): Promise<void> {
  await act.think();
  const question: Question = {
    id: actKey(act.id),
    text: text.trim(),
    attachments: [],
    asker: act.by,
    place: { ...placeHere(interaction), private: true },
    directed: true,
  };
  const read = await readAttachments(files, {
    apiUrl: kit.apiUrl,
    onError: (error) => kit.log.warn({ err: error }, 'discord_file_unread'),
  });
  const { reply, more } = await kit.reception.askPrivately(withAttachments(question, read));
  const shown = (one: Reply) => renderAlone(kit, one, { asker: act.by.id, key: question.id });
  if (reply) await act.edit(shown(reply));
  else await act.takeBack();
  const further = await more;
  if (further) await act.add(shown(further));
}
