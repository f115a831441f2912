import type { Person } from '../question.ts';
import { saying } from '../saying.ts';
import { wording } from '../wording.ts';
import { catalogue } from './catalogue.ts';
import type { Field, Given, Order, OrderEntry, OrderOutcome, Runs } from './order.ts';
import { readOrder } from './read-order.ts';

/** The orders that can be given here, and the one place where they are carried out. */
export interface Orders {
  readonly all: readonly Order[];
  /** By the code that a button or form carries. */
  coded(code: string): Order | undefined;
  /**
   * The order that words said to the bot are, with what they fill in; `undefined` for everything else people say. Only
   * staff give orders with free words behind the name: a customer's "link does not work" is a question.
   */
  said(words: string, by: Person): { readonly order: Order; readonly values: Given['values'] } | undefined;
  /** Never rejects: what goes wrong is told to `onError`, and to the person calmly. */
  run(order: Order, given: Given): Promise<OrderOutcome>;
}

export interface OrdersParts {
  /** Orders that nothing carries out are not offered. */
  readonly runs: Runs;
  onError(error: unknown, order: string): void;
}

export function createOrders({ runs, onError }: OrdersParts): Orders {
  const all = catalogue.flatMap((entry: OrderEntry): Order[] => {
    const given = runs[entry.code as keyof Runs];
    if (!given) return [];
    return [{ ...entry, ...(typeof given === 'function' ? { run: given } : given) }];
  });
  const byCode = new Map(all.map((order) => [order.code, order]));
  return {
    all,
    coded: (code) => byCode.get(code),
    said: (words, by) => {
      const offered = all.filter((order) => !order.buttonOnly && (by.staff || !order.staffOnly));
      const read = readOrder(words, offered);
      const isWhole = read !== undefined && Object.keys(read.values).length === 0;
      return read && (by.staff || isWhole) ? read : undefined;
    },
    async run(order, given) {
      if (order.staffOnly && !given.by.staff) return { replies: [saying(wording.onlyStaff)] };
      try {
        return await order.run(given);
      } catch (error) {
        onError(error, order.name);
        return { replies: [saying(wording.failed)] };
      }
    },
  };
}

/** The fields that a form has to ask for before the order can be carried out; empty: none is missing. */
export function missingFields({ fields }: OrderEntry, values: Given['values']): readonly Field[] {
  return fields.some(({ name, required }) => required && (values[name] ?? '').trim() === '') ? fields : [];
}
