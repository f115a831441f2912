import type { Delivery } from '../delivery.ts';

/**
 * What a failure says about the cause: the address is `dead`, the receiver `refused` the mail or its sender, the
 * receiver is `busy` and wants it later, or something `other`.
 */
export type Nature = 'dead' | 'refused' | 'busy' | 'other';

/** The first that matches counts: a greylisting text may speak of spam, and a spam text of an unknown user. */
const phrases: readonly (readonly [Nature, RegExp])[] = [
  [
    'dead',
    /\b(?:no such (?:user|recipient|mailbox|person|address|domain)|(?:user|recipient|mailbox|address|account)\b.{0,30}\b(?:unknown|not found|does not exist|doesn't exist|no longer exists|invalid|disabled|inactive)|unknown (?:user|recipient|mailbox|local part)|invalid (?:recipient|mailbox|user)|(?:email account|address)\b.{0,50}\bdoes not exist|no mailbox here|unrouteable address|host (?:or domain name )?not found|domain (?:name )?(?:not found|does not exist)|non-existent hosts?|NXDOMAIN)\b/i,
  ],
  [
    'refused',
    /\b(?:spam|unsolicited|blocked|black ?list(?:ed)?|block ?list(?:ed)?|listed (?:at|in|by|on)|reputation|policy|SPF|DKIM|DMARC|unauthenticated|content rejected|virus|phish\w*|abuse)\b/i,
  ],
  [
    'busy',
    /\b(?:try (?:again )?later|temporar(?:y|ily)|deferred|too many|rate|throttl\w*|grey ?list\w*|timed out|connection refused|unexpected volume|service (?:not |un)available|insufficient (?:system )?(?:storage|resources)|over ?quota|mailbox (?:is )?full|server busy|TSS0\d)\b/i,
  ],
];

const codes: readonly (readonly [Nature, RegExp])[] = [
  ['dead', /\b5\.1\.(?:0|1|2|3|10)\b/],
  ['refused', /\b5\.7\.\d{1,3}\b/],
  ['busy', /(?<![\d.])4\d\d(?![\d.])|\b4\.\d\.\d{1,3}\b/],
];

/** The code decides where it is one that receivers use rightly; else the words; a deferral is never for good. */
export function natureOf({ text, outcome }: Delivery): Nature {
  const byCode = codes.find(([, code]) => code.test(text))?.[0];
  const byWords = phrases.find(([, words]) => words.test(text))?.[0];
  if (outcome === 'deferred') return byCode === 'refused' || byWords === 'refused' ? 'refused' : 'busy';
  if (byCode === 'dead') return 'dead';
  return byWords ?? byCode ?? 'other';
}
