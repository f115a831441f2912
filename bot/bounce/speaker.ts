import type { Decision } from './decide.ts';
import type { Actor, Speaker } from './mail-error.ts';
import { type Part, within, wordsIn } from './part.ts';
import type { FoundMarker, Reading } from './reading.ts';

const oursAlone = new Set(['defer-fail-limit', 'sending-limit', 'outgoing-suspended']);

/**
 * Whose words the part repeats. A bounce of ours that quotes no other server was refused by ours; marks
 * before the first recipient hold for all parts.
 */
export function speakerOf(reading: Reading, part: Part, decision: Decision | undefined): Speaker {
  if (decision?.rule.kind === 'mail-client') return 'mail-program';
  if (decision && oursAlone.has(decision.rule.reason)) return 'our-server';
  const firstHead = part[0]?.first ?? 0;
  const { markers } = reading;
  const placeOf = ({ first }: FoundMarker): number => first;
  if (within(markers.get('remote') ?? [], part, placeOf).length > 0) return 'remote-server';
  const ours = markers.get('ours') ?? [];
  const first = ours[0]?.first;
  if (first === undefined) return 'unknown';
  return first <= firstHead || within(ours, part, placeOf).length > 0 ? 'our-server' : 'unknown';
}

/** Faults that are ours to mend when our own server names them; elsewhere they are the recipient's. */
const oursToMend = new Set([
  'system-error',
  'system-full',
  'tls-failure',
  'protocol-error',
  'mail-loop',
  'network-error',
]);

const serverSender =
  /^(?:root|nobody|apache|www-data|cpanel|daemon|mailnull)@|@(?:localhost|server\d*|host\d*|vps\d*|srv\d*|cp\d*|ns\d*)\b/;

/** Who acts: as the reason says, or the host when its own server is at fault (rule 7). */
export function actorOf(
  decision: Decision | undefined,
  speaker: Speaker,
  words: Reading['words'],
  part: Part,
): Actor {
  if (!decision) return 'host';
  const { reason, actor } = decision.rule;
  if (speaker === 'our-server' && oursToMend.has(reason)) return reason === 'network-error' ? actor : 'host';
  if (reason !== 'sender-rejected') return actor;
  let byServer = false;
  wordsIn(part, words.length, (at) => {
    const word = words[at];
    if (word?.kind === 'address' && serverSender.test(word.text)) byServer = true;
  });
  return byServer ? 'host' : actor;
}
