import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fit } from '../../bot/desk/confidence.ts';
import type { Diagnose } from '../../bot/desk/diagnosis.ts';
import { warmUp } from '../../bot/desk/warm-up.ts';
import { parseArticle } from '../../bot/knowledge/article.ts';
import { createLibrary } from '../../bot/knowledge/library.ts';
import { createSearch } from '../../bot/knowledge/search.ts';

const articles = Array.from({ length: 50 }, (_, at) => {
  const source = `---
title: Thing ${at}
summary: How to make thing number ${at} work again.
asks: [thing ${at} broke, mend thing ${at}]
reviewed: { date: 2025-01-01, by: someone }
examples: { must: ["550 thing ${at} refused"] }
---
Turn it off and on.`;
  return parseArticle(source, `things/thing-${at}.md`, {}).article ?? assert.fail();
});

describe('warming up', () => {
  it('asks a question and a paste of some articles, and lets others have their turn after each', async () => {
    const library = createLibrary(articles);
    const search = createSearch(library, fit.rank);
    const asked: string[] = [];
    let turns = 0;
    const turnsBefore: number[] = [];
    const count = () => {
      turns++;
      if (asked.length < 80) setImmediate(count);
    };
    setImmediate(count);
    const diagnose: Diagnose = (text) => {
      asked.push(text);
      turnsBefore.push(turns);
      return { decision: 'unsure', findings: [], handOff: undefined, mailErrors: [], corrected: new Map() };
    };
    await warmUp({ library, search }, diagnose);
    assert.equal(asked.length, 80);
    assert.ok(asked.includes('thing 0 broke') && asked.includes('550 thing 0 refused'));
    assert.ok(
      turnsBefore.slice(2).every((before, at) => before > (turnsBefore[at] ?? 0)),
      `${turnsBefore}`,
    );
  });
});
