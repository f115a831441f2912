import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Field, Given, OrderEntry } from '../../../desk/orders/order.ts';
import { shorten } from '../../../markdown/visible-text.ts';
import { discordWording } from '../discord-wording.ts';
import { forEveryone, forStaff } from './command-reach.ts';
import { giveOrder } from './give-order.ts';
import type { MenuCommand, SlashCommand } from './listener.ts';

const { Subcommand, String: words, User, Channel } = ApplicationCommandOptionType;
const mostCharacters = 100;

/** The commands and entries in the menu of a message by which these orders are given. */
export function orderCommands(orders: readonly OrderEntry[]): (SlashCommand | MenuCommand)[] {
  const named = Map.groupBy(
    orders.filter(({ buttonOnly }) => !buttonOnly),
    ({ name }) => firstWord(name),
  );
  return [
    ...[...named].map(([name, of]) => commandFor(name, of)),
    ...orders.flatMap((order) => (order.menu === undefined ? [] : [menuEntryFor(order, order.menu)])),
  ];
}

/** Orders whose names begin alike are subcommands of one command. */
function commandFor(name: string, orders: readonly OrderEntry[]): SlashCommand {
  const [only, ...others] = orders;
  const alone = only?.name === name && others.length === 0 ? only : undefined;
  const staffOnly = orders.every((order) => order.staffOnly);
  return {
    kind: 'slash',
    staffOnly,
    definition: {
      type: ApplicationCommandType.ChatInput,
      name,
      description: alone?.description ?? discordWording.orderGroup(orders.map((one) => secondWord(one.name))),
      options: alone ? optionsFor(alone) : orders.map(subcommandFor),
      ...(staffOnly ? forStaff : forEveryone),
    },
    async run(kit, act, interaction) {
      const called = [name, interaction.options.getSubcommand(false)].filter(Boolean).join(' ');
      const order = kit.orders.all.find((one) => one.name === called);
      if (!order) return act.say(discordWording.notOffered);
      await giveOrder(kit, act, interaction, { order, values: valuesIn(interaction, order) });
    },
  };
}

function menuEntryFor({ code, staffOnly = false }: OrderEntry, menu: string): MenuCommand {
  return {
    kind: 'menu',
    staffOnly,
    definition: {
      type: ApplicationCommandType.Message,
      name: menu,
      ...(staffOnly ? forStaff : forEveryone),
    },
    async run(kit, act, interaction) {
      const order = kit.orders.coded(code);
      if (!order) return act.say(discordWording.notOffered);
      await giveOrder(kit, act, interaction, { order, values: {}, pointedAt: interaction.targetId });
    },
  };
}

function subcommandFor(order: OrderEntry): APIApplicationCommandSubcommandOption {
  const { name, description } = order;
  return { type: Subcommand, name: secondWord(name), description, options: optionsFor(order) };
}

/** None is required: the form asks for what is left out, and for texts of several lines, which an option cannot hold. */
function optionsFor({ fields }: OrderEntry): APIApplicationCommandBasicOption[] {
  return fields.filter(({ kind }) => kind !== 'text').map(optionFor);
}

function optionFor({ name, label, kind, choices = [] }: Field): APIApplicationCommandBasicOption {
  const of = { name, description: label };
  if (kind === 'person') return { type: User, ...of };
  if (kind === 'channel') return { type: Channel, ...of };
  if (kind !== 'choice') return { type: words, ...of };
  const named = choices.map((one) => ({ name: shorten(one.label, mostCharacters), value: one.value }));
  return { type: words, ...of, choices: named };
}

/** Discord writes a person or channel that is named in words as a token. */
function valuesIn({ options }: ChatInputCommandInteraction, { fields }: OrderEntry): Given['values'] {
  const values = fields.flatMap(({ name }) => {
    const written = String(options.get(name)?.value ?? '').trim();
    return written === '' ? [] : [[name, written.replace(/^<(?:@[!&]?|#)(\d+)>$/, '$1')] as const];
  });
  return Object.fromEntries(values);
}

const firstWord = (name: string) => name.split(' ')[0] ?? name;
const secondWord = (name: string) => name.split(' ')[1] ?? name;
