import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { catalogue } from '../../bot/desk/orders/catalogue.ts';
import type { Action } from '../../bot/desk/reply.ts';
import { type Article, parseArticle } from '../../bot/knowledge/article.ts';
import { createLibrary } from '../../bot/knowledge/library.ts';
import { decodeAction, encodeAction } from '../../bot/platforms/action-id.ts';
import { actionKinds } from '../../bot/platforms/action-kinds.ts';
import { hostileReply, hostileText } from './hostile-replies.ts';

const longSlug = `a-slug-${'that-goes-on-'.repeat(6)}end`;
const library = createLibrary(['mailbox-full', longSlug].map(articleOf));

function articleOf(slug: string): Article {
  const head = `---\ntitle: Title of ${slug.slice(0, 40)}\nsummary: A summary that is long enough.\nasks: [one, two]\nreviewed: { date: 2026-11-20, by: Anna }\n---\n`;
  const { article, problems } = parseArticle(
    `${head}Lead.\n\n## Raise\nx\n\n## Größer machen\ny\n\n## A heading that is long\nz\n`,
    `email/${slug}.md`,
    {},
  );
  if (!article) throw new Error(JSON.stringify(problems));
  return article;
}

describe('the id of a button', () => {
  const asked = { asker: '12345678901234567890', question: '1700000000.000100' };
  const actions: Action[] = [
    { kind: 'talk-to-person' },
    ...catalogue.flatMap(({ code }): Action[] => [
      { kind: 'order', order: code, label: '' },
      { kind: 'order', order: code, label: '', about: 'Ab_9-xYz0123' },
    ]),
    ...library.articles.flatMap(({ slug, title, sections }): Action[] => [
      { kind: 'helped', slug },
      { kind: 'not-helped', slug },
      { kind: 'show-article', slug, title },
      ...sections
        .filter(({ id }) => id !== '')
        .map(({ id }): Action => ({ kind: 'show-article', slug, title, section: id })),
    ]),
  ];

  for (const action of actions) {
    it(`carries ${JSON.stringify(action).slice(0, 80)} over a restart`, () => {
      const id = encodeAction(action, asked);
      assert.match(id, /^[\x21-\x7e]{1,100}$/);
      assert.deepEqual(decodeAction(id, library), { action, ...asked });
      assert.deepEqual(decodeAction(encodeAction(action), library), {
        action,
        asker: undefined,
        question: undefined,
      });
    });
  }

  it('is different for every action and has a code of its own for every kind', () => {
    assert.equal(new Set(actions.map((action) => encodeAction(action, asked))).size, actions.length);
    const codes = [...Object.values(actionKinds), ...catalogue].map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.match(code, /^[a-z]{1,6}$/);
  });

  it('has at most 100 ASCII characters whatever it carries', () => {
    fc.assert(
      fc.property(hostileReply, hostileText, ({ actions: some }, text) => {
        for (const action of some)
          assert.match(encodeAction(action, { asker: text, question: text }), /^[\x21-\x7e]{1,100}$/);
      }),
    );
  });

  it('is not taken from anybody else', () => {
    const id = encodeAction({ kind: 'helped', slug: 'mailbox-full' }, asked);
    for (const wrong of [
      '',
      'helped',
      'hd1:yes',
      id.replace('hd1', 'hd2'),
      id.replace('yes', 'why'),
      `${id} `,
      `x${id}`,
      id.replace('mailbox', '../x'),
    ])
      assert.equal(decodeAction(wrong, library), undefined);
    fc.assert(fc.property(hostileText, (text) => assert.equal(decodeAction(text, library), undefined)));
  });

  it('leads nowhere once its article is gone, and to the article once its section is', () => {
    const show: Action = {
      kind: 'show-article',
      slug: 'mailbox-full',
      title: 'Title of mailbox-full',
      section: 'no-more',
    };
    const { section: _, ...whole } = show;
    assert.deepEqual(decodeAction(encodeAction(show), library)?.action, whole);
    assert.equal(decodeAction(encodeAction({ kind: 'helped', slug: 'gone' }), library), undefined);
  });
});
