import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const tenMillion = 10_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(tenMillion / piece.length));

const texts: Readonly<Record<string, string>> = {
  NUL: fill('\0'),
  digits: fill('5'),
  'quote marks': fill('> '),
  'nested quotes': fill('>>>> 550 5.1.1 user unknown\n'),
  'opening tags': fill('<b '),
  'hidden tags': fill('<style>'),
  entities: fill('&amp;'),
  ampersands: fill('&'),
  'at signs': fill('a@'),
  dashes: fill('a-'),
  dots: fill('a.'),
  addresses: fill('a@b.de '),
  codes: fill('550 5.1.1 '),
  phrases: fill('mailbox recipient user account message is full '),
  ideographs: fill('用户不存在'),
  surrogates: fill('\ud83d'),
  'soft breaks': fill('=\n'),
  'hex digits': fill('0x8004 '),
  recipients: Array.from({ length: 400_000 }, (_, at) => `u${at}@example.com: 550 mailbox full`).join('\n'),
};

describe('survives ten million characters of', () => {
  for (const [name, text] of Object.entries(texts)) {
    test(name, () => assert.ok(Array.isArray(readBounce(text))));
  }
});

test('names no recipient twice and keeps their order, however many there are', () => {
  const errors = readBounce(texts.recipients ?? '');
  const all = errors.flatMap((error) => error.recipients);
  assert.equal(new Set(all).size, all.length);
  assert.equal(all[0], 'u0@example.com');
});

test('never throws on random bytes', () => {
  let seed = 7;
  const next = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed;
  };
  for (let round = 0; round < 300; round++) {
    const text = Array.from({ length: 400 }, () =>
      String.fromCharCode(next() % (round % 2 ? 128 : 65536)),
    ).join('');
    assert.ok(Array.isArray(readBounce(text)));
  }
});
