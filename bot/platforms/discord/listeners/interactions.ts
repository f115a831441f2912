import { ApplicationCommandType, type Interaction, type REST } from 'discord.js';
import { wording } from '../../../desk/wording.ts';
import type { Kit } from '../discord-parts.ts';
import { type Act, createAct } from '../saying/act.ts';
import { refusal, refusalOf } from '../saying/call-discord.ts';
import { personOf } from '../staff.ts';
import type { Listener } from './listener.ts';

/** Takes in one command, press, choice or form. Nothing that goes wrong goes further, and whoever waits hears of it. */
export async function hearInteraction(kit: Kit, rest: REST, interaction: Interaction): Promise<void> {
  if (!kit.seen.take(interaction.id)) return;
  const act = createAct(rest, interaction, personOf(kit, interaction));
  try {
    await dispatch(kit, act, interaction);
  } catch (error) {
    kit.log.error({ err: error }, 'discord_listener_failed');
    const tooLate = refusalOf(error);
    if (tooLate === refusal.unknownInteraction || tooLate === refusal.acknowledgedAlready) return;
    await act.fail().catch(() => {});
  }
}

async function dispatch(kit: Kit, act: Act, interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
    const { commandName: name, commandType: type } = interaction;
    const command = commandNamed(kit, name, type);
    if (command?.staffOnly && !act.by.staff) return act.say(wording.onlyStaff);
    if (command?.kind === 'slash' && interaction.isChatInputCommand())
      return command.run(kit, act, interaction);
    if (command?.kind === 'menu' && interaction.isMessageContextMenuCommand())
      return command.run(kit, act, interaction);
  } else if (interaction.isAutocomplete()) {
    const command = commandNamed(kit, interaction.commandName, ApplicationCommandType.ChatInput);
    const allowed = command?.kind === 'slash' && (act.by.staff || !command.staffOnly);
    return act.suggest(allowed ? (command.complete?.(kit, interaction) ?? []) : []);
  } else if (interaction.isMessageComponent() || interaction.isModalSubmit()) {
    const one = kit.listeners.find((of) => 'prefix' in of && interaction.customId.startsWith(of.prefix));
    if (one?.kind === 'button' && interaction.isButton()) return one.run(kit, act, interaction);
    if (one?.kind === 'select' && interaction.isStringSelectMenu()) return one.run(kit, act, interaction);
    if (one?.kind === 'form' && interaction.isModalSubmit()) return one.run(kit, act, interaction);
  }
  kit.log.warn({ type: interaction.type }, 'discord_interaction_unknown');
  await act.fail();
}

function commandNamed(
  { listeners }: Kit,
  name: string,
  type: ApplicationCommandType,
): Extract<Listener, { definition: unknown }> | undefined {
  return listeners.find(
    (one): one is Extract<Listener, { definition: unknown }> =>
      'definition' in one && one.definition.name === name && one.definition.type === type,
  );
}
