import type { Outreach } from '../desk/outreach.ts';
import type { Place, Question } from '../desk/question.ts';
import type { HandOff } from '../memory/hand-offs.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import { maskPersonal } from '../privacy/mask.ts';
import { quotation } from './hand-off-notes.ts';
import { publicLine, supportWords as words } from './support-words.ts';

export interface PassOnParts {
  readonly memory: Pick<ResilientMemory, 'handOffs' | 'quietThreads'>;
  outreachOn(platform: string): Outreach | undefined;
  staffPlaceOf(handOff: HandOff): Place | undefined;
}

const quietMs = 30 * 24 * 3_600_000;

/**
 * What a customer writes in a direct conversation that people have taken over goes to them. `first`: it is the first
 * time, so the customer is told. `undefined`: nobody has taken over, the desk answers.
 */
export function createPassOn({ memory, outreachOn, staffPlaceOf }: PassOnParts) {
  return async (
    { id, place, ...heard }: Question,
    complete?: () => Promise<Question>,
  ): Promise<'first' | 'passed' | undefined> => {
    if (!place.private) return undefined;
    const handOff = await memory.handOffs.inConversation(place);
    const at = handOff && staffPlaceOf(handOff);
    const outreach = at && outreachOn(at.platform);
    if (handOff?.state !== 'claimed' || !handOff.staffMessage || !outreach) return undefined;
    const body = bodyOf((await complete?.()) ?? heard);
    const said = { ...publicLine(words.fromCustomer), body };
    await outreach.post({ ...at, below: handOff.staffMessage.id }, said, `hand-off ${handOff.id} ${id}`);
    const conversation = conversationOf(place);
    const isKnown = await memory.quietThreads.isQuiet(conversation);
    await memory.quietThreads.hush(conversation, Date.now() + quietMs);
    return isKnown ? 'passed' : 'first';
  };
}

/** All of it: in a direct conversation every message may have a thread of its own. */
export function conversationOf({ thread, ...place }: Place): Place {
  return place.private || thread === undefined ? place : { ...place, thread };
}

/** The words and the files, masked; of a file that cannot be read, that it is there. */
function bodyOf({ text, attachments, unread }: Pick<Question, 'text' | 'attachments' | 'unread'>): string {
  const parts = [
    quotation(maskPersonal(text)),
    ...attachments.map((file) => quotation(maskPersonal(`${file.name}\n\n${file.text}`))),
    unread === undefined ? '' : words.unreadFile,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
