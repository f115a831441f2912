import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tokensOf } from '../../bot/knowledge/words.ts';

describe('the words of a text', () => {
  const samples: [string, string[]][] = [
    ['My e-mails, web mail and log-in', ['my', 'emails', 'webmail', 'and', 'login']],
    ['log in box', ['login', 'box']],
    ['Größe café ﬁle', ['grosse', 'cafe', 'file']],
    ['error 0x80042108 after 5.7.26 (550-5.7.1)', ['0x80042108', '5.7.26', '5.7.1', 'error', 'after', '550']],
    ['ответ web mail', ['ответ', 'webmail']],
  ];
  for (const [text, words] of samples)
    it(`are ${words.join(', ')} in “${text}”`, () => {
      assert.deepEqual(tokensOf(text), words);
    });

  it('are the same whether or not a letter of another script takes the fast way from them', () => {
    const word = fc.constantFrom('web', 'mail', 'mails', 'e', 'log', 'in', 'box', '5.1.1', '0x80042108', 'é');
    const between = fc.constantFrom(' ', '-', '_', ' - ', '.', '’', '—', '');
    const text = fc.array(fc.tuple(between, word)).map((some) => some.flat().join(''));
    fc.assert(
      fc.property(text, (some) => assert.deepEqual(tokensOf(`${some} я`), [...tokensOf(some), 'я'])),
      { numRuns: 2000 },
    );
  });
});
