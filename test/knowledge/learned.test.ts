import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { KnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';
import { type Learned, learnedBounds } from '../../bot/knowledge/learned.ts';
import { openOwnLibrary } from '../own-library.ts';

const question = 'my phone does not show what i have sent';

describe('what was learned, in the ranking', () => {
  let knowledge: KnowledgeBase;
  before(async () => {
    knowledge = await openOwnLibrary();
  });
  const teaching = (termOf: (slug: string) => number, confirmed: string[] = []): Learned => ({
    termsFor: () => ({ confirmed, termOf }),
    helped: () => 0,
  });
  const ranked = (learned?: Learned) =>
    knowledge.search
      .rank(question, learned ? { learned } : {})
      .matches.map(({ article, score }) => [article.slug, score] as const);

  it('changes nothing without a history', () => {
    assert.deepEqual(ranked(teaching(() => 0)), ranked());
  });

  it('moves a score by no more than the bounds, whatever it says', () => {
    const before = new Map(ranked());
    for (const [term, moved] of [
      [1e9, learnedBounds.most],
      [-1e9, learnedBounds.least],
      [Number.NaN, 0],
      [0.25, 0.25],
    ] as const) {
      for (const [slug, score] of ranked(teaching(() => term)))
        assert.ok(Math.abs(score - (before.get(slug) ?? 0) - moved) < 1e-9, `${term} ${slug}`);
    }
  });

  it('brings in an article that was confirmed although it shares no word with the question', () => {
    const shown = new Set(ranked().map(([slug]) => slug));
    const other = knowledge.library.articles.find(({ slug }) => !shown.has(slug))?.slug ?? '';
    assert.ok(ranked(teaching(() => 0, [other, 'no-such-article'])).some(([slug]) => slug === other));
  });
});
