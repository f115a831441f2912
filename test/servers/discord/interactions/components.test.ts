import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import {
  ButtonStyle,
  type Client,
  ComponentType,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { startClient } from '../discord-client.ts';
import { createDiscordServer, type DiscordServer } from '../server.ts';
import type { Channel } from '../world/channel.ts';
import type { User } from '../world/guild.ts';

const go = (label = 'Go') => ({
  type: ComponentType.ActionRow as const,
  components: [
    { type: ComponentType.Button as const, style: ButtonStyle.Primary as const, label, custom_id: label },
  ],
});
const ephemeral = MessageFlags.Ephemeral as const;

describe('answers to interactions', () => {
  let server: DiscordServer;
  let client: Client<true>;
  let ann: User;
  let support: Channel;
  let answer: (interaction: Interaction) => Promise<unknown>;
  const listen = (interaction: Interaction) => void answer(interaction).catch(() => {});

  before(async () => {
    server = await createDiscordServer({ ackTimeoutMs: 500 });
    client = await startClient(server);
    client.on(Events.InteractionCreate, listen);
    await client.application.commands.set([
      { name: 'ask', description: 'Ask' },
      { name: 'mine', description: 'Mine', integrationTypes: [1], contexts: [0, 1, 2] },
    ]);
  });
  after(async () => {
    await client.destroy();
    await server.stop();
  });
  beforeEach(() => {
    ann = server.addUser({ name: 'ann', installedApp: true });
    support = server.addChannel({ name: 'support' });
  });
  afterEach(() => server.quiet(50));

  it('may be a modal that comes from a button and changes its message', async () => {
    answer = async (interaction) => {
      if (interaction.isChatInputCommand())
        return interaction.reply({ content: 'a form', components: [go()], flags: ephemeral });
      if (interaction.isButton()) {
        const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Paragraph);
        const label = new LabelBuilder().setLabel('Why').setTextInputComponent(input);
        const form = new ModalBuilder().setCustomId('f').setTitle('Form').addLabelComponents(label);
        return interaction.showModal(form);
      }
      if (interaction.isModalSubmit() && interaction.isFromMessage())
        return interaction.update(`because ${interaction.fields.getTextInputValue('why')}`);
      return undefined;
    };
    const { message } = await server.slash(ann, support, '/ask');
    assert.ok(message);
    const pressed = await server.press(ann, message, 'Go');
    assert.equal(pressed.modal?.customId, 'f');
    const submitted = await server.submitModal(ann, { why: 'of DNS' });
    assert.equal(submitted.message, message);
    assert.equal(message.content, 'because of DNS');
    const bob = server.addUser({ name: 'bob' });
    await assert.rejects(server.press(bob, message, 'Go'), /does not have that message/);
  });

  it('may be put off, for a new message and for the one with the button', async () => {
    answer = async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply({ flags: ephemeral });
        return interaction.followUp({ content: 'here', components: [go()] });
      }
      if (!interaction.isButton()) return undefined;
      await interaction.deferUpdate();
      await interaction.editReply({ content: 'done', components: [] });
      return interaction.followUp({ content: 'and this', flags: ephemeral });
    };
    const { message } = await server.slash(ann, support, '/ask');
    assert.equal(message?.content, 'here', 'the first follow-up fills the waiting message');
    assert.equal(message?.ephemeralFor, ann.id);
    await server.press(ann, message ?? assert.fail(), 'Go');
    await server.until(() => message?.content === 'done' && server.ephemerals(ann).length === 2);
  });

  it('leave the user with a message that goes on thinking', async () => {
    answer = async (interaction) => (interaction.isCommand() ? interaction.deferReply() : undefined);
    const outcome = await server.slash(ann, support, '/ask', {}, { patienceMs: 50 });
    assert.equal(outcome.thinking, true);
    assert.equal(server.events('MESSAGE_CREATE').at(-1)?.data(-1).flags, MessageFlags.Loading);
  });

  it('come back to the app when it asks for them', async () => {
    let contents: (string | undefined)[] = [];
    answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: 'hello', withResponse: true });
      const fetched = await interaction.fetchReply();
      contents = [
        response.resource?.message?.content,
        fetched.content,
        fetched.interactionMetadata?.user.username,
      ];
    };
    await server.slash(ann, support, '/ask');
    await server.until(() => contents.length === 3);
    assert.deepEqual(contents, ['hello', 'hello', 'ann']);
  });

  it('are five at most after the first where the app is only the user’s own', async () => {
    const elsewhere = server.addGuild('Elsewhere', { withBot: false });
    const channel = server.addChannel({ name: 'general', guild: elsewhere });
    const dora = server.addUser({ name: 'dora', installedApp: true, guild: elsewhere });
    const codes: unknown[] = [];
    answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('one');
      for (let count = 0; count < 6; count += 1)
        await interaction.followUp('more').catch(({ code }: { code: unknown }) => codes.push(code));
    };
    assert.deepEqual(server.offered(dora, channel), ['/mine']);
    await server.slash(dora, channel, '/mine');
    await server.until(() => codes.length === 1, 'a refusal');
    assert.deepEqual(codes, [40094]);
  });
});
