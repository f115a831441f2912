import { createAnswerLimit } from '../../../bot/desk/answer-limit.ts';
import type { ChannelRule } from '../../../bot/desk/channel-rules.ts';
import { createConversations } from '../../../bot/desk/conversation.ts';
import { type Consult, createDesk } from '../../../bot/desk/desk.ts';
import { type Answered, createVolatileMemory, type DeskMemory } from '../../../bot/desk/desk-memory.ts';
import { createDiagnose } from '../../../bot/desk/diagnosis.ts';
import type { Given } from '../../../bot/desk/orders/order.ts';
import { createPress } from '../../../bot/desk/press.ts';
import { createPrivateMatters } from '../../../bot/desk/private-matters.ts';
import type { Person } from '../../../bot/desk/question.ts';
import { createReception } from '../../../bot/desk/reception.ts';
import { createStaffDesk } from '../../../bot/desk/staff-desk.ts';
import { createAutocomplete } from '../../../bot/knowledge/autocomplete.ts';
import type { KnowledgeBase } from '../../../bot/knowledge/knowledge-base.ts';
import type { GapGroup } from '../../../bot/learning/gaps/gap-group.ts';
import { openOwnLibrary } from '../../own-library.ts';
import { createTestNumbers, createTestOrders } from './test-orders.ts';

let opened: Promise<KnowledgeBase> | undefined;

/** The real desk over the real articles, with a memory that outlives the bot, a clock and a place to stop it. */
export type TestDesk = Awaited<ReturnType<typeof createTestDesk>>;

export const answersAMinute = 4;

/** Each question that got no clear answer, in a group of its own. */
function gapsAmong(answered: readonly Answered[]): GapGroup[] {
  return answered
    .filter(({ decision }) => decision === 'unsure' || decision === 'suggest')
    .map(({ key, text, askedAt, slugs: [slug] }) => ({
      ...{ id: key.replace(/\W/g, '').slice(-10), questions: 1, people: 1, examples: [text], keys: [key] },
      kinds: { unsure: 1, suggested: 0, silent: 0, 'not-helped': 0 },
      nearest: slug === undefined ? undefined : { slug, questions: 1 },
      ...{ firstAt: askedAt, lastAt: askedAt },
    }));
}

export async function createTestDesk() {
  opened ??= openOwnLibrary();
  const knowledge = await opened;
  const library = () => knowledge.library;
  const diagnose = () => createDiagnose(knowledge.library, knowledge.search);
  const complete = () => createAutocomplete(knowledge.library, knowledge.search);
  const lasting = createVolatileMemory();
  const votes: { slug: string; helped: boolean; by: string }[] = [];
  const handedOver: (Answered | undefined)[] = [];
  const given: (Given & { readonly order: string })[] = [];
  const set = new Map<string, Partial<ChannelRule>>();
  const watched = new Set<string>();
  let annsId: string | undefined;
  const rules = {
    of: ({ channel }: { channel: string }): ChannelRule => ({
      listening: watched.has(channel) ? ('listening' as const) : ('mentions' as const),
      ...{ threshold: undefined, language: undefined, handOffs: undefined },
      ...set.get(channel),
    }),
  };
  /** Claims by the process that took them. */
  const claims = new Map<string, number | 'done'>();
  let process = 0;
  const noted = new Map<string, Answered>();
  let begun = 0;
  let laterMs = 0;
  let stuck: 'before-answer' | 'before-note' | undefined;
  let noting: Promise<void> | undefined;
  const now = () => Date.now() + laterMs;
  const forever = () => new Promise<never>(() => {});

  const memoryOf = (owner: number): DeskMemory => ({
    ...lasting,
    async claim(key) {
      const holder = claims.get(key);
      if (holder === owner || holder === 'done') return 'taken';
      claims.set(key, owner);
      begun++;
      return holder === undefined ? 'new' : 'abandoned';
    },
    holds: async (key) => claims.get(key) === owner,
    async finish(key) {
      claims.set(key, 'done');
    },
    letGo() {},
    async abandoned() {
      return [...claims].flatMap(([key, holder]) => (holder === 'done' || holder === owner ? [] : [key]));
    },
    async noteAnswer(answered) {
      if (stuck === 'before-note') await forever();
      await noting;
      if (owner !== process) return;
      claims.set(answered.key, 'done');
      noted.set(answered.key, answered);
      await lasting.noteAnswer(answered);
    },
    async noteVote(vote) {
      votes.push({ slug: vote.slug, helped: vote.helped, by: vote.by.id });
      await lasting.noteVote(vote);
    },
  });

  return {
    now,
    votes,
    handedOver,
    /** Orders as they were given. */
    given,
    /** As the operator's settings would name it. */
    watch: (channel: string) => void watched.add(channel),
    /** As staff would set it. */
    setRule: (channel: string, rule: Partial<ChannelRule>) => void set.set(channel, rule),
    /** Whose domain gardens.example is. */
    callAnn: (id: string) => {
      annsId = id;
    },
    library,
    /** The parts for a new process of the bot. */
    open() {
      process++;
      stuck = undefined;
      begun = 0;
      const memory = memoryOf(process);
      const real = createDesk({
        ...{ diagnose, rules, numbers: true },
        onError: (error) => {
          throw error;
        },
      });
      const consult: Consult = async (question) => {
        if (stuck === 'before-answer') await forever();
        return real(question);
      };
      const conversations = createConversations(now);
      const limit = createAnswerLimit(answersAMinute, now);
      const handOver = async (answered: Answered | undefined, _by: Person) => {
        handedOver.push(answered);
        return 'A person was told and answers here.';
      };
      const orders = createTestOrders(given);
      const own = createTestNumbers((id) => id === annsId);
      return {
        ...{ orders, rules },
        reception: createReception({
          ...{ consult, memory, rules, own, conversations, limit, now },
          privateMatters: createPrivateMatters({ orders, own }),
          onError: (error) => {
            throw error;
          },
        }),
        press: createPress({ library, memory, handOver }),
        staffDesk: createStaffDesk({
          library,
          diagnose,
          complete,
          gaps: async () => gapsAmong([...noted.values()]),
        }),
        memory,
        library,
      };
    },
    /** Whatever is asked from now on gets stuck there, until the next process. */
    stick(where: 'before-answer' | 'before-note'): void {
      stuck = where;
    },
    /** Answers are noted only when what this gives is called. */
    holdNotes(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      noting = promise;
      return resolve;
    },
    /** How many questions this process has taken. */
    begun: (): number => begun,
    later(ms: number): void {
      laterMs += ms;
    },
    /** All that is remembered of questions. */
    everything: (): readonly Answered[] => [...noted.values()],
  };
}
