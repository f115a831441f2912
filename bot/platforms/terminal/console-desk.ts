import type { Answered } from '../../desk/desk-memory.ts';
import type { Given, Order } from '../../desk/orders/order.ts';
import { missingFields } from '../../desk/orders/orders.ts';
import type { Person, Place, Question } from '../../desk/question.ts';
import type { Action, Reply } from '../../desk/reply.ts';
import { saying } from '../../desk/saying.ts';
import type { PlatformDesk } from '../platform-desk.ts';
import { type ConsoleForm, createConsoleForm } from './console-form.ts';

/** Whoever sits at the console is the customer and, because the machine is theirs, staff too. */
export const consolePerson: Person = { platform: 'terminal', workspace: '', id: 'you', staff: true };
const consolePlace: Place = { platform: 'terminal', workspace: '', channel: 'console', private: true };

export interface ConsoleDeskParts {
  readonly desk: Omit<PlatformDesk, 'linkOf' | 'log' | 'rules'>;
  /** `firstNumber`: of the first thing that may be done next. */
  show(reply: Reply, firstNumber: number): void;
  say(line: string): void;
}

/** What is typed at the console, one entry after the other: a question, a number, an order, or a field of a form. */
export interface ConsoleDesk {
  /** Whether a form waits for its next field, where an empty line says something too. */
  isAsking(): boolean;
  take(text: string): Promise<void>;
  /** Shows what nobody asked for just then. */
  present(reply: Reply): void;
}

/** What a number leads to, and the question under whose answer it stood. */
interface Offer {
  readonly action: Action;
  readonly key: string | undefined;
}

const kbUsage = '/kb search WORDS   /kb show ARTICLE   /kb gaps';
const help = [
  'Paste an error message or ask a question. A number does what stands behind it.',
  `${kbUsage}   /why   and these orders:`,
].join('\n');

export function createConsoleDesk({ desk, show, say }: ConsoleDeskParts): ConsoleDesk {
  const { reception, press, orders, staffDesk, memory } = desk;
  let lastKey: string | undefined;
  /** What was shown since something was last typed goes on with the numbers. */
  let offers: Offer[] = [];
  let isNewTurn = false;
  let form: ConsoleForm | undefined;
  let asked = 0;

  const present = (reply: Reply, key: string | undefined) => {
    if (isNewTurn && reply.actions.length > 0) {
      offers = [];
      isNewTurn = false;
    }
    show(reply, offers.length + 1);
    offers.push(...reply.actions.map((action) => ({ action, key })));
  };
  const given = (values: Given['values'], about?: string): Given => ({
    ...{ by: consolePerson, name: 'you', place: consolePlace, values, about, question: lastKey },
  });
  const run = async (order: Order, values: Given['values'], about?: string) => {
    const key = lastKey;
    const { replies, settled } = await orders.run(order, given(values, about));
    for (const reply of replies) present(reply, key);
    if (settled !== undefined) say(settled);
  };
  const begin = async (order: Order, values: Given['values'], about?: string) => {
    if (missingFields(order, values).length === 0) return run(order, values, about);
    const filled = { ...(await order.prefill?.(given(values, about))), ...values };
    form = createConsoleForm(order, filled, (all) => run(order, all, about));
    say(form.prompt());
  };

  const answered = (): Promise<Answered | undefined> =>
    lastKey === undefined ? Promise.resolve(undefined) : memory.answerTo(lastKey);
  const act = async ({ action, key }: Offer) => {
    lastKey = key ?? lastKey;
    if (action.kind === 'order') {
      const order = orders.coded(action.order);
      return order && begin(order, {}, action.about);
    }
    const outcome = await press(action, consolePerson, await answered());
    if (outcome.kind === 'refused') say(outcome.text);
    else if (outcome.kind === 'shown') present(outcome.reply, key);
    else {
      say(outcome.line);
      if (outcome.next) present(outcome.next, key);
    }
  };

  const ask = async (text: string) => {
    const key = `terminal:${Date.now()}-${++asked}`;
    const question: Question = {
      ...{ id: key, text, attachments: [], asker: consolePerson, place: consolePlace, directed: true },
    };
    lastKey = key;
    const { reply, more } = await reception.askPrivately(question);
    if (reply) present(reply, key);
    const further = await more;
    if (further) present(further, key);
  };

  /** `/kb`, `/why` and `/help`; `undefined`: something else. */
  const builtIn = async (words: string): Promise<readonly Reply[] | undefined> => {
    const [, search, reference] = /^kb (?:search (.+)|show (\S+))$/is.exec(words) ?? [];
    if (search !== undefined) return [staffDesk.search(search)];
    if (reference !== undefined)
      return [staffDesk.show(reference, 'asker') ?? saying(`There is no article ${reference}.`)];
    if (/^kb gaps$/i.test(words)) return [await staffDesk.gaps()];
    if (/^kb\b/i.test(words)) return [saying(kbUsage)];
    if (/^why$/i.test(words)) {
      const about = await answered();
      return [about ? staffDesk.why(about) : saying('There is no answer yet to explain.')];
    }
    if (!/^(?:help|\?)$/i.test(words)) return undefined;
    const offered = orders.all.filter(({ buttonOnly }) => !buttonOnly);
    return [
      saying({
        title: help,
        body: offered.map(({ name, description }) => `- \`/${name}\`: ${description}`).join('\n'),
      }),
    ];
  };

  const command = async (words: string) => {
    const replies = await builtIn(words);
    for (const reply of replies ?? []) present(reply, lastKey);
    if (replies) return;
    const called = orders.said(words, consolePerson);
    if (called) return begin(called.order, called.values);
    const bare = orders.all.find(
      ({ name, buttonOnly }) => !buttonOnly && words.toLowerCase().startsWith(`${name} `),
    );
    say(
      bare
        ? `/${bare.name} takes nothing behind it.`
        : `There is no /${words.split(/\s/)[0]}. /help lists what there is.`,
    );
  };

  return {
    isAsking: () => form !== undefined,
    present: (reply) => present(reply, undefined),
    async take(text) {
      isNewTurn = true;
      if (form) {
        const open = form;
        const isDone = await open.take(text);
        // What the form led to may have opened another one.
        if (!isDone) return say(open.prompt());
        if (form === open) form = undefined;
        return;
      }
      const [, number] = /^\s*(\d{1,2})\s*$/.exec(text) ?? [];
      const offer = number === undefined ? undefined : offers[Number(number) - 1];
      if (offer) return act(offer);
      if (number !== undefined && offers.length > 0) return say(`Nothing stands behind ${number}.`);
      const words = text.trim();
      return words.startsWith('/') ? command(words.slice(1)) : ask(text);
    },
  };
}
