import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fitted from '../../bot/bounce/fitted.json' with { type: 'json' };
import { readBounce } from '../../bot/bounce/read-bounce.ts';
import { readText } from '../../bot/bounce/reading.ts';
import { reasonRules } from '../../bot/bounce/reasons/index.ts';
import { conceptNames, conceptOf } from '../../bot/bounce/word-features.ts';
import { votesFor } from '../../bot/bounce/word-votes.ts';

const votes = (text: string) => {
  const reading = readText(text);
  return votesFor(reading, [{ first: 0, end: reading.words.length }], reading.words.length);
};

const reasons = fitted.reasons.split(' ');

test('every reason has learned weights, and nothing else has but "none"', () => {
  assert.deepEqual([...reasons].sort(), [...reasonRules.map(({ reason }) => reason), 'none'].sort());
  const features = fitted.features.split('\n');
  assert.equal(Buffer.from(fitted.counts, 'base64').length, features.length);
  const unknown = features.filter((one) => one[0] !== '=').flatMap((one) => one.split(' '));
  assert.deepEqual(
    unknown.filter((one) => !conceptNames.includes(one)),
    [],
  );
});

describe('words of many languages speak of the same things', () => {
  const alike = [
    ['mailbox', 'postfach', 'buzon', 'skrzynka', 'ящик'],
    ['full', 'voll', 'pleine', 'llena', 'przepelniona'],
    ['rejected', 'abgelehnt', 'rechazado', 'odrzucona', 'refuse'],
  ];
  for (const words of alike) {
    test(words.join(' '), () => {
      assert.equal(new Set(words.map(conceptOf)).size, 1);
      assert.notEqual(conceptOf(words[0] as string), undefined);
    });
  }
  test('a word of no such thing speaks of none', () => assert.equal(conceptOf('banana'), undefined));
});

describe('words that no phrase has as they stand still decide', () => {
  const unseen: readonly [string, string][] = [
    [
      '552 5.7.0 La boîte de votre correspondant déborde, plus de place dans le quota de stockage',
      'mailbox-full',
    ],
    ['550 5.7.1 the trojan in your archive was caught by our antivirus', 'virus-detected'],
    ['554 5.7.1 your sending network turned up on the Abusix blacklist', 'ip-blocked'],
  ];
  for (const [text, reason] of unseen) {
    test(text, () => {
      const [error] = readBounce(text);
      assert.equal(error?.reason, reason);
      assert.ok(error.phrase && text.includes(error.phrase.text), 'shows the words that decided');
    });
  }
});

test('small talk is likelier no mail error than any, a bounce the other way round', () => {
  assert.ok(
    votes('Can I pay for the domain by invoice next year, or do I need a card?').likelihoodOf('none') > -0.7,
  );
  assert.ok(votes('550 5.1.1 The recipient address does not exist here').likelihoodOf('none') < -3);
});

test('likelihoods add up to one', () => {
  const { likelihoodOf } = votes('552 5.2.2 mailbox full');
  const sum = reasons.reduce((total, reason) => total + Math.exp(likelihoodOf(reason)), 0);
  assert.ok(Math.abs(sum - 1) < 1e-9);
});
