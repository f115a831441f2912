import type { Answered } from '../desk/desk-memory.ts';
import type { Diagnosis } from '../desk/diagnosis.ts';
import type { Given, OrderOutcome, Run } from '../desk/orders/order.ts';
import type { Outreach } from '../desk/outreach.ts';
import type { Identity, Person, Place } from '../desk/question.ts';
import type { Reply } from '../desk/reply.ts';
import { saying } from '../desk/saying.ts';
import type { Library } from '../knowledge/library.ts';
import type { HandOff } from '../memory/hand-offs.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import { handOffNotes } from './hand-off-notes.ts';
import { handOffReply } from './hand-off-reply.ts';
import { conversationOf, createPassOn } from './pass-on.ts';
import type { StaffPlaces } from './staff-places.ts';
import { publicLine, supportWords as words } from './support-words.ts';

export interface HandOffParts {
  readonly memory: Pick<ResilientMemory, 'handOffs' | 'quietThreads' | 'votes'>;
  outreachOn(platform: string): Outreach | undefined;
  readonly staffPlaces: StaffPlaces;
  library(): Library;
  diagnose(text: string): Diagnosis;
  /** What to tell where nobody can be told: how else to reach a person. */
  readonly elsewhere: string;
  /** When somebody is there next, in words; `undefined`: now. */
  nextThere(): string | undefined;
  /** For staff only; `undefined` where the customer has no account linked or it cannot be looked at. */
  healthOf?(customer: Identity): Promise<Reply | undefined>;
  /** Opens a ticket and gives its number; `undefined`: none could be. */
  openTicket?(handOff: HandOff): Promise<string | undefined>;
  onError(error: unknown, what: string): void;
}

const quietMs = 30 * 24 * 3_600_000;
const mostWaiting = 15;

/** Brings people in: the finished diagnosis goes to the staff's channel, and what they reply to the customer. */
export function createHandOffDesk(parts: HandOffParts) {
  const { memory, outreachOn, staffPlaces, library, onError } = parts;

  const nameOf = async (person: Identity | undefined): Promise<string | undefined> =>
    person &&
    (await outreachOn(person.platform)
      ?.nameOf(person)
      .catch(() => person.id));

  const lookOf = async (handOff: HandOff): Promise<Reply> =>
    handOffReply({
      handOff,
      takenUpBy: await nameOf(handOff.claimedBy),
      closedBy: await nameOf(handOff.resolvedBy),
    });

  /** Says it where the customer asked. Gives what to tell staff when that could not be. */
  const sayToCustomer = async (
    { customer, place }: HandOff,
    reply: Reply,
    key: string,
  ): Promise<readonly Reply[]> => {
    try {
      const outreach = outreachOn(place.platform);
      if (!outreach) throw new Error(`No platform ${place.platform} is connected`);
      if (place.private) await outreach.tell(customer, reply, key);
      else await outreach.post(place, { ...reply, audience: 'public' }, key);
      return [];
    } catch (error) {
      onError(error, 'hand-off');
      return [saying(words.notSent)];
    }
  };

  const staffPlaceOf = ({ place, staffMessage }: HandOff): Place | undefined => {
    const at = staffPlaces.for(place);
    return staffMessage && at
      ? { ...at, workspace: staffMessage.workspace, channel: staffMessage.channel }
      : at;
  };

  const showAnew = async (id: string): Promise<void> => {
    const handOff = await memory.handOffs.get(id);
    const at = handOff && staffPlaceOf(handOff);
    if (!handOff?.staffMessage || !at) return;
    const key = `hand-off ${id}`;
    await outreachOn(at.platform)?.update(at, handOff.staffMessage.id, await lookOf(handOff), key);
  };

  const notesFor = async (answered: Answered | undefined, customer: Person): Promise<string> =>
    handOffNotes({
      answered,
      diagnosis: answered && parts.diagnose(answered.text),
      votes: (answered && (await memory.votes.on(answered.key))) ?? [],
      name: (await nameOf(customer)) ?? customer.id,
      link:
        answered &&
        (await outreachOn(customer.platform)
          ?.linkTo(answered.place)
          .catch(() => undefined)),
      library: library(),
    });

  /** Puts it before the staff. False: nobody could be told. */
  const tellStaff = async (handOff: HandOff): Promise<boolean> => {
    const at = staffPlaces.for(handOff.place);
    const outreach = at && outreachOn(at.platform);
    if (!at || !outreach) return false;
    const id = await outreach.post(at, await lookOf(handOff), `hand-off ${handOff.id}`);
    await memory.handOffs.shownAs(handOff.id, { workspace: at.workspace, channel: at.channel, id });
    const health = await parts.healthOf?.(handOff.customer).catch(() => undefined);
    if (health) {
      const shown = { ...health, title: words.health, actions: [] };
      await outreach.post({ ...at, below: id }, shown, `hand-off ${handOff.id} health`);
    }
    return true;
  };

  const ticketFor = async (handOff: HandOff): Promise<string | undefined> => {
    const number = await parts.openTicket?.(handOff).catch((error: unknown) => {
      onError(error, 'ticket');
      return undefined;
    });
    if (number !== undefined) await memory.handOffs.noteTicket(handOff.id, number);
    return number;
  };

  const handOver = async (answered: Answered | undefined, by: Person): Promise<string> => {
    // Staff who try a button are not customers who wait.
    const customer = answered ? { ...answered.asker, staff: false } : by;
    const opened = answered && (await memory.handOffs.open(await newHandOff(answered, customer)));
    if (!opened) return parts.elsewhere;
    const { handOff } = opened;
    if (!opened.opened)
      return handOff.ticket ? `${words.again} ${words.ticket(handOff.ticket)}` : words.again;
    const number = await ticketFor(handOff);
    const isTold = await tellStaff(number === undefined ? handOff : { ...handOff, ticket: number }).catch(
      (error: unknown) => {
        onError(error, 'hand-off');
        return false;
      },
    );
    if (!isTold && number === undefined) return parts.elsewhere;
    const when = parts.nextThere();
    const line = when === undefined ? words.told : words.toldClosed(when);
    return number === undefined ? line : `${line} ${words.ticket(number)}`;
  };

  const newHandOff = async (answered: Answered, customer: Person) => ({
    ...{ questionKey: answered.key, customer, place: answered.place },
    summary: await notesFor(answered, customer),
  });

  /** An order of staff's on a hand-off that is still known and open. */
  const onOpen =
    (work: (handOff: HandOff, given: Given) => Promise<OrderOutcome>): Run =>
    async (given) => {
      const handOff = given.about === undefined ? undefined : await memory.handOffs.get(given.about);
      if (!handOff) return { replies: [saying(words.gone)] };
      if (handOff.state === 'resolved') return { replies: [saying(words.closedAlready)] };
      return work(handOff, given);
    };

  const takeUp = onOpen(async ({ id, state }, { by }) => {
    const taken = await memory.handOffs.claim(id, by);
    const isMine = taken?.claimedBy?.id === by.id && state === 'open';
    await showAnew(id);
    if (taken && isMine) {
      // In a direct conversation what the customer writes is passed on.
      if (!taken.place.private && taken.place.thread !== undefined)
        await memory.quietThreads.hush(taken.place, Date.now() + quietMs);
      return { replies: await sayToCustomer(taken, publicLine(words.takenUp), `hand-off ${id} taken up`) };
    }
    return { replies: [saying(words.takenAlready((await nameOf(taken?.claimedBy)) ?? '…'))] };
  });

  const reply = onOpen(async (handOff, { by, values }) => {
    const { id, place, state } = handOff;
    if (state === 'open') await memory.handOffs.claim(id, by);
    if (!place.private) await memory.quietThreads.hush(place, Date.now() + quietMs);
    const said = { ...publicLine(words.replyTitle), body: values.text ?? '' };
    const failed = await sayToCustomer(handOff, said, `hand-off ${id} reply ${crypto.randomUUID()}`);
    await showAnew(id);
    return { replies: failed.length > 0 ? failed : [saying(words.sent)] };
  });

  const close = onOpen(async (handOff, { by }) => {
    const { id, place } = handOff;
    if (!(await memory.handOffs.resolve(id, by))) return { replies: [saying(words.closedAlready)] };
    await memory.quietThreads.speak(conversationOf(place));
    await showAnew(id);
    return { replies: await sayToCustomer(handOff, publicLine(words.closed), `hand-off ${id} closed`) };
  });

  return {
    /** Gives what to tell the customer. */
    handOver,

    runs: {
      hoclm: takeUp,
      horep: reply,
      hodone: close,
      waits: async () => {
        const waiting = (await memory.handOffs.waiting(mostWaiting)) ?? [];
        const replies = await Promise.all(waiting.map(lookOf));
        return {
          replies:
            replies.length > 0
              ? replies.map((one) => ({ ...one, audience: 'asker' as const }))
              : [saying(words.nobodyWaits)],
        };
      },
    },

    passOn: createPassOn({ memory, outreachOn, staffPlaceOf }),
  };
}
