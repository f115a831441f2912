import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  RESTPostAPIApplicationCommandsJSONBody,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Kit } from '../discord-parts.ts';
import type { Act } from '../saying/act.ts';

interface Command {
  /** As Discord is told of it. */
  readonly definition: RESTPostAPIApplicationCommandsJSONBody;
  /** Refused for others, whatever an administrator has set. */
  readonly staffOnly: boolean;
}

export interface SlashCommand extends Command {
  readonly kind: 'slash';
  run(kit: Kit, act: Act, interaction: ChatInputCommandInteraction): Promise<void>;
  /** What could go on from what was typed so far. Nothing is waited for. */
  complete?(kit: Kit, interaction: AutocompleteInteraction): { name: string; value: string }[];
}

/** An entry in the menu of a message. */
export interface MenuCommand extends Command {
  readonly kind: 'menu';
  run(kit: Kit, act: Act, interaction: MessageContextMenuCommandInteraction): Promise<void>;
}

export interface Button {
  readonly kind: 'button';
  readonly prefix: string;
  run(kit: Kit, act: Act, interaction: ButtonInteraction): Promise<void>;
}

export interface Select {
  readonly kind: 'select';
  readonly prefix: string;
  run(kit: Kit, act: Act, interaction: StringSelectMenuInteraction): Promise<void>;
}

export interface Form {
  readonly kind: 'form';
  readonly prefix: string;
  run(kit: Kit, act: Act, interaction: ModalSubmitInteraction): Promise<void>;
}

/** Something people can do with the bot besides writing messages: a new one is a file and a line in the list. */
export type Listener = SlashCommand | MenuCommand | Button | Select | Form;
