import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { articleTerms } from '../../bot/learning/votes/article-terms.ts';
import { voicesOf, voterWeights } from '../../bot/learning/votes/voices.ts';
import type { Ballot } from '../../bot/memory/votes.ts';
import { start } from '../memory/contract/set-up.ts';
import { ballot, people } from './ballots.ts';

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
