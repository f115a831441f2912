import { missingFields } from '../../../desk/orders/orders.ts';
import { wording } from '../../../desk/wording.ts';
import { discordWording } from '../discord-wording.ts';
import { carryOut } from './give-order.ts';
import type { Form } from './listener.ts';
import { formPrefix, originIn, valuesIn } from './order-fields.ts';

/** What a sent form holds is what its order is given; its id says for what. */
export const orderForm: Form = {
  kind: 'form',
  prefix: formPrefix,
  async run(kit, act, interaction) {
    const origin = originIn(interaction.customId);
    const order = origin && kit.orders.coded(origin.code);
    if (!order) return act.say(discordWording.notOffered);
    const values = valuesIn(interaction, order);
    if (missingFields(order, values).length > 0) return act.say(wording.incomplete);
    await carryOut(kit, act, interaction, { ...origin, order, values });
  },
};
