import type { types } from '@slack/bolt';
import type { Field, Given, OrderEntry } from '../../../desk/orders/order.ts';
import { shorten } from '../../../markdown/visible-text.ts';
import { plain } from '../listeners/ask-form.ts';
import { option } from '../listeners/pick-form.ts';
import type { Whereabouts } from '../listeners/spots.ts';
import { slackWording } from '../slack-wording.ts';
import { element, sensible } from './field-values.ts';

const { orderForm: words } = slackWording;
/** Slack's own limit of a field. */
const mostCharacters = 3000;

/** What is kept in a form while it is open. */
export interface FormPurpose {
  /** The order's code. */
  readonly order: string;
  readonly about?: string | undefined;
  readonly question?: string | undefined;
  /** Where it was opened; undefined on a page of the app's own. */
  readonly at?: Whereabouts | undefined;
}

export const orderFormId = 'hd_order';

/** Asks for the fields of an order; `values` are filled in beforehand. */
export function orderForm(
  order: Pick<OrderEntry, 'name' | 'fields'>,
  values: Given['values'],
  purpose: FormPurpose,
): types.ModalView {
  const filled = sensible(order, values);
  return {
    type: 'modal',
    callback_id: orderFormId,
    private_metadata: JSON.stringify(purpose),
    title: plain(shorten(order.name.charAt(0).toUpperCase() + order.name.slice(1), 24)),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: order.fields.map((field) => ({
      type: 'input',
      block_id: field.name,
      optional: !field.required,
      label: plain(field.label),
      element: elementOf(field, filled[field.name]),
    })),
  };
}

function elementOf({ kind, choices = [] }: Field, value: string | undefined): types.InputBlock['element'] {
  const named = { action_id: element };
  if (kind === 'person')
    return { type: 'users_select', ...named, ...(value === undefined ? {} : { initial_user: value }) };
  if (kind === 'channel')
    return {
      ...{ type: 'conversations_select', ...named },
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(value === undefined ? {} : { initial_conversation: value }),
    };
  if (kind === 'choice') {
    const options = choices.map((choice) => option(choice.label, choice.value));
    const chosen = options.find((one) => one.value === value);
    return { type: 'static_select', ...named, options, ...(chosen ? { initial_option: chosen } : {}) };
  }
  return {
    ...{ type: 'plain_text_input', ...named, multiline: kind === 'text', max_length: mostCharacters },
    ...(value === undefined ? {} : { initial_value: value.slice(0, mostCharacters).toWellFormed() }),
  };
}

export function formPurposeIn(metadata: string): FormPurpose {
  return JSON.parse(metadata || '{}') as FormPurpose;
}
