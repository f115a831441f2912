import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  type ModalSubmitInteraction,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from 'discord.js';
import type { Field, Given, OrderEntry } from '../../../desk/orders/order.ts';
import { oneLine, shorten } from '../../../markdown/visible-text.ts';

const most = { title: 45, label: 45, characters: 4000 };
const idShape = /^hdform:([a-z]{1,6}):([\w-]{0,30}):([\w.-]{0,21}):(\d{0,20})$/;

export const formPrefix = 'hdform:';

/** What an order is given for, as far as the id of its form carries it. */
export interface FormOrigin {
  readonly about?: string | undefined;
  /** Short key of the question under whose answer it is given. */
  readonly question?: string | undefined;
  /** Id of the message in whose menu it is given. */
  readonly pointedAt?: string | undefined;
}

/** `undefined` for an id that is not ours. */
export function originIn(customId: string): (FormOrigin & { readonly code: string }) | undefined {
  const [, code, about, question, pointedAt] = idShape.exec(customId) ?? [];
  if (code === undefined) return undefined;
  return {
    code,
    ...{ about: about || undefined, question: question || undefined, pointedAt: pointedAt || undefined },
  };
}

/** The order's fields as a form that holds these values. */
export function toOrderForm(
  order: OrderEntry,
  { about = '', question = '', pointedAt = '' }: FormOrigin,
  values: Given['values'],
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: [formPrefix + order.code, about, question, pointedAt].join(':'),
    title: titleOf(order),
    components: order.fields.map((field) => ({
      type: ComponentType.Label,
      label: shorten(field.label, most.label),
      component: controlFor(field, values[field.name] ?? ''),
    })),
  };
}

function titleOf({ menu, name }: OrderEntry): string {
  return shorten(menu ?? name.charAt(0).toUpperCase() + name.slice(1), most.title);
}

function controlFor({ name, kind, required, choices = [] }: Field, value: string): APIComponentInLabel {
  const of = { custom_id: name, required };
  const isId = /^\d{15,21}$/.test(value);
  switch (kind) {
    case 'person': {
      const chosen = isId ? { default_values: [{ id: value, type: SelectMenuDefaultValueType.User }] } : {};
      return { type: ComponentType.UserSelect, ...of, ...chosen } as APIComponentInLabel;
    }
    case 'channel': {
      const chosen = isId
        ? { default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }] }
        : {};
      return { type: ComponentType.ChannelSelect, ...of, ...chosen } as APIComponentInLabel;
    }
    case 'choice': {
      const options = choices.map((one) => ({ ...one, default: one.value === value }));
      return { type: ComponentType.StringSelect, ...of, options };
    }
    default: {
      const held = shorten(kind === 'line' ? oneLine(value) : value, most.characters);
      const style = kind === 'line' ? TextInputStyle.Short : TextInputStyle.Paragraph;
      const filled = held === '' ? {} : { value: held };
      return { type: ComponentType.TextInput, ...of, style, max_length: most.characters, ...filled };
    }
  }
}

/** What a sent form holds, by the names of the fields. */
export function valuesIn({ fields }: ModalSubmitInteraction, order: OrderEntry): Given['values'] {
  const values = order.fields.flatMap(({ name }) => {
    const held = fields.fields.get(name);
    const value = held && ('value' in held ? held.value : 'values' in held ? held.values[0] : undefined);
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [];
  });
  return Object.fromEntries(values);
}
