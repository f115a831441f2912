import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Delivery } from '../../bot/hosting/delivery.ts';
import { splitByBlock } from '../../bot/hosting/discarded.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute));
const record = (minute: number, recipient: string, more: Partial<Delivery>): Delivery => ({
  ...{
    at: at(minute),
    recipient,
    outcome: 'failed',
    messageId: 'm',
    sender: 'office@example.com',
    domain: 'example.com',
  },
  ...{
    via: 'login',
    senderIp: '',
    remoteHost: '',
    remote: false,
    text: '550 No such user',
    stoppedBy: undefined,
  },
  ...more,
});
const blocked = { stoppedBy: 'defer-fail-limit', text: 'Message discarded.' } as const;

describe('what the block discarded', () => {
  const split = splitByBlock([
    record(1, 'fine@a.example', { outcome: 'delivered', remote: true }),
    record(2, 'dead@a.example', {}),
    record(3, 'slow@a.example', { outcome: 'deferred', text: '451 try later' }),
    record(4, 'slow@a.example', { outcome: 'deferred', text: '451 try later still' }),
    record(5, 'good@a.example', blocked),
    record(6, 'good@a.example', blocked),
    record(7, 'dead@a.example', blocked),
    record(8, 'other@a.example', { stoppedBy: 'sending-limit', outcome: 'deferred' }),
  ]);

  it('is to be sent again, unless the address failed by itself', () => {
    assert.deepEqual(
      split.sendAgain.map(({ recipient, times }) => [recipient, times]),
      [['good@a.example', 2]],
    );
  });

  it('is kept apart from the addresses that used the quota up', () => {
    assert.deepEqual(
      split.usedUp.map(({ recipient, times, text }) => [recipient, times, text]),
      [
        ['slow@a.example', 2, '451 try later still'],
        ['dead@a.example', 1, '550 No such user'],
      ],
    );
  });

  it('began and ended with its first and last message', () => {
    assert.deepEqual([split.blockedFrom, split.blockedTo], [at(5), at(7)]);
    assert.equal(splitByBlock([]).blockedFrom, undefined);
  });
});
