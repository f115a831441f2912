import type { Field, Given, Order } from './order.ts';

const longestRead = 4000;

/**
 * Reads an order written as words: its name, then its fields in their order, one word each; the last takes the rest.
 * A person or channel may be written as the platform's own token (`<@U1>`, `<#C1|support>`).
 */
export function readOrder(
  words: string,
  orders: readonly Order[],
): { readonly order: Order; readonly values: Given['values'] } | undefined {
  const text = words.trim().replace(/^\//, '').slice(0, longestRead);
  for (const order of longestFirst(orders)) {
    const [, rest] = named(text, order.name) ?? [];
    if (rest === undefined) continue;
    // Words behind a name that takes none belong to a sentence.
    if (rest !== '' && order.fields.length === 0) continue;
    return { order, values: valuesIn(rest, order.fields) };
  }
  return undefined;
}

/** The values that `rest` fills in; the fields it leaves out are absent. */
function valuesIn(rest: string, fields: readonly Field[]): Given['values'] {
  const values: Record<string, string> = {};
  let left = rest.trim();
  const [first] = fields;
  // Two long texts on one line have no border: all of it is the first field, and a form asks for the others.
  if (first && left !== '' && fields.filter(({ kind }) => kind === 'text').length > 1)
    return { [first.name]: left };
  fields.forEach(({ name, kind }, at) => {
    if (left === '') return;
    const [, word = '', others = ''] = /^(\S+)\s*([\s\S]*)$/.exec(left) ?? [];
    const isLast = at === fields.length - 1;
    const value = isLast ? left : word;
    left = isLast ? '' : others;
    values[name] = kind === 'person' || kind === 'channel' ? idIn(value) : value;
  });
  return values;
}

const longestFirst = (orders: readonly Order[]): Order[] =>
  [...orders].sort((one, other) => other.name.length - one.name.length);

function named(text: string, name: string): readonly string[] | undefined {
  const begins = text.toLowerCase().startsWith(name);
  const rest = text.slice(name.length);
  return begins && (rest === '' || /^\s/.test(rest)) ? ['', rest.trim()] : undefined;
}

/** `<@U1|ann>`, `<@!1>`, `<#C1|support>` and bare ids. */
function idIn(written: string): string {
  const [, id] = /^<[@#]!?&?(\w+)(?:\|[^>]*)?>/.exec(written) ?? [];
  return id ?? written.replace(/^[@#]/, '');
}
