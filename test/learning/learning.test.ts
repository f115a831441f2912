import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fit } from '../../bot/desk/confidence.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { loadLibrary } from '../../bot/knowledge/load-library.ts';
import { createSearch } from '../../bot/knowledge/search.ts';
import { createLearning, type LearningParts } from '../../bot/learning/votes/learning.ts';
import type { Ballot } from '../../bot/memory/votes.ts';
import { repository } from '../../scripts/open-desk.ts';
import { day, personOf, questionOf, start } from '../memory/contract/set-up.ts';
import { startSqlite } from '../memory/engines/test-engines.ts';
import { people } from './ballots.ts';

const question = 'where did the letters go that i wrote on my phone';

describe('learning', () => {
  let knowledge: LearningParts['knowledge'];
  let slug = '';
  before(async () => {
    const { library } = await loadLibrary(`${repository}/kb`, houseFactsFrom({}));
    slug = library.articles[0]?.slug ?? '';
    knowledge = { library, search: createSearch(library, fit.rank) };
  });
  const partsOf = (votes: LearningParts['votes'], now: () => number): LearningParts => ({
    votes,
    knowledge,
    onError: assert.fail,
    now,
  });

  it('reads what is new, follows a reload, and forgets whom the memory forgot', async () => {
    const engine = await startSqlite();
    const clock = { now: start };
    const memory = await (await engine.createStore()).open({ now: () => clock.now });
    const service = { library: knowledge.library, search: knowledge.search };
    const learning = createLearning({ ...partsOf(memory.votes, () => clock.now), knowledge: service });
    const term = () => learning.learned()?.termsFor(service.search.read(question)).termOf(slug);
    assert.equal(term(), undefined);
    await learning.refresh();
    assert.equal(term(), 0);

    for (const [at, id] of ['U1', 'U2'].entries()) {
      await memory.questions.note(questionOf(`q${at}`, { text: question, asker: personOf(id) }));
      clock.now += day;
      await memory.votes.cast({ key: `q${at}`, slug, by: personOf(id), helped: true });
      await learning.refresh();
    }
    const confirmed = term() ?? 0;
    assert.ok(confirmed > 0.2);
    assert.equal(learning.learned()?.helped(slug), 2);

    await memory.votes.cast({ key: 'q1', slug, by: personOf('U2'), helped: false });
    await learning.refresh();
    assert.ok((term() ?? 1) < 0.02, 'the last vote counts');
    await memory.votes.cast({ key: 'q1', slug, by: personOf('U2'), helped: true });
    await learning.refresh();
    assert.equal(term(), confirmed);

    service.search = { ...knowledge.search };
    assert.equal(learning.learned(), undefined, 'not yet for the new knowledge base');
    await learning.refresh();
    assert.equal(term(), confirmed);

    await memory.forgetPerson(personOf('U2'));
    clock.now += 11 * 60_000;
    await learning.refresh();
    assert.ok((term() ?? 1) < 0.02);
    clock.now += 400 * day;
    await learning.refresh();
    assert.equal(term(), 0, 'what is older than a year teaches nothing');
    await memory.close();
    await engine.remove();
  });

  it('goes on with what it knows while the memory is away', async () => {
    const kept: readonly Ballot[] = people(3, 3, { text: question, slug });
    let away = false;
    const answer =
      <Value>(value: Value) =>
      async () =>
        away ? undefined : value;
    const votes = { ballots: answer(kept), tallies: answer([]), lastAt: answer(1) };
    let time = start + 5 * day;
    const learning = createLearning(partsOf(votes, () => time));
    await learning.refresh();
    const term = () => learning.learned()?.termsFor(knowledge.search.read(question)).termOf(slug) ?? 0;
    assert.ok(term() > 0.2);
    away = true;
    time += day;
    await learning.refresh();
    assert.ok(term() > 0.2);
  });
});
