import type { Consulted } from '../desk/desk.ts';
import type { Given, OrderOutcome, Runs } from '../desk/orders/order.ts';
import type { Outreach } from '../desk/outreach.ts';
import type { Person, Question } from '../desk/question.ts';
import type { Action } from '../desk/reply.ts';
import { saying } from '../desk/saying.ts';
import { createNoticeBoard } from '../learning/incidents/notice-board.ts';
import { tellAskers } from '../learning/incidents/tell-askers.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { oneLine } from '../markdown/visible-text.ts';
import type { ResilientMemory } from '../memory/resilient/resilient.ts';
import type { Matters } from './matters.ts';

export interface NoticeDeskParts {
  readonly memory: Pick<ResilientMemory, 'notices' | 'incidents' | 'revisions'>;
  outreachOn(platform: string): Outreach | undefined;
  readonly matters: Matters;
  onError(error: unknown, what: string): void;
}

/** What every chat shows whole. */
const mostCharacters = 500;

const words = {
  title: 'Notice from our support',
  ended: 'Over now',
  endedBody: (text: string) =>
    `You asked about this, and our support had a notice on it: ${codeSpan(text)}. It is over now.`,
  pinned: 'The notice leads every matching answer from now on.',
  upAlready: (text: string) => ({ title: 'A notice about that is up already', body: codeSpan(text) }),
  unknownMatter: 'I know no article, bounce reason or error by that name.',
  tooLong: `That is too long to be read first: say it in ${mostCharacters} characters.`,
  none: 'No notice is up.',
  list: 'Notices that are up',
  endedBy: 'The notice is ended. Who was shown it is told.',
  gone: 'That notice is not up any more.',
  notKept: 'The memory is away just now, so this cannot be kept.',
} as const;

/** Notices that staff pin: each leads the answers about its matter, and whoever was shown it hears once when it ends. */
export function createNoticeDesk({ memory, outreachOn, matters, onError }: NoticeDeskParts) {
  const board = createNoticeBoard(memory);

  const runs: Pick<Runs, 'nopin' | 'nolist' | 'noend'> = {
    nopin: {
      prefill: async ({ about }) => ({ about: (about && (await matters.named(about))) ?? '' }),
      run: async ({ by, values: { about = '', text = '' } }) => {
        const matter = await matters.named(about);
        if (matter === undefined) return { replies: [saying(words.unknownMatter)] };
        const notice = { text: oneLine(text), matches: [matter] };
        if (notice.text.length > mostCharacters) return { replies: [saying(words.tooLong)] };
        await board.refresh();
        const up = board.live().find(({ matches }) => matches.includes(matter));
        if (up) return { replies: [saying(words.upAlready(up.text), [endAction(up.id)])] };
        const id = await board.pin(notice, identityOf(by));
        return {
          replies: [id === undefined ? saying(words.notKept) : saying(words.pinned, [endAction(id)])],
        };
      },
    },
    nolist: async (): Promise<OrderOutcome> => {
      await board.refresh();
      const live = board.live();
      if (live.length === 0) return { replies: [saying(words.none)] };
      const body = live.map(
        ({ text, matches }) => `- ${codeSpan(text)}: ${matches.map(codeSpan).join(', ')}`,
      );
      const ends = live.map(({ id }, at) => endAction(id, at));
      return { replies: [saying({ title: words.list, body: body.join('\n') }, ends)] };
    },
    noend: async ({ by, about }: Given) => {
      const isEnded = about !== undefined && (await board.end(about, identityOf(by)));
      return isEnded ? { replies: [], settled: words.endedBy } : { replies: [saying(words.gone)] };
    },
  };

  return {
    runs,
    refresh: board.refresh,
    follow: board.follow,

    /** The answer with a notice before it, where one is up for it; whoever asked is then told of its end. */
    async lead(question: Question, consulted: Consulted): Promise<Consulted> {
      const { reply, diagnosis } = consulted;
      const notice = reply && board.noticeFor(diagnosis);
      if (!reply || !notice) return consulted;
      const { place, asker } = question;
      await board.shown(notice, { person: identityOf(asker), place });
      const facts = [{ label: words.title, value: notice.text }, ...reply.facts];
      return { ...consulted, reply: { ...reply, facts } };
    },

    /** Tells whoever is owed the end of a notice, once among all processes; to be called every so often. */
    tellEnded: (): Promise<number> =>
      tellAskers({
        notices: memory.notices,
        tell: async ({ person }, { id, text }) => {
          const news = saying({ title: words.ended, body: words.endedBody(text) });
          await outreachOn(person.platform)?.tell(person, news, `notice ${id}`);
        },
        onError: (error) => onError(error, 'notice'),
      }),
  };
}

function endAction(id: string, at = 0): Action {
  const label = at === 0 ? 'End the notice' : `End notice ${at + 1}`;
  return { kind: 'order', order: 'noend', label, about: id };
}

const identityOf = ({ platform, workspace, id }: Person) => ({ platform, workspace, id });
