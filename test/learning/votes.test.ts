import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createDiagnose } from '../../bot/desk/diagnosis.ts';
import { atOnce } from '../../bot/knowledge/gently.ts';
import type { KnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';
import { type Learned, learnedBounds } from '../../bot/knowledge/learned.ts';
import { learnedFrom } from '../../bot/learning/votes/learned-from.ts';
import type { Ballot, Tally } from '../../bot/memory/votes.ts';
import { replayHistory, usualHistory } from '../../scripts/measure/history.ts';
import { labelledQuestions } from '../../scripts/measure/labelled.ts';
import { day, start } from '../memory/contract/set-up.ts';
import { openOwnLibrary } from '../own-library.ts';
import { ballot, people } from './ballots.ts';

describe('what votes teach', () => {
  let knowledge: KnowledgeBase;
  before(async () => {
    knowledge = await openOwnLibrary();
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
});
