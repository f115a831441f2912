import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Autocomplete, createAutocomplete } from '../../bot/knowledge/autocomplete.ts';
import type { KnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';
import { openOwnLibrary } from '../own-library.ts';

describe('what is proposed while somebody types', () => {
  let knowledge: KnowledgeBase;
  let complete: Autocomplete;
  before(async () => {
    knowledge = await openOwnLibrary();
    complete = createAutocomplete(knowledge.library, knowledge.search);
  });
  const proposed = (typed: string, most = 10) => complete(typed, most).map(({ slug }) => slug);

  it('is every title that holds what was typed, in whatever case', () => {
    for (const { title, slug } of knowledge.library.articles.filter(({ kind }) => kind === 'article')) {
      assert.equal(proposed(title.toUpperCase())[0], slug);
      assert.ok(proposed(title.slice(0, 8)).includes(slug), title);
    }
  });

  const samples: [string, string][] = [
    ['mailbox fu', 'mailbox-full'],
    ['mialbox', 'mailbox-full'],
    ['change pasw', 'change-email-password'],
    ['chnage em', 'change-email-password'],
    ['where is my spam fil', 'spamassassin'],
  ];
  for (const [typed, slug] of samples)
    it(`has ${slug} for “${typed}”`, () => {
      assert.ok(proposed(typed).includes(slug), proposed(typed).join(', '));
    });

  it('is the first articles before anything is typed, and never more than can be shown', () => {
    assert.equal(proposed('  ', 7).length, 7);
    assert.equal(proposed('mail', 3).length, 3);
    assert.deepEqual(proposed('qqqqqqqqqq', 0), []);
  });

  it('takes a handful of searches, however many articles there are: it is asked for at every key', () => {
    let searches = 0;
    const { search } = knowledge;
    const counted = {
      ...search,
      rank: (text: string) => {
        searches++;
        return search.rank(text);
      },
    };
    createAutocomplete(knowledge.library, counted)('m', 10);
    assert.ok(searches > 1 && searches <= 5, `${searches}`);
  });
});
