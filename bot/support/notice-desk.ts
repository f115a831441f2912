import type { Consulted } from '../desk/desk.ts';
import type { Given, OrderOutcome, Runs } from '../desk/orders/order.ts';
import type { Outreach } from '../desk/outreach.ts';
import type { Person, Question } from '../desk/question.ts';
import type { Action } from '../desk/reply.ts';
import { saying } from '../desk/saying.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { visibleText } from '../markdown/visible-text.ts';
import type { Notice } from '../memory/notices.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';

export interface NoticeDeskParts {
  readonly memory: Pick<ResilientMemory, 'notices'>;
  outreachOn(platform: string): Outreach | undefined;
  /** What a notice may be about in an answer: its article, the reasons read, the errors' fingerprints. */
  marksOf(consulted: Consulted): readonly string[];
  /** The mark that staff wrote or that a button carries, as `marksOf` gives it; `undefined`: nothing is known by it. */
  markNamed(written: string): Promise<string | undefined>;
  onError(error: unknown, what: string): void;
}

const words = {
  title: 'Notice from our support',
  ended: 'Over now',
  endedBody: (text: string) =>
    `You asked about this while a notice was up: ${codeSpan(text)}. It is over now.`,
  pinned: 'The notice leads every matching answer from now on.',
  unknownMark: 'I know no article, bounce reason or error by that name.',
  none: 'No notice is up.',
  list: 'Notices that are up',
  endedBy: 'The notice is ended. Who was shown it is told.',
  gone: 'That notice is not up any more.',
  notKept: 'The memory is away just now, so this cannot be kept.',
} as const;

const seenSinceMs = 6 * 3_600_000;
const mostOwed = 20;

/** Notices that staff pin: each leads the answers about its matter, and whoever was shown it hears once when it ends. */
export function createNoticeDesk(parts: NoticeDeskParts) {
  const { memory, outreachOn, onError } = parts;
  let live: readonly Notice[] = [];
  /** While the memory is away the last known ones hold. */
  const refresh = async () => {
    live = (await memory.notices.live()) ?? live;
  };

  const runs: Pick<Runs, 'nopin' | 'nolist' | 'noend'> = {
    nopin: {
      prefill: async ({ about }) => ({ about: (about && (await parts.markNamed(about))) ?? '' }),
      run: async ({ by, values: { about = '', text = '' } }) => {
        const mark = await parts.markNamed(about);
        if (mark === undefined) return { replies: [saying(words.unknownMark)] };
        const notice = { text: visibleText(text).trim(), matches: [mark] };
        const id = await memory.notices.pin(notice, identityOf(by), Date.now() - seenSinceMs);
        if (id === undefined) return { replies: [saying(words.notKept)] };
        await refresh();
        return { replies: [saying(words.pinned, [endAction(id)])] };
      },
    },
    nolist: async (): Promise<OrderOutcome> => {
      await refresh();
      if (live.length === 0) return { replies: [saying(words.none)] };
      const body = live.map(
        ({ text, matches }) => `- ${codeSpan(text)}: ${matches.map(codeSpan).join(', ')}`,
      );
      const list = saying(
        { title: words.list, body: body.join('\n') },
        live.map(({ id }, at) => endAction(id, at)),
      );
      return { replies: [list] };
    },
    noend: async ({ by, about }: Given) => {
      const isEnded = about !== undefined && (await memory.notices.end(about, identityOf(by)));
      await refresh();
      return isEnded ? { replies: [], settled: words.endedBy } : { replies: [saying(words.gone)] };
    },
  };

  return {
    runs,
    refresh,

    /** The answer with a notice before it, where one is up for it; whoever asked is then told of its end. */
    async lead(question: Question, consulted: Consulted): Promise<Consulted> {
      const { reply } = consulted;
      if (!reply || live.length === 0) return consulted;
      const marks = new Set(parts.marksOf(consulted));
      const notice = live.find(({ matches }) => matches.some((match) => marks.has(match)));
      if (!notice) return consulted;
      const { place, asker } = question;
      await memory.notices.shown(notice.id, { person: identityOf(asker), place });
      const body = `**${words.title}:** ${plain(notice.text)}\n\n${reply.body}`;
      return { ...consulted, reply: { ...reply, body } };
    },

    /** Tells whoever is owed the end of a notice, once among all processes; to be called every so often. */
    async tellEnded(): Promise<void> {
      for (const { person, notice } of (await memory.notices.owed(mostOwed)) ?? []) {
        const news = saying({ title: words.ended, body: words.endedBody(notice.text) });
        const outreach = outreachOn(person.platform);
        // Who cannot be reached is not tried again: the news is soon old.
        await outreach
          ?.tell(person, news, `notice ${notice.id}`)
          .catch((error: unknown) => onError(error, 'notice'));
        await memory.notices.told(notice.id, person);
      }
    },
  };
}

/** Staff's words, in which nothing formats: they stand inside the customer's answer. */
function plain(text: string): string {
  return visibleText(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>&#|~]/g, '\\$&');
}

function endAction(id: string, at = 0): Action {
  return {
    kind: 'order',
    order: 'noend',
    label: at === 0 ? 'End the notice' : `End notice ${at + 1}`,
    about: id,
  };
}

const identityOf = ({ platform, workspace, id }: Person) => ({ platform, workspace, id });
