import type { Field, Given, OrderEntry } from '../../../desk/orders/order.ts';

/** What a form's fields hold, as Slack sends it back: by block, then by element. */
export type FormValues = Record<
  string,
  Record<
    string,
    {
      readonly value?: string | null | undefined;
      readonly selected_user?: string | null | undefined;
      readonly selected_conversation?: string | null | undefined;
      readonly selected_option?: { readonly value?: string } | null | undefined;
    }
  >
>;

/** The name of every field's element; its block is named after the field. */
export const element = 'value';

export function valuesFrom(values: FormValues, order: Pick<OrderEntry, 'fields'>): Given['values'] {
  const filled = order.fields.map(({ name }) => {
    const held = values[name]?.[element];
    const value =
      held?.value ?? held?.selected_user ?? held?.selected_conversation ?? held?.selected_option?.value ?? '';
    return [name, value] as const;
  });
  return sensible(order, Object.fromEntries(filled));
}

/** Without what is empty, and without what is no person, channel or choice: a form asks for it. */
export function sensible({ fields }: Pick<OrderEntry, 'fields'>, values: Given['values']): Given['values'] {
  const kept = fields.flatMap((field) => {
    const value = values[field.name] ?? '';
    return value.trim() !== '' && fits(field, value) ? [[field.name, value] as const] : [];
  });
  return Object.fromEntries(kept);
}

function fits({ kind, choices = [] }: Field, value: string): boolean {
  if (kind === 'person') return /^[UW][A-Z0-9]{2,30}$/.test(value);
  if (kind === 'channel') return /^[CDG][A-Z0-9]{2,30}$/.test(value);
  return kind !== 'choice' || choices.some((choice) => choice.value === value);
}
