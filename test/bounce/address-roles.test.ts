import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

interface Told {
  readonly text: string;
  readonly recipients?: readonly string[];
  readonly domain?: string;
}

const cases: readonly Told[] = [
  { text: '550 5.1.1 No such user. dean@example.com', recipients: ['dean@example.com'] },
  { text: '554 5.7.1 spam detected, questions to abuse@example.com' },
  { text: '551 5.1.6 ann@example.com has moved to ann@example.net', recipients: ['ann@example.com'] },
  { text: '551 User not local; please try <ann@example.net>' },
  {
    text: '450 4.1.7 <shop@example.com>: Sender address rejected: unverified address',
    domain: 'example.com',
  },
  {
    text: 'Failed: shop@example.com → buyer@example.net Server response: 550 5.1.1 unknown user',
    recipients: ['buyer@example.net'],
  },
  {
    text: '553 5.7.1 <desk@example.com>: Sender address rejected: not owned by user admin@example.com',
    domain: 'example.com',
  },
  {
    text: '2024-09-11 07:14:55 H=out.example.com [192.0.2.1] F=<news@example.com> rejected RCPT <bob@example.net>: Sender verify failed',
    recipients: ['bob@example.net'],
    domain: 'example.com',
  },
  {
    text: '550 5.7.23 <bob@example.net>: Recipient address rejected: SPF fail - not authorized',
    recipients: ['bob@example.net'],
  },
  {
    text: '550 5.7.1 Mail quota of 500 messages in 24 hours exceeded for authenticated user shop@example.com',
    domain: 'example.com',
  },
  { text: 'Automatic reply: I am on leave until Monday, please write to office@example.com' },
];

describe('tells recipients from senders, contacts and new addresses', () => {
  for (const { text, recipients = [], domain } of cases) {
    test(text, () => {
      const [error] = readBounce(text);
      assert.ok(error);
      assert.deepEqual([error.recipients, error.domain], [recipients, domain]);
    });
  }
});

test('keeps an address as it is written, but for its case', () => {
  const [error] = readBounce('<Jörg@Hütte.example>: 550 5.1.1 unknown user');
  assert.deepEqual(error?.recipients, ['jörg@hütte.example']);
});
