import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

interface Shape {
  readonly text: string;
  readonly domain?: string;
  readonly numbers?: readonly [count: number, limit: number, percent?: number];
}

const deferFail: readonly Shape[] = [
  {
    text: 'Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
    domain: 'example.com',
    numbers: [5, 5, 100],
  },
  {
    text: 'Domain example.com has exceeded the max defers and failures per hour (10/10 (90%)) allowed.',
    domain: 'example.com',
    numbers: [10, 10, 90],
  },
  {
    text: 'Domain example.com has exceeded the max defers and failures per hour (15/15 (15%)) allowed.',
    domain: 'example.com',
    numbers: [15, 15, 15],
  },
  {
    text: 'Domain example.com has exceeded the max defers and failures per hour (5/5(100%)) allowed.',
    domain: 'example.com',
    numbers: [5, 5, 100],
  },
  {
    text: 'Domain example.com has exceeded the max defers and failures per hour (5/5 (100)) allowed.',
    domain: 'example.com',
    numbers: [5, 5, 100],
  },
  {
    text: 'Domain example.com has exceeded the max defers and failures per hour (5/5) allowed.',
    domain: 'example.com',
    numbers: [5, 5],
  },
  {
    text: 'Domain example.com has exceeded the max defers and failures per hour allowed. Message discarded.',
    domain: 'example.com',
  },
  {
    text: 'Domain has exceeded the max defers and failures per hour (5/5 (100%)) allowed.',
    numbers: [5, 5, 100],
  },
  {
    text: 'Domain "example.com" has exceeded the max defers and failures per hour (8/5 (61%)) allowed.',
    domain: 'example.com',
    numbers: [8, 5, 61],
  },
  { text: 'example.com surpassed the maximum defers and failures per hour', domain: 'example.com' },
  { text: 'says my domain went over max defers and fails per hour 5/5', numbers: [5, 5] },
  {
    text: '2024-02-01 10:11:12 1rVabc-0001Zz-2K ** bob@example.net R=enforce_mail_permissions: Domain example.com has exceeded the max defers and failures per hour (6/5 (46%)) allowed.  Message discarded.',
    domain: 'example.com',
    numbers: [6, 5, 46],
  },
  {
    text: 'Domain example.com has exceeded the max\ndefers and failures per\nhour (5/5\n(100%)) allowed.',
    domain: 'example.com',
    numbers: [5, 5, 100],
  },
];

const sending: readonly Shape[] = [
  { text: 'exim says "max emails per hour (500/500 (100%)) allowed"', numbers: [500, 500, 100] },
  {
    text: 'Domain example.com has exceeded the max emails per hour (123/100 (123%)) allowed. Message will be reattempted later',
    domain: 'example.com',
    numbers: [123, 100, 123],
  },
  {
    text: 'Domain example.com has exceeded the max emails per hour (501/500 (100%)) allowed. Message discarded.',
    domain: 'example.com',
    numbers: [501, 500, 100],
  },
  {
    text: 'Domain example.com has exceeded the max emails per hour (3/-1 (-300%)) allowed. Message discarded.',
    domain: 'example.com',
    numbers: [3, -1, -300],
  },
  { text: 'Domain has exceeded the max emails per hour (60/50 (120%)) allowed.', numbers: [60, 50, 120] },
];

function check(reason: string, { text, domain, numbers }: Shape): void {
  const [error, ...more] = readBounce(text);
  assert.equal(error?.reason, reason);
  assert.equal(error?.domain, domain);
  assert.deepEqual(
    [error?.count, error?.limit, error?.percent],
    [...(numbers ?? []), undefined, undefined, undefined].slice(0, 3),
  );
  assert.equal(error?.replyCode, undefined);
  assert.equal(error?.speaker, 'our-server');
  assert.deepEqual(more, []);
}

describe('the hourly limit of defers and failures', () => {
  for (const shape of deferFail) test(shape.text.slice(0, 100), () => check('defer-fail-limit', shape));
});

describe('the hourly limit of emails', () => {
  for (const shape of sending) test(shape.text.slice(0, 100), () => check('sending-limit', shape));
});

test('the question how to raise a limit is no error', () => {
  assert.deepEqual(readBounce('How do I raise the max emails per hour for my domain?'), []);
});
