import type { Discarded, RecipientLine } from '../hosting/discarded.ts';
import type { Cause, CauseFinding, LikelyCause } from '../hosting/likely-cause.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { shorten } from '../markdown/visible-text.ts';
import { maskPersonal } from '../privacy/mask.ts';

/** `whole` addresses are for their owner's eyes only, and only where the operator or the owner wants them. */
export type AddressTaste = 'whole' | 'masked';

export interface DiscardedLook {
  readonly taste: AddressTaste;
  /** When the hour turns, in words. */
  readonly turns: string;
  /** Failures used a limit up; otherwise they are failures and nothing more. */
  readonly limited: boolean;
}

const mostLines = 12;
const longestWords = 120;

/** Addresses that used the quota up, apart from good mail that fell only to the block. */
export function discardedWords(discarded: Discarded, look: DiscardedLook): readonly string[] {
  const { sendAgain } = discarded;
  const { taste, turns } = look;
  const [only, these, whose] =
    sendAgain.length === 1
      ? ['this address', 'it', 'Its mail was']
      : ['these addresses', `these ${sendAgain.length}`, 'Their mail was'];
  const again = `### It was not ${only}\nDo not delete ${these}. ${whose} discarded only because of the block; send it again once the block is gone, after ${turns} at the earliest unless our people lift it before:\n\n${listOf(sendAgain, taste, false)}`;
  return [...usedUpWords(discarded, look), ...(sendAgain.length > 0 ? [again] : [])];
}

export function usedUpWords({ usedUp }: Discarded, { taste, limited }: DiscardedLook): readonly string[] {
  if (usedUp.length === 0) return [];
  const were = usedUp.length === 1 ? '1 address was' : `${usedUp.length} addresses were`;
  const own = usedUp.length === 1 ? 'its' : 'their';
  return [
    `### ${limited ? 'Used the limit up' : 'Failed or put off'}\n${were} put off or refused for a reason of ${own} own this hour:\n\n${listOf(usedUp, taste, true)}`,
  ];
}

/** What strangers send in a customer's name is not to be sent again. */
export function breakInWords({ sendAgain }: Discarded): string {
  const told = '**I tell our staff at once.**';
  if (sendAgain.length === 0) return told;
  return `${told} The block also discarded mail to ${counted(sendAgain.length, 'other address', 'other addresses')}. Much of it may be the strangers’ mail: send nothing again before the account is safe.`;
}

/** Addresses that look the same when masked, and words that come again, stand once. */
function listOf(lines: readonly RecipientLine[], taste: AddressTaste, withWords: boolean): string {
  const wordsFor = ({ text }: RecipientLine) =>
    withWords ? shorten(taste === 'whole' ? text : maskPersonal(text), longestWords) : '';
  const groups = [
    ...Map.groupBy(lines, (line) => `${addressWords(line.recipient, taste)}\n${wordsFor(line)}`).values(),
  ];
  const shown = groups.slice(0, mostLines);
  const all = new Set(shown.flatMap((group) => group.map(wordsFor)));
  const shared = all.size === 1 && shown.length > 1 ? [...all][0] : undefined;
  const items = shown.map((group) => {
    const [first] = group;
    if (!first) return '';
    const times = group.reduce((sum, line) => sum + line.times, 0);
    const more = group.length > 1 ? ` (${group.length} addresses)` : times > 1 ? ` (${times} times)` : '';
    const words = shared === undefined && wordsFor(first) !== '' ? `: ${codeSpan(wordsFor(first))}` : '';
    return `- ${addressWords(first.recipient, taste)}${more}${words}`;
  });
  const rest = lines.length - shown.flat().length;
  const saidOnce = shared ? `\n\nThe receiving side said of each: ${codeSpan(shared)}` : '';
  return `${[...items, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n')}${saidOnce}`;
}

function addressWords(recipient: string, taste: AddressTaste): string {
  if (recipient === '') return 'a recipient that the server does not name';
  return codeSpan(taste === 'whole' ? recipient : maskPersonal(recipient));
}

export const causeNames: Record<Cause, string> = {
  'dead-addresses': 'a list with addresses that no longer exist',
  'broken-in-script': 'a website or script that strangers send through',
  'stolen-password': 'a mailbox whose password is in other hands',
  'auto-replies': 'automatic replies to spam',
  'refused-forwarder': 'a forwarder to a provider that refuses what is passed on',
  'provider-trouble': 'trouble at one receiving provider',
};

/** The cause in as many words as the records carry, and never with more certainty. */
export function causeWords(cause: LikelyCause): readonly string[] {
  const [first, ...others] = cause.findings;
  if (!first) {
    if (cause.examined === 0) return [];
    return [`### Why\nNo single cause stands out in ${examinedWords(cause)}.`];
  }
  const heading = first.words === 'likely' ? 'The likely cause' : 'A possible cause';
  const besides = others
    .filter((other) => other.cause !== first.cause)
    .slice(0, 2)
    .map(
      (other) =>
        `Also ${other.words === 'likely' ? 'likely, for a part of it' : 'possible'}: ${causeNames[other.cause]} (${ofAll(other, cause)}).`,
    );
  return [
    `### ${heading}\nThis looks like **${causeNames[first.cause]}**${mailboxWords(first)}: it would explain ${ofAll(first, cause)}. I judge by the delivery records of the last 24 hours alone:`,
    first.evidence.map((sentence) => `- ${sentence}`).join('\n'),
    ...besides,
  ];
}

const mailboxWords = ({ mailbox }: CauseFinding): string =>
  mailbox === '' ? '' : `, from ${codeSpan(mailbox)}`;
const ofAll = ({ failures }: CauseFinding, cause: LikelyCause): string =>
  `${failures} of ${examinedWords(cause)}`;
/** What our own limits discarded explains nothing. */
const examinedWords = ({ examined, span }: LikelyCause): string =>
  `the ${counted(examined, 'failure', 'failures')} ${span === 'hour' ? 'of this hour' : 'of the last 24 hours'} that no limit of ours caused`;
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
