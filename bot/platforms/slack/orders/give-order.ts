import { setTimeout as sleep } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Given, Order } from '../../../desk/orders/order.ts';
import { missingFields } from '../../../desk/orders/orders.ts';
import { wording } from '../../../desk/wording.ts';
import type { Whereabouts } from '../listeners/spots.ts';
import { mrkdwn } from '../render/literal.ts';
import { callSlack, refusalOf } from '../saying/call-slack.ts';
import { type PrivateSpot, sayPrivately } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { orderForm } from './order-form.ts';

/** An order as it came, and the way back to whoever gave it. */
export interface GivenOrder {
  readonly order: Order;
  readonly given: Given;
  readonly spot: PrivateSpot;
  /** Names the act: a delivery that Slack repeats carries it out once. */
  readonly act: string;
  /** Takes the controls of the pressed message away; absent where none was pressed. False: that cannot be done. */
  settle?(line: string): Promise<boolean>;
}

/** How long what stands in a form beforehand is waited for: Slack opens none later than three seconds after the act. */
const prefillMs = 1500;

/** Carries the order out, or asks with a form for what is missing. `trigger` opens one; `at` is kept in it. */
export async function beginOrder(
  kit: Kit,
  one: GivenOrder,
  { trigger, at }: { readonly trigger: string; readonly at: Whereabouts | undefined },
): Promise<void> {
  const { order, given, spot } = one;
  if (order.staffOnly && !given.by.staff) return sayPrivately(spot, { text: wording.onlyStaff });
  if (missingFields(order, given.values).length === 0) return giveOrder(kit, one);
  const values = { ...(await prefilled(kit, order, given)), ...given.values };
  const { about, question } = given;
  const view = orderForm(order, values, { order: order.code, about, question, at });
  await openForm(spot.client, trigger, view);
}

/** A form that is open already is not opened again: Slack had repeated the act. */
async function openForm(
  client: webApi.WebClient,
  trigger_id: string,
  view: ReturnType<typeof orderForm>,
): Promise<void> {
  await callSlack<unknown>(() => client.views.open({ trigger_id, view }), { tries: 2 }).catch(
    (error: unknown) => {
      if (refusalOf(error) !== 'exchanged_trigger_id') throw error;
    },
  );
}

async function prefilled({ log }: Kit, { prefill, name }: Order, given: Given): Promise<Given['values']> {
  const late = sleep(prefillMs, {}, { ref: false });
  return Promise.race([prefill?.(given) ?? {}, late]).catch((error: unknown) => {
    log.warn({ err: error, order: name }, 'slack_prefill_failed');
    return {};
  });
}

/** Runs it and shows what came of it to whoever gave it alone. */
export async function giveOrder(kit: Kit, { order, given, spot, act, settle }: GivenOrder): Promise<void> {
  if ((await kit.memory.claim(act)) === 'taken') return;
  try {
    const { replies, settled } = await kit.orders.run(order, given);
    if (settled !== undefined && !(await settle?.(settled)))
      await sayPrivately(spot, { text: mrkdwn(settled) });
    const belongs = { key: await ownQuestion(kit, given), staff: order.staffOnly === true };
    for (const reply of replies) await sayReply(kit, spot, reply, belongs);
  } finally {
    await kit.memory.finish(act);
  }
}

/** Whoever presses a button under somebody else's answer goes on with nothing of that question. */
async function ownQuestion({ memory }: Kit, { question, by }: Given): Promise<string | undefined> {
  const answered = question === undefined ? undefined : await memory.answerTo(question);
  return answered && (by.staff || answered.asker.id === by.id) ? answered.key : undefined;
}
