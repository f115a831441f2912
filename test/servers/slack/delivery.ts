import { setTimeout as sleep } from 'node:timers/promises';
import type { Changes } from './changes.ts';
import { type Json, recordOf, textOf } from './json.ts';
import type { Ack, Envelope, EnvelopeType, FailureReason, Transport } from './transport.ts';

export interface Delivery {
  readonly type: EnvelopeType;
  /** The event's type, the command, or the interaction's type and id. */
  readonly name: string;
  readonly eventId: string | undefined;
  readonly payload: Json;
  readonly attempts: { retryNum: number; outcome: 'pending' | 'acked' | FailureReason; tookMs?: number }[];
  state: 'pending' | 'acked' | 'failed';
}

export interface LateAck {
  readonly type: EnvelopeType;
  readonly name: string;
  readonly eventId: string | undefined;
  readonly tookMs: number;
}

/** What goes wrong with acknowledgements on their way back: lost, or held up so long. */
export type AckFault = { kind: 'drop' } | { kind: 'delay'; delayMs: number };

interface DeliveryOptions {
  readonly ackTimeoutMs: number;
  readonly retryDelaysMs: readonly number[];
  readonly changes: Changes;
  readonly signal: AbortSignal;
}

export type Deliveries = ReturnType<typeof createDeliveries>;

export function createDeliveries({ ackTimeoutMs, retryDelaysMs, changes, signal }: DeliveryOptions) {
  const log: Delivery[] = [];
  const lateAcks: LateAck[] = [];
  const ackFaults: AckFault[] = [];
  let held: Delivery[] | undefined;
  let transport: Transport | undefined;
  const way = (): Transport => {
    if (!transport) throw new Error('the server has no way to the app yet');
    return transport;
  };

  function begin(type: EnvelopeType, name: string, payload: Json): Delivery {
    const eventId = textOf(payload.event_id) || undefined;
    const delivery: Delivery = { type, name, eventId, payload, attempts: [], state: 'pending' };
    log.push(delivery);
    changes.note();
    return delivery;
  }

  async function throughAckFaults(ack: Ack, late: (tookMs: number) => void): Promise<Ack> {
    if (!ack.ok) return ack;
    const fault = ackFaults.shift();
    if (!fault) return ack;
    const waitMs = fault.kind === 'delay' ? Math.min(fault.delayMs, ackTimeoutMs) : ackTimeoutMs;
    await sleep(waitMs, undefined, { signal });
    if (fault.kind === 'delay' && fault.delayMs < ackTimeoutMs) return ack;
    if (fault.kind === 'delay') late(ack.tookMs + fault.delayMs);
    return { ok: false, reason: 'timeout' };
  }

  async function attempt(delivery: Delivery, envelope: Omit<Envelope, 'type' | 'payload'>): Promise<Ack> {
    const record: Delivery['attempts'][number] = { retryNum: envelope.retryNum, outcome: 'pending' };
    delivery.attempts.push(record);
    const { type, name, eventId, payload } = delivery;
    const late = (tookMs: number) => {
      lateAcks.push({ type, name, eventId, tookMs });
      changes.note();
    };
    const sent = await way().send({ type, payload, ...envelope }, late);
    const ack = await throughAckFaults(sent, late);
    record.outcome = ack.ok ? 'acked' : ack.reason;
    if (ack.ok) record.tookMs = ack.tookMs;
    changes.note();
    return ack;
  }

  async function deliverEvent(delivery: Delivery): Promise<void> {
    let reason: FailureReason | undefined;
    for (let retryNum = 0; retryNum <= retryDelaysMs.length && !signal.aborted; retryNum += 1) {
      if (retryNum > 0) await sleep(retryDelaysMs[retryNum - 1] ?? 0, undefined, { signal });
      await way().available();
      const ack = await attempt(delivery, { acceptsResponse: false, retryNum, retryReason: reason });
      if (ack.ok) {
        delivery.state = 'acked';
        return changes.note();
      }
      reason = ack.reason;
      if (ack.noRetry) break;
    }
    delivery.state = 'failed';
    changes.note();
  }

  const inBackground = (work: Promise<unknown>): void => {
    work.catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  };

  return {
    log,
    lateAcks,
    ackFaults,
    use: (way: Transport): void => {
      transport = way;
    },
    /** Sends an event and sees it through its retries; comes back at once. Without a way to the app it is lost. */
    event: (payload: Json): void => {
      const delivery = begin('events_api', textOf(recordOf(payload.event).type), payload);
      if (held) held.push(delivery);
      else if (transport) inBackground(deliverEvent(delivery));
      else delivery.state = 'failed';
    },
    /** A command or an interaction: tried once, and answered within the ack timeout or not at all. */
    request: async (
      type: EnvelopeType,
      name: string,
      payload: Json,
      acceptsResponse: boolean,
    ): Promise<Ack> => {
      const delivery = begin(type, name, payload);
      const ack = await attempt(delivery, { acceptsResponse, retryNum: 0, retryReason: undefined });
      delivery.state = ack.ok ? 'acked' : 'failed';
      changes.note();
      return ack;
    },
    redeliver: async (eventId: string): Promise<Ack> => {
      const delivery = log.find((of) => of.eventId === eventId);
      if (!delivery) throw new Error(`no event ${eventId} was sent`);
      const retryNum = delivery.attempts.length;
      return attempt(delivery, { acceptsResponse: false, retryNum, retryReason: 'timeout' });
    },
    /** Delivers a command or an interaction once more, as sockets do whose acknowledgement was lost. */
    repeat: (delivery: Delivery): Promise<Ack> =>
      attempt(delivery, { acceptsResponse: true, retryNum: 0, retryReason: undefined }),
    /** Keeps events back until `release`, which may let them go in another order. */
    hold: (): void => {
      held ??= [];
    },
    release: (order: (deliveries: Delivery[]) => Delivery[] = (all) => all): void => {
      const freed = held ?? [];
      held = undefined;
      for (const delivery of order(freed)) inBackground(deliverEvent(delivery));
    },
    pending: (): number => log.filter(({ state }) => state === 'pending').length,
  };
}
