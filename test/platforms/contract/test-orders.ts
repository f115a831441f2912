import type { Given } from '../../../bot/desk/orders/order.ts';
import { createOrders } from '../../../bot/desk/orders/orders.ts';
import type { OwnNumbers } from '../../../bot/desk/own-numbers.ts';
import type { Action, Reply } from '../../../bot/desk/reply.ts';
import { saying } from '../../../bot/desk/saying.ts';

/** A picture of one point (PNG). */
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const chartWords = 'Chart of gardens.example, last 24 hours';

const step = (order: string, label: string, about?: string): Action => ({
  ...{ kind: 'order' as const, order, label },
  ...(about === undefined ? {} : { about }),
});

/** What the desk says of somebody's account: made up, and different for everybody. */
export function numbersFor(id: string, about = 'all'): Reply {
  return {
    ...saying({ title: `Live numbers of ${id}`, body: `About ${about}: 5 of 5 failed.` }, [
      step('watch', 'Tell me when it clears', 'Ab_9-xYz0123'),
      step('mail', 'Look again', 'Ab_9-xYz0123'),
      step('link', 'Link my account'),
    ]),
    kind: 'answer',
    picture: { png: point, alternative: chartWords },
  };
}

/** Orders that note who gave them and say back what they were given. */
export function createTestOrders(given: (Given & { readonly order: string })[]) {
  const noting =
    (order: string, replies: (given: Given) => readonly Reply[], settled?: string) => async (one: Given) => {
      given.push({ ...one, order });
      return { replies: replies(one), ...(settled === undefined ? {} : { settled }) };
    };
  const echo = (title: string) => (one: Given) => [
    saying({ title, body: Object.entries(one.values).flat().join(' ') }),
  ];
  return createOrders({
    onError: (error) => {
      throw error;
    },
    runs: {
      mail: noting('mail', ({ by, about }) => [numbersFor(by.id, about)]),
      watch: noting('watch', () => [saying('I keep an eye on it')], 'Watching.'),
      link: noting('link', ({ values }) => [
        saying(`Look into your mail, ${values.name}`, [step('code', 'Type the code')]),
      ]),
      code: noting('code', ({ values }) => [saying(`The code was ${values.code}`)]),
      acshow: noting('acshow', (one) => [...echo('Account')(one), saying('And another')]),
      aclink: noting('aclink', echo('Linked')),
      audit: noting('audit', () => [
        { ...saying('The audit log'), file: { name: 'audit.jsonl', text: '{"about":"web1/gardens"}\n' } },
      ]),
      horep: noting('horep', echo('Sent')),
      hoclm: noting('hoclm', () => [], 'Taken up.'),
      dset: noting('dset', echo('Set')),
      draft: {
        run: noting('draft', echo('Drafted')),
        prefill: async ({ pointedAt = '', about = '' }) => ({ title: 'A title', asks: pointedAt || about }),
      },
    },
  });
}

/** Live numbers for `ann` alone; her domain is gardens.example. */
export function createTestNumbers(isAnn: (id: string) => boolean): OwnNumbers {
  return {
    asked: (text) => /^am i blocked\??$/i.test(text.trim()),
    numbers: async ({ id }) => numbersFor(id),
    comparePaste: async ({ id }, errors) =>
      isAnn(id) && errors.some(({ domain }) => domain === 'gardens.example')
        ? { ...numbersFor(id), title: `Your paste and the server, ${id}` }
        : undefined,
  };
}
