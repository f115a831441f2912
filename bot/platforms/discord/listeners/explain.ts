import { ApplicationCommandType, type Message } from 'discord.js';
import { discordWording } from '../discord-wording.ts';
import { filesOf, wordsOf } from '../hearing/to-question.ts';
import { answerAlone } from './ask.ts';
import { forEveryone } from './command-reach.ts';
import type { MenuCommand } from './listener.ts';

/** In the menu of any message; only whoever chose it sees the answer. */
export const explain: MenuCommand = {
  kind: 'menu',
  staffOnly: false,
  definition: { type: ApplicationCommandType.Message, name: discordWording.explain, ...forEveryone },
  run: (kit, act, interaction) =>
    answerAlone(
      kit,
      act,
      interaction,
      allWordsOf(interaction.targetMessage),
      filesOf(interaction.targetMessage),
    ),
};

/** With those in embeds, where programs that forward mail put them. */
export function allWordsOf(message: Message): string {
  const embedded = message.embeds.flatMap(({ title, description, fields }) => [
    title ?? '',
    description ?? '',
    ...fields.map(({ name, value }) => `${name}\n${value}`),
  ]);
  return [wordsOf(message), ...embedded].filter((part) => part.trim() !== '').join('\n\n');
}
