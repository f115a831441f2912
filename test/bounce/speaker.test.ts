import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const exim = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  bob@example.com
`;

test('an Exim bounce that quotes no other server was refused by ours', () => {
  const [error] = readBounce(`${exim}    local delivery failed`);
  assert.deepEqual([error?.reason, error?.speaker, error?.actor], ['system-error', 'our-server', 'host']);
});

test('an Exim bounce that quotes a remote server was refused there', () => {
  const text = `${exim}    SMTP error from remote mail server after RCPT TO:<bob@example.com>:\n    host mx.example.com [192.0.2.1]: 451 4.3.0 internal error`;
  const [error] = readBounce(text);
  assert.deepEqual(
    [error?.reason, error?.speaker, error?.actor],
    ['system-error', 'remote-server', 'recipient'],
  );
});

test('a full disk is the host’s own when its server says so', () => {
  const [ours] = readBounce(`${exim}    No space left on device`);
  const [theirs] = readBounce(
    '<bob@example.com>: host mx.example.com[192.0.2.1] said: 452 4.3.1 Insufficient system storage',
  );
  assert.deepEqual([ours?.reason, ours?.actor], ['system-full', 'host']);
  assert.deepEqual([theirs?.reason, theirs?.actor], ['system-full', 'recipient']);
});

test('a sender refused for being the server’s own name is the host’s to mend', () => {
  const [own] = readBounce(
    '550-Verification failed for <nobody@server12.example.net> 550 Sender verify failed',
  );
  const [other] = readBounce('550-Verification failed for <bob@example.net> 550 Sender verify failed');
  assert.deepEqual([own?.actor, other?.actor], ['host', 'sender']);
});

test('a mail program speaks for itself', () => {
  assert.equal(readBounce('Outlook error 0x800CCC0E')[0]?.speaker, 'mail-program');
});

test('a bare answer has no known speaker', () => {
  assert.equal(readBounce('550 5.1.1 User unknown')[0]?.speaker, 'unknown');
});
