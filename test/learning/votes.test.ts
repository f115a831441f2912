import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fit } from '../../bot/desk/confidence.ts';
import { createDiagnose } from '../../bot/desk/diagnosis.ts';
import { atOnce } from '../../bot/knowledge/gently.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { type KnowledgeBase, openKnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';
import { type Learned, learnedBounds } from '../../bot/knowledge/learned.ts';
import { articleTerms } from '../../bot/learning/votes/article-terms.ts';
import { learnedFrom } from '../../bot/learning/votes/learned-from.ts';
import { createLearning, type LearningParts } from '../../bot/learning/votes/learning.ts';
import { voicesOf, voterWeights } from '../../bot/learning/votes/voices.ts';
import type { Ballot, Tally } from '../../bot/memory/votes.ts';
import { replayHistory, usualHistory } from '../../scripts/measure/history.ts';
import { labelledQuestions } from '../../scripts/measure/labelled.ts';
import { repository } from '../../scripts/open-desk.ts';
import { day, personOf, questionOf, start } from '../memory/contract/set-up.ts';
import { startSqlite } from '../memory/engines/test-engines.ts';

let keys = 0;
const ballot = (given: Partial<Ballot> = {}): Ballot => {
  keys += 1;
  return { key: `q${keys}`, text: 't', slug: 'a', voter: `U${keys}`, helped: true, at: start, ...given };
};
const people = (count: number, days: number, given: Partial<Ballot>): Ballot[] =>
  Array.from({ length: count }, (_, at) =>
    ballot({ voter: `${given.voter ?? 'P'}${at}`, at: start + (at % days) * day, ...without(given) }),
  );
const without = ({ voter: _, ...rest }: Partial<Ballot>) => rest;

describe('voices', () => {
  const even = new Map<string, number>();

  it('are people’s, not clicks: one each, the last', () => {
    const clicks = Array.from({ length: 50 }, (_, at) =>
      ballot({ voter: 'kim', helped: false, at: start + at }),
    );
    const voices = voicesOf(
      [...clicks, ballot({ voter: 'ann' }), ballot({ voter: 'kim', at: start + 99 })],
      even,
      99,
    );
    assert.deepEqual(voices, { helped: 2, notHelped: 0, peopleHelped: 2, peopleNotHelped: 0 });
  });

  it('count no more than a few of one day, in the proportion in which they came', () => {
    const crowd = [...people(40, 1, { helped: false, voter: 'x' }), ...people(10, 1, { voter: 'y' })];
    const { helped, notHelped } = voicesOf(crowd, even, 5);
    assert.ok(Math.abs(notHelped - 4) < 1e-9 && Math.abs(helped - 1) < 1e-9);
    const spread = voicesOf(people(40, 40, {}), even, 5);
    assert.equal(spread.helped, 40);
  });

  it('of somebody who votes on everything say little of each', () => {
    const busy = Array.from({ length: 40 }, (_, at) => ballot({ voter: 'busy', slug: `a${at}` }));
    const weights = voterWeights([...busy, ballot({ voter: 'kim' })]);
    assert.deepEqual([weights.get('busy'), weights.get('kim')], [0.25, 1]);
  });
});

describe('the term of an article', () => {
  const termsOf = (ballots: readonly Ballot[]) =>
    articleTerms(
      Map.groupBy(ballots, ({ slug }) => slug),
      voterWeights(ballots),
    );
  const honest = ['a', 'b', 'c'].flatMap((slug) => [
    ...people(30, 30, { slug, voter: `${slug}-yes` }),
    ...people(10, 10, { slug, helped: false, voter: `${slug}-no` }),
  ]);

  it('is near nothing for few votes and for what is ordinary, and bounded for many', () => {
    assert.ok(Math.abs(termsOf([ballot({ helped: false })]).get('a') ?? 1) < 0.02);
    for (const [slug, term] of termsOf(honest)) assert.ok(Math.abs(term) < 0.01, slug);
    const bad = termsOf([...honest, ...people(5000, 300, { slug: 'bad', helped: false, voter: 'bad' })]);
    assert.ok((bad.get('bad') ?? 0) >= -0.15 && (bad.get('bad') ?? 0) < -0.14);
  });

  it('moves by less than a hundredth of a usual lead when five people try to bury or to push it', () => {
    const before = termsOf(honest);
    for (const helped of [true, false]) {
      const attack = Array.from({ length: 20 }, (_, again) =>
        people(5, 5, { helped, voter: 'brigade', key: `k${again}` }),
      ).flat();
      const moved = Math.abs((termsOf([...honest, ...attack]).get('a') ?? 0) - (before.get('a') ?? 0));
      assert.ok(moved > 0 && moved < 0.046, `${moved}`);
    }
  });
});

describe('what votes teach', () => {
  let knowledge: KnowledgeBase;
  before(async () => {
    knowledge = await openKnowledgeBase({
      folder: `${repository}/kb`,
      facts: houseFactsFrom({}),
      weights: fit.rank,
    });
  });
  const learn = (ballots: readonly Ballot[], tallies: readonly Tally[] = []): Learned =>
    atOnce(
      learnedFrom({
        ballots,
        tallies,
        library: knowledge.library,
        search: knowledge.search,
        vectors: new Map(),
      }),
    );
  const ranked = (text: string, learned?: Learned) =>
    knowledge.search
      .rank(text, learned ? { learned } : {})
      .matches.filter(({ article }) => article.kind === 'article');
  const termOf = (text: string, slug: string, ballots: readonly Ballot[]) =>
    learn(ballots).termsFor(knowledge.search.read(text)).termOf(slug);
  const question = 'where did the letters go that i wrote on my phone';
  const [slug = '', other = ''] = ['iphone-sent-folder', 'webmail-login'];

  it('is nothing without votes', () => {
    const { confirmed, termOf: term } = learn([]).termsFor(knowledge.search.read(question));
    assert.deepEqual([[...confirmed], term(slug)], [[], 0]);
  });

  it('takes two people to confirm a question, and a third of them to contradict', () => {
    const one = termOf(question, slug, people(1, 1, { text: question, slug }));
    const two = termOf(question, slug, people(2, 2, { text: question, slug }));
    const ten = termOf(question, slug, people(10, 10, { text: question, slug }));
    assert.ok(one < 0.02, `${one}`);
    assert.ok(two > 0.2 && ten > 0.7 && ten <= learnedBounds.most, `${two} ${ten}`);
    const contradicted = [
      ...people(4, 4, { text: question, slug }),
      ...people(2, 2, { text: question, slug, helped: false, voter: 'no' }),
    ];
    assert.ok(Math.abs(termOf(question, slug, contradicted)) < 0.02);
    assert.ok(termOf(question, slug, people(10, 10, { text: question, slug, helped: false })) < -0.2);
  });

  it('counts one person who asks the same ten times as one', () => {
    const again = Array.from({ length: 10 }, (_, at) =>
      ballot({ voter: 'kim', text: `${question} ${at}`, slug, at: start + at * day }),
    );
    assert.ok(termOf(question, slug, again) < 0.02);
  });

  it('goes for questions that are alike, misspelt or not, and for no others', () => {
    const misspelt = people(6, 6, { text: 'sent mesages dont apear on my phoen', slug });
    assert.ok(termOf('sent messages do not appear on my phone', slug, misspelt) > 0.25);
    assert.ok(termOf('how do i create a database', slug, misspelt) < 0.05);
    assert.equal(termOf('sent messages do not appear on my phone', other, misspelt), 0);
  });

  it('leaves the vocabulary and the ranking of everything else as they were', () => {
    const texts = labelledQuestions('tune').slice(0, 60);
    const before = texts.map(({ text }) => ranked(text).map(({ article, score }) => [article.slug, score]));
    const learned = learn(people(9, 9, { text: 'my frobnicator wibbles the lettres', slug }));
    const after = texts.map(({ text }) => ranked(text).map(({ article, score }) => [article.slug, score]));
    assert.deepEqual(after, before);
    assert.equal(knowledge.search.read('frobnicator').unknownShare, 1, 'still no known word');
    assert.ok(learned.termsFor(knowledge.search.read('frobnicator wibbles lettres')).termOf(slug) > 0.3);
  });

  it('puts a confirmed article first where it was close behind', () => {
    const close = labelledQuestions('tune').find(({ text }) => {
      const [first, second] = ranked(text);
      return first && second && first.evidence.same === 0 && first.score - second.score < 0.5;
    });
    assert.ok(close);
    const second = ranked(close.text)[1]?.article.slug ?? '';
    const learned = learn(people(10, 10, { text: close.text, slug: second }));
    assert.equal(ranked(close.text, learned)[0]?.article.slug, second);
  });

  it('never outweighs a question that an author wrote down for an article', () => {
    for (const article of knowledge.library.articles.filter(({ kind }) => kind === 'article').slice(0, 20)) {
      const [ask = ''] = article.asks;
      const wrong = article.slug === other ? slug : other;
      const learned = learn([
        ...people(500, 100, { text: ask, slug: wrong }),
        ...people(500, 100, { text: ask, slug: article.slug, helped: false, voter: 'no' }),
      ]);
      assert.equal(ranked(ask, learned)[0]?.article.slug, article.slug);
    }
  });

  it('knows nothing of articles that are gone, or of hand-offs', () => {
    const handOff = knowledge.library.articles.find(({ kind }) => kind === 'hand-off')?.slug ?? '';
    const learned = learn([
      ...people(9, 9, { text: question, slug: 'gone' }),
      ...people(9, 9, { text: question, slug: handOff }),
    ]);
    const terms = learned.termsFor(knowledge.search.read(question));
    assert.deepEqual([[...terms.confirmed], terms.termOf('gone'), terms.termOf(handOff)], [[], 0, 0]);
  });

  it('shows how many people found an article useful: those of its front matter and those who voted', () => {
    const imported = knowledge.library.articles.find(({ helpful }) => helpful > 0);
    assert.ok(imported);
    const learned = learn([], [{ slug: imported.slug, helped: 3, notHelped: 8 }]);
    const [ask = ''] = imported.asks;
    const diagnosis = createDiagnose(knowledge.library, knowledge.search, learned)(ask, { directed: true });
    assert.equal(diagnosis.useful, imported.helpful + 3);
  });

  describe('against a brigade with nobody else voting', () => {
    /** Of the questions that are answered right: how many first places a brigade takes when it goes for each alone. */
    const attack = (count: number, days: number) => {
      const right = labelledQuestions('tune')
        .filter((_, at) => at % 4 === 0)
        .flatMap(({ text, slug: own }) => {
          const [first, second] = ranked(text);
          return second && first?.article.slug === own ? [{ text, own, second: second.article.slug }] : [];
        });
      let [taken, gone] = [0, 0];
      for (const { text, own, second } of right) {
        const learned = learn([
          ...people(count, days, { text, slug: own, helped: false, voter: 'x' }),
          ...people(count, days, { text, slug: second, voter: 'x' }),
        ]);
        const place = ranked(text, learned).findIndex(({ article }) => article.slug === own);
        if (place > 0) taken++;
        if (place > 2) gone++;
      }
      return { of: right.length, taken: taken / right.length, gone };
    };

    it('one person takes next to none, and five in a day, or five hundred, few; none leaves the first three', (test) => {
      const [one, five, crowd, patient] = [attack(1, 1), attack(5, 1), attack(500, 1), attack(5, 5)];
      test.diagnostic(JSON.stringify({ one, five, crowd, patient }));
      assert.ok(one.of >= 90);
      assert.ok(one.taken <= 0.01, 'one person');
      assert.ok(five.taken <= 0.06, 'five people in a day');
      assert.ok(crowd.taken <= 0.06, 'five hundred people in a day');
      assert.ok(patient.taken <= 0.1, 'five people over five days');
      assert.deepEqual([one.gone, five.gone, crowd.gone, patient.gone], [0, 0, 0, 0]);
    });

    it('loses what it took to customers who say otherwise', () => {
      const text = question;
      const brigade = people(5, 5, { text, slug: other, voter: 'x' });
      const honest = people(2, 2, { text, slug: other, helped: false, voter: 'honest' });
      assert.ok(termOf(text, other, brigade) > 0.3);
      assert.ok(Math.abs(termOf(text, other, [...brigade, ...honest])) < 0.02);
    });
  });

  it('comes out the same of the same history', () => {
    const { library, search } = knowledge;
    const parts = {
      questions: labelledQuestions('tune').slice(0, 40),
      library,
      search,
      diagnoseWith: (learned: Learned | undefined) => createDiagnose(library, search, learned),
    };
    const options = { ...usualHistory, askings: 120, days: 6 };
    const ballots = replayHistory(parts, options);
    assert.ok(ballots.length > 20);
    assert.deepEqual(replayHistory(parts, options), ballots);
    const shuffled = [...ballots].sort((a, b) => (a.voter < b.voter ? -1 : 1));
    for (const { text } of parts.questions) {
      const [first, second] = [ballots, shuffled].map((some) =>
        ranked(text, learn(some)).map(({ score }) => score),
      );
      assert.deepEqual(first, second);
    }
  });

  describe('kept up to date', () => {
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
});
