import type { Order } from './orders/order.ts';
import { missingFields, type Orders } from './orders/orders.ts';
import type { OwnNumbers } from './own-numbers.ts';
import type { Question } from './question.ts';
import type { Reply } from './reply.ts';
import { saying } from './saying.ts';
import { wording } from './wording.ts';

export interface PrivateMatter {
  readonly replies: readonly Reply[];
  /** `question`: worth remembering as one. */
  readonly kind: 'order' | 'question';
}

export interface PrivateMattersParts {
  readonly orders: Orders;
  readonly own?: OwnNumbers | undefined;
}

/** What is answered to the asker alone, however public it was said: orders in words, and live numbers. */
export type PrivateMatters = (question: Question) => Promise<PrivateMatter | undefined>;

export function createPrivateMatters({ orders, own }: PrivateMattersParts): PrivateMatters {
  return async (question) => {
    const { text, asker, place, directed, followsUp } = question;
    if (!directed && !followsUp) return undefined;
    const said = directed ? orders.said(text, asker) : undefined;
    if (said) {
      const { order, values } = said;
      if (missingFields(order, values).length > 0) return { kind: 'order', replies: [usageOf(order)] };
      const { replies, settled } = await orders.run(order, { by: asker, place, values });
      const told = replies.length > 0 || settled === undefined ? replies : [saying(settled)];
      return { kind: 'order', replies: told };
    }
    const numbers = own?.asked(text) ? await own.numbers(asker, text) : undefined;
    return numbers && { kind: 'question', replies: [numbers] };
  };
}

/** No form can be opened from a message, but from a button below one. */
function usageOf({ name, code, fields }: Order): Reply {
  const words = fields.map((field) => (field.required ? field.name : `[${field.name}]`)).join(' ');
  return saying({ title: wording.incomplete, body: `\`${name} ${words}\`` }, [
    { kind: 'order', order: code, label: wording.fillIn },
  ]);
}
