import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSetRules } from '../../bot/desk/channel-rules.ts';
import { fit } from '../../bot/desk/confidence.ts';
import type { Consulted } from '../../bot/desk/desk.ts';
import type { Diagnosis } from '../../bot/desk/diagnosis.ts';
import { createDraftDesk } from '../../bot/desk/draft-desk.ts';
import type { Given } from '../../bot/desk/orders/order.ts';
import { createOrders } from '../../bot/desk/orders/orders.ts';
import type { Person, Place, Question } from '../../bot/desk/question.ts';
import type { Reply } from '../../bot/desk/reply.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { createLibrary } from '../../bot/knowledge/library.ts';
import { createSearch } from '../../bot/knowledge/search.ts';
import { findGaps } from '../../bot/learning/gaps/find-gaps.ts';
import type { Memory } from '../../bot/memory/memory.ts';
import type { ResilientMemory } from '../../bot/memory/resilient/resilient.ts';
import { createKeptRules } from '../../bot/support/kept-rules.ts';
import { createStaffPlaces } from '../../bot/support/staff-places.ts';
import { createSupport, type SupportParts } from '../../bot/support/support.ts';
import { articleOf } from '../knowledge/article-of.ts';
import { startSqlite } from '../memory/engines/test-engines.ts';
import { createTestOutreach } from './outreach.ts';

export const ann: Person = { platform: 'slack', workspace: 'T1', id: 'U1', staff: false };
export const sam: Person = { ...ann, id: 'U9', staff: true };
export const tim: Person = { ...ann, id: 'U8', staff: true };
export const place: Place = {
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  thread: 't1',
  private: false,
};
export const direct: Place = { ...place, channel: 'D1', private: true };

export const questionOf = (id: string, more: Partial<Question> = {}): Question => ({
  ...{ id, text: 'my mail to kim@example.org bounces', attachments: [], asker: ann, place, directed: true },
  ...more,
});

const library = createLibrary([articleOf('mailbox-full'), articleOf('no-such-user')]);
const search = createSearch(library, fit.rank);
export const diagnosis: Diagnosis = {
  ...{ decision: 'answer', findings: [], handOff: undefined, mailErrors: [], corrected: new Map() },
};
export const answerOf = (slug: string): Reply => ({
  ...{
    kind: 'answer',
    title: slug,
    body: `The answer of ${slug}`,
    facts: [],
    actions: [],
    audience: 'public',
  },
  sources: [{ slug, title: slug }],
});
export const consultedWith = (slug: string, mailErrors: Diagnosis['mailErrors'] = []): Consulted => {
  const article = library.get(slug) ?? assert.fail(slug);
  const finding = { article, section: undefined, confidence: 0.9, because: { words: [] } };
  return { diagnosis: { ...diagnosis, findings: [finding], mailErrors }, reply: answerOf(slug) };
};

export type House = Awaited<ReturnType<typeof openHouse>>;

/** The people behind the desk on a real database, and the platform they sit at made by hand. */
export async function openHouse(changes: Partial<SupportParts> = {}, reachable?: (id: string) => boolean) {
  const engine = await startSqlite();
  const store = await engine.createStore();
  const memories: Memory[] = [];
  const errors: unknown[] = [];
  const draftsDir = mkdtempSync(join(tmpdir(), 'hostdesk-drafts-'));
  const drafts = createDraftDesk({
    ...{ knowledge: { library, search }, facts: houseFactsFrom({}), weights: fit.rank, draftsDir },
    kbDir: fileURLToPath(new URL('../../kb', import.meta.url)),
  });
  const slack = createTestOutreach({ reachable: ({ id }) => reachable?.(id) ?? true });

  const openProcess = async () => {
    const memory = await store.open();
    memories.push(memory);
    const soft = memory as unknown as ResilientMemory;
    const rules = createKeptRules(createSetRules({ slack: ['C2'] }), soft);
    const support = await createSupport({
      ...{ memory: soft, rules, library: () => library, diagnose: () => diagnosis },
      outreachOn: (platform) => (platform === 'slack' ? slack.outreach : undefined),
      staffPlaces: createStaffPlaces({ channels: { slack: 'C9' }, rules }),
      ...{ elsewhere: 'Write to support@example.com.', nextThere: () => undefined, usualThreshold: 0.9 },
      state: async () => [{ label: 'Articles', value: '2' }],
      gaps: () => findGaps({ questions: memory.questions, library }, 0),
      drafts,
      onError: (error) => errors.push(error),
      ...changes,
    });
    const orders = createOrders({ runs: support.runs, onError: (error) => errors.push(error) });
    const give = (code: string, given: Partial<Given> = {}) =>
      orders.run(orders.coded(code) ?? assert.fail(code), { by: sam, place, values: {}, ...given });
    return { memory, support, rules, orders, give };
  };
  const first = await openProcess();

  /** A question as it stands answered. */
  const answered = async (key: string, more: Partial<Question> = {}) => {
    const { asker, place: at, text } = questionOf(key, more);
    const noted = {
      ...{
        key,
        place: at,
        asker,
        text,
        decision: 'answer' as const,
        slugs: ['mailbox-full', 'no-such-user'],
      },
      ...{
        shown: 'mailbox-full',
        confidence: 0.9,
        messageId: 'm',
        askedAt: Date.now(),
        answeredAt: Date.now(),
      },
    };
    await first.memory.questions.note(noted);
    return noted;
  };
  return {
    ...{ ...slack, errors, openProcess, answered, ...first },
    ...{ content: store.content, draftsDir },
    gaps: () => findGaps({ questions: first.memory.questions, library }, 0),
    async close() {
      await Promise.all(memories.map((memory) => memory.close()));
      await engine.remove();
      rmSync(draftsDir, { recursive: true, force: true });
    },
  };
}
