import { setTimeout as sleep } from 'node:timers/promises';
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  CheckboxBuilder,
  ContextMenuCommandBuilder,
  FileUploadBuilder,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

/** A small app that uses each kind of interaction there is, for the server's own tests. */
export const commands = [
  new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask')
    .addStringOption((option) => option.setName('question').setDescription('What').setRequired(true))
    .addBooleanOption((option) => option.setName('private').setDescription('Only for you')),
  new SlashCommandBuilder()
    .setName('kb')
    .setDescription('The knowledge base')
    .addSubcommand((command) =>
      command
        .setName('search')
        .setDescription('Search')
        .addStringOption((option) => option.setName('query').setDescription('What').setRequired(true)),
    )
    .addSubcommand((command) =>
      command
        .setName('show')
        .setDescription('Show')
        .addStringOption((option) =>
          option.setName('article').setDescription('Which').setRequired(true).setAutocomplete(true),
        ),
    ),
  new SlashCommandBuilder()
    .setName('slow')
    .setDescription('Answer late')
    .addIntegerOption((option) => option.setName('ms').setDescription('How late').setRequired(true)),
  new SlashCommandBuilder().setName('form').setDescription('A form'),
  new SlashCommandBuilder()
    .setName('admin')
    .setDescription('For staff')
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageMessages),
  new ContextMenuCommandBuilder().setName('Explain this bounce').setType(ApplicationCommandType.Message),
];

const form = () =>
  new ModalBuilder()
    .setCustomId('article')
    .setTitle('Add an article')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Title')
        .setTextInputComponent(new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short)),
      new LabelBuilder()
        .setLabel('The text')
        .setFileUploadComponent(new FileUploadBuilder().setCustomId('text').setRequired(false)),
      new LabelBuilder()
        .setLabel('Topic')
        .setStringSelectMenuComponent(
          new StringSelectMenuBuilder()
            .setCustomId('topic')
            .setRequired(false)
            .addOptions({ label: 'DNS', value: 'dns' }, { label: 'Mail', value: 'mail' }),
        ),
      new LabelBuilder().setLabel('Urgent').setCheckboxComponent(new CheckboxBuilder().setCustomId('urgent')),
    );

const answer = (query: string) => [
  new TextDisplayBuilder().setContent(`found ${query}`),
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('helpful').setLabel('Helpful').setStyle(ButtonStyle.Success),
  ),
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId('more')
      .setPlaceholder('More articles')
      .addOptions({ label: 'DKIM', value: 'dkim' }, { label: 'DMARC', value: 'dmarc' }),
  ),
];

async function runCommand(interaction: ChatInputCommandInteraction): Promise<void> {
  const { commandName, options } = interaction;
  if (commandName === 'form') await interaction.showModal(form());
  if (commandName === 'slow') {
    await sleep(options.getInteger('ms', true));
    await interaction.reply('late').catch(() => {});
  }
  if (commandName === 'kb') {
    await interaction.deferReply();
    const components = answer(options.getString('query', true));
    await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components });
  }
  if (commandName !== 'ask') return;
  const question = options.getString('question', true);
  const flags = options.getBoolean('private') ? [MessageFlags.Ephemeral as const] : [];
  await interaction.reply({ content: `you asked ${question}`, flags });
  if (question !== 'more') return;
  const first = await interaction.followUp('and more');
  await interaction.editReply('edited');
  const second = await interaction.followUp('a slip');
  await second.delete();
  await interaction.webhook.editMessage(first.id, 'edited, and more');
  await interaction.deleteReply();
}

async function respond(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) await runCommand(interaction);
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    const count = typed === 'too many' ? 26 : 1;
    const choices = Array.from({ length: count }, () => ({ name: `About ${typed}`, value: typed }));
    await interaction.respond(choices);
  }
  if (interaction.isButton())
    await interaction.update({ components: [new TextDisplayBuilder().setContent('thank you')] });
  if (interaction.isStringSelectMenu())
    await interaction.reply({ content: `you chose ${interaction.values[0]}`, flags: MessageFlags.Ephemeral });
  if (interaction.isMessageContextMenuCommand())
    await interaction.reply(`about: ${interaction.targetMessage.content}`);
  if (!interaction.isModalSubmit()) return;
  const { fields } = interaction;
  const file = fields.getUploadedFiles('text')?.first()?.name;
  const parts = [
    fields.getTextInputValue('title'),
    file,
    fields.getStringSelectValues('topic')[0],
    fields.getCheckbox('urgent'),
  ];
  await interaction.reply({ content: parts.join(', '), flags: MessageFlags.Ephemeral });
}

export const answerInteraction = (interaction: Interaction): void => {
  respond(interaction).catch(() => {});
};
