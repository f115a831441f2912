import type { Field, Given, Order, OrderEntry } from '../../../desk/orders/order.ts';
import { readOrder } from '../../../desk/orders/read-order.ts';
import type { Command } from '../hearing/ear.ts';
import { typedText } from '../hearing/slack-text.ts';
import { sensible } from './field-values.ts';

/** The slash commands of a catalogue: the first word of a name is the command, the second begins its text. */
export function orderCommands(catalogue: readonly OrderEntry[]): Command[] {
  const groups = Map.groupBy(
    catalogue.filter(({ buttonOnly }) => !buttonOnly),
    firstWord,
  );
  return [...groups].map(([word, entries]) => {
    const [first, ...others] = entries;
    const description =
      others.length === 0 && first?.name === word
        ? first.description
        : `${entries.every(({ staffOnly }) => staffOnly) ? 'Staff: ' : ''}${entries.map(secondWord).join(', ')}`;
    return { command: `/${word}`, description, usage: entries.map(usageOf).join(' | ') };
  });
}

export function firstWord({ name }: Pick<OrderEntry, 'name'>): string {
  return name.split(' ')[0] ?? name;
}

function secondWord({ name }: OrderEntry): string {
  return name.split(' ')[1] ?? name;
}

/** What is written behind the command. */
export function usageOf(entry: OrderEntry): string {
  const [, ...rest] = entry.name.split(' ');
  return [...rest, ...entry.fields.map(written)].join(' ');
}

const written = ({ name, required }: Field) => (required ? name : `[${name}]`);

/**
 * The order that a command gives, with what it fills in; undefined where its text names none of those that are offered.
 * `text` as Slack hands it over, with its tokens for people, channels and links.
 */
export function orderIn(
  word: string,
  text: string,
  offered: readonly Order[],
): { readonly order: Order; readonly values: Given['values'] } | undefined {
  const own = offered.filter((order) => !order.buttonOnly && firstWord(order) === word);
  const [only] = own;
  const read =
    readOrder(`${word} ${text}`, own) ??
    (own.length === 1 && only?.name === word ? { order: only, values: {} } : undefined);
  return read && { order: read.order, values: plainValues(read) };
}

function plainValues({ order, values }: { readonly order: Order; readonly values: Given['values'] }) {
  const kinds = new Map(order.fields.map(({ name, kind }) => [name, kind]));
  const plain = Object.entries(values).map(([name, value]) => {
    const kind = kinds.get(name);
    return [name, kind === 'person' || kind === 'channel' ? value : plainValue(value)] as const;
  });
  return sensible(order, Object.fromEntries(plain));
}

/** A channel that stands alone is its id: by its name nothing finds it. */
function plainValue(value: string): string {
  const [, channel] = /^<#(\w+)(?:\|[^>]*)?>$/.exec(value) ?? [];
  return channel ?? typedText(value);
}
