import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { codeSpan } from '../../bot/markdown/code-span.ts';
import { type Block, textOf } from '../../bot/markdown/document.ts';
import { fitBlocks } from '../../bot/markdown/fit-blocks.ts';
import { plainText } from '../../bot/markdown/plain-text.ts';
import { toDocument } from '../../bot/markdown/to-document.ts';
import { oneLine, shorten, visibleText } from '../../bot/markdown/visible-text.ts';
import { hostileMarkdown, hostileText } from '../platforms/hostile-replies.ts';

const read = (source: string) =>
  toDocument(source, ({ slug, section }) =>
    slug === 'gone' ? undefined : `https://help.example.com/${slug}${section ? `#${section}` : ''}`,
  );
const spansOf = (source: string) => {
  const [block] = read(source);
  return block?.kind === 'paragraph' ? block.spans : [];
};

describe('a document', () => {
  it('links an article to its page and leaves one without a page as words', () => {
    assert.deepEqual(spansOf('[full](mailbox-full.md#raise) [gone](../bounces/gone.md)'), [
      { text: 'full', href: 'https://help.example.com/mailbox-full#raise' },
      { text: ' gone' },
    ]);
  });

  it('keeps a refused link as words', () => {
    assert.equal(
      textOf(spansOf('[x](javascript:alert(1)) [y](ftp://example.com) [z](https://a@b.example)')),
      '[x](javascript:alert(1)) y z',
    );
  });

  it('links the web addresses in plain text, not the full stop after them', () => {
    assert.deepEqual(spansOf('See https://example.com/a_b. Use https:// always.'), [
      { text: 'See ' },
      { text: 'https://example.com/a_b', href: 'https://example.com/a_b' },
      { text: '. Use https:// always.' },
    ]);
  });

  it('turns a picture into a link', () => {
    assert.deepEqual(spansOf('![screen](https://a.example/s.png)'), [
      { text: 'screen', href: 'https://a.example/s.png' },
    ]);
  });

  it('has no invisible character left, entities included', () => {
    assert.equal(textOf(spansOf('@&#8203;everyone a&#x202e;b')), '@everyone ab');
    fc.assert(
      fc.property(hostileMarkdown, (source) =>
        assert.equal(plainText(read(source)), visibleText(plainText(read(source)))),
      ),
      { numRuns: 100 },
    );
  });

  it('keeps the joiners of emoji and of scripts that need them', () => {
    assert.equal(visibleText('👩‍👩‍👧 می‌خواهم a\u200db'), '👩‍👩‍👧 می‌خواهم ab');
  });

  it('is cut between blocks, items and rows, within its room', () => {
    const cost = (block: Block) => plainText([block]).length + 1;
    fc.assert(
      fc.property(hostileMarkdown, fc.integer({ min: 60, max: 3000 }), (source, room) => {
        const whole = read(source);
        const { blocks, cut } = fitBlocks(whole, room, cost);
        assert.ok(blocks.reduce((sum, block) => sum + cost(block), 0) <= room);
        if (!cut) assert.deepEqual(blocks, whole);
        const inner = blocks.slice(0, -1);
        assert.deepEqual(inner, whole.slice(0, inner.length));
        const [last, original] = [blocks.at(-1), whole[inner.length]];
        if (last?.kind === 'list' && original?.kind === 'list')
          assert.deepEqual(last.items, original.items.slice(0, last.items.length));
      }),
      { numRuns: 100 },
    );
  });
});

describe("somebody else's words", () => {
  it('stay what they are as a code span', () => {
    fc.assert(
      fc.property(hostileText, (words) => {
        fc.pre(oneLine(words) !== '' && oneLine(words).replace(/`/g, '').trim() !== '');
        assert.deepEqual(spansOf(`“${codeSpan(words)}”`), [
          { text: '“' },
          { text: oneLine(words), code: true },
          { text: '”' },
        ]);
      }),
    );
  });

  it('are shortened at a space and never in half a character', () => {
    assert.equal(shorten('one two three four', 15), 'one two three…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, most) =>
        assert.ok(shorten(text, most).length <= most && shorten(text, most).isWellFormed()),
      ),
    );
  });
});
