import type { Deliveries, Delivery, TimeRange } from '../../delivery.ts';
import { hostAddress } from '../../host-text.ts';
import { recordShape, type TrackRecord } from './whm-shapes.ts';

const outcomes: Readonly<Record<string, Delivery['outcome']>> = {
  success: 'delivered',
  defer: 'deferred',
  failure: 'failed',
};

/** What the router that enforces the host's own limits says, and which limit that is. */
const limitWords: readonly (readonly [RegExp, Delivery['stoppedBy']])[] = [
  [/max defers and failures/i, 'defer-fail-limit'],
  [/max emails per hour/i, 'sending-limit'],
  [/outgoing mail (?:suspension|hold|suspended)/i, 'outgoing-suspended'],
];

/** `undefined`: there are records, and none can be understood. Records of other users or times are dropped. */
export function deliveriesFrom(
  records: readonly unknown[],
  user: string,
  range: TimeRange,
  most: number,
): Deliveries | undefined {
  const parsed = records.map((record) => recordShape.safeParse(record));
  if (parsed.length > 0 && parsed.every((record) => !record.success)) return undefined;
  const own = parsed.flatMap((record) => (record.success && record.data.user === user ? [record.data] : []));
  const deliveries = own.flatMap((record) => deliveryFrom(record) ?? []);
  const isCutOff = (type: string) => {
    const sent = own.filter((record) => record.type === type).map((record) => record.sendunixtime ?? 0);
    return sent.length >= most && Math.min(...sent) * 1000 >= range.from.getTime();
  };
  const cutOff = Object.entries(outcomes).filter(([type]) => isCutOff(type));
  return {
    records: deliveries.filter(({ at }) => at >= range.from && at <= range.to),
    covers: new Set(Object.values(outcomes)),
    cutOff: new Set(cutOff.map(([, outcome]) => outcome)),
  };
}

function deliveryFrom(record: TrackRecord): Delivery | undefined {
  const outcome = outcomes[String(record.type)];
  const seconds = record.actionunixtime ?? record.sendunixtime;
  if (outcome === undefined || seconds === undefined) return undefined;
  return {
    outcome,
    at: new Date(seconds * 1000),
    messageId: record.msgid,
    sender: hostAddress(record.sender) ?? '',
    recipient: hostAddress(record.recipient) ?? '',
    domain: record.domain,
    via: viaOf(record),
    senderIp: /^[0-9a-f.:]{3,45}$/i.test(record.senderip) ? record.senderip.toLowerCase() : '',
    remoteHost: record.host,
    remote: Number(record.transport_is_remote) === 1,
    text: record.message,
    stoppedBy: stoppedBy(record),
  };
}

function viaOf({ senderauth, senderhost, senderip }: TrackRecord): Delivery['via'] {
  if (/_(?:login|plain|cram)|^(?:login|plain|cram_md5)$/i.test(senderauth)) return 'login';
  if (/^local/i.test(senderauth)) return 'local';
  const onServer = /^localhost\b/i.test(senderhost) || senderip === '127.0.0.1' || senderip === '::1';
  if (onServer) return 'local';
  return senderip === '' ? 'unknown' : 'incoming';
}

function stoppedBy({ router, host, message }: TrackRecord): Delivery['stoppedBy'] {
  const named = limitWords.find(([words]) => words.test(message))?.[1];
  if (router === 'enforce_mail_permissions') return named ?? 'other-limit';
  // A receiving server may use such words too, for a limit of its own.
  return router === '' && host === '' ? named : undefined;
}
