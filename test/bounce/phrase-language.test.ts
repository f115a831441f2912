import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMatcher } from '../../bot/bounce/phrase-matcher.ts';
import { wordsOf } from '../../bot/bounce/words.ts';

function finds(says: string, text: string): boolean {
  return createMatcher([says])(wordsOf(text)).length > 0;
}

const cases: readonly [says: string, text: string, found: boolean][] = [
  ['mailbox full', 'Mailbox   FULL', true],
  ['mailbox full', 'mailbox is full', false],
  ['mailbox (is|was|) full', 'mailbox full', true],
  ['mailbox (is|was|) full', 'mailbox was full', true],
  ['mailbox (is (now |)|) full', 'mailbox is now full', true],
  ['mailbox .. full', 'mailbox of the nice old lady is already full', true],
  ['mailbox .. full', 'mailbox of the nice old lady down the road there is full', false],
  ['mailbox ~ full', 'mailbox bob@example.com full', true],
  ['mailbox ~ full', 'mailbox of bob is full', false],
  ['exceed* quota', 'exceeding quota', true],
  ['mailbox @ full', 'mailbox <bob@example.com> full', true],
  ['# recipients', '450 recipients', true],
  ['at host!', 'at [192.0.2.1]', true],
  ['at ip!', 'at mx.example.com', false],
  ['.spamhaus', 'see https://www.spamhaus.org/query/ip/192.0.2.1', true],
  ['.spamhaus', 'see spamhaus', false],
  ["doesn't exist", 'user doesn’t exist', true],
  ['doesnt exist', "doesn't exist", true],
  ['recip not found', 'RESOLVER.ADR.RecipNotFound', true],
  ['uberschritten', 'Limit überschritten', true],
  ['用户不存在', '550 用户不存在', true],
  ['email address', 'e-mail address', true],
  ['over quota', 'over-quota', true],
];

for (const [says, text, found] of cases) {
  test(`"${says}" is ${found ? '' : 'not '}in "${text}"`, () => assert.equal(finds(says, text), found));
}

test('a gap does not reach into the next sentence', () => {
  const words = wordsOf('mailbox bob. The disk is full');
  for (const word of words) if (word.text === 'the') word.ends = 'sentence';
  assert.equal(createMatcher(['mailbox .. full'])(words).length, 0);
});

test('refuses a phrase whose brackets do not match', () => {
  assert.throws(() => createMatcher(['mailbox (is full']), /brackets/);
  assert.throws(() => createMatcher(['(is|)']), /empty/);
});
