import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const reasonsIn = (text: string): string[] => readBounce(text).map((error) => error.reason);

/** The numbered rules of what a reader of bounces gets wrong. */
describe('the rules', () => {
  test('1: a limit of Exim’s own carries no code', () => {
    const [error] = readBounce(
      'Domain example.com has exceeded the max emails per hour (501/500 (100%)) allowed. Message discarded.',
    );
    assert.equal(error?.reason, 'sending-limit');
    assert.equal(error?.replyCode, undefined);
    assert.equal(error?.statusCode, undefined);
  });

  test('2: the text decides for vague codes', () => {
    assert.deepEqual(reasonsIn('550 5.7.1 <bob@example.com>: Relay access denied'), ['relay-denied']);
    assert.deepEqual(reasonsIn('550 5.7.1 Message rejected as spam by Content Filtering.'), [
      'spam-detected',
    ]);
    assert.deepEqual(reasonsIn('550 5.7.1 The group only accepts messages from people in its organization'), [
      'recipient-filtered',
    ]);
    assert.deepEqual(reasonsIn('554 5.0.0 No such user here'), ['user-unknown']);
  });

  test('2: exact codes decide over vague text', () => {
    const codes: readonly [string, string][] = [
      ['5.1.1', 'user-unknown'],
      ['5.2.2', 'mailbox-full'],
      ['5.3.4', 'message-too-large'],
      ['5.4.6', 'mail-loop'],
      ['5.7.25', 'rdns-helo'],
      ['5.7.26', 'auth-failure'],
      ['5.7.515', 'auth-failure'],
      ['5.7.606', 'ip-blocked'],
    ];
    for (const [code, reason] of codes)
      assert.deepEqual(reasonsIn(`550 ${code} Message rejected by policy`), [reason]);
  });

  test('3: a failed verification is about the sender', () => {
    const text =
      '550-Verification failed for <web@example.com>\n550-No Such User Here\n550 Sender verify failed';
    const [error, ...more] = readBounce(text);
    assert.equal(error?.reason, 'sender-rejected');
    assert.equal(error?.domain, 'example.com');
    assert.deepEqual(more, []);
  });

  test('4: the cause named before "retry timeout exceeded" wins', () => {
    assert.deepEqual(reasonsIn('bob@example.com: mailbox is full: retry timeout exceeded'), ['mailbox-full']);
    assert.deepEqual(reasonsIn('bob@example.com: Connection timed out: retry timeout exceeded'), [
      'network-error',
    ]);
    assert.deepEqual(reasonsIn('bob@example.com: retry timeout exceeded'), ['delivery-expired']);
  });

  test('5: 552 and 5.2.3 mean what the words say', () => {
    assert.deepEqual(reasonsIn('552 mailbox full'), ['mailbox-full']);
    assert.deepEqual(reasonsIn('552 message too large'), ['message-too-large']);
    assert.deepEqual(reasonsIn('552 attachment type not allowed'), ['content-rejected']);
    assert.deepEqual(
      reasonsIn('550 5.2.3 RESOLVER.RST.SendSizeLimit.Org; message too large for this organization'),
      ['message-too-large'],
    );
  });

  test('6: an answer of several lines is read as one, with or without its line breaks', () => {
    const lines = [
      '550-5.1.1 The email account that you tried to reach does',
      '550-5.1.1 not exist. Please try double-checking the recipient',
      "550 5.1.1 's email address for typos",
    ];
    for (const glue of ['\n', ' ', '\n> ', '\r\n']) {
      const [error] = readBounce(lines.join(glue));
      assert.equal(error?.reason, 'user-unknown');
      assert.equal(error?.replyCode, '550');
      assert.equal(error?.statusCode, '5.1.1');
    }
    const blocked =
      '550-5.7.0 This message was blocked because its content presents a potential 550-5.7.0 security issue. 550 5.7.0 gsmtp';
    assert.deepEqual(reasonsIn(blocked), ['content-rejected']);
  });

  test('9: client codes one digit apart are different errors', () => {
    assert.deepEqual(reasonsIn('0x800CCC0E'), ['client-connection']);
    assert.deepEqual(reasonsIn('0x800CCC1A'), ['client-tls']);
    assert.deepEqual(reasonsIn('0x800CCC18'), ['client-login']);
    assert.equal(readBounce('0x80042108')[0]?.clientCode, '0x80042108');
    assert.equal(readBounce('0x80042109')[0]?.clientCode, '0x80042109');
  });

  test('10: a room, a version, a price are no mail errors', () => {
    for (const text of [
      'I live in room 550',
      'Is version 5.1.1 of the plugin safe?',
      'The package costs 550 EUR a year',
      'PHP 5.2.2',
    ]) {
      assert.deepEqual(reasonsIn(text), []);
    }
  });
});

describe('codes are those of the answer itself', () => {
  const codesIn = (text: string) =>
    readBounce(text).map(({ replyCode, statusCode }) => [replyCode, statusCode]);

  test('not of what was tried before it was given up', () => {
    const text =
      '550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.1 Failed to establish connection>';
    assert.deepEqual(codesIn(text), [['550', '4.4.7']]);
  });

  test('also in the middle of a sentence, before the words of a server', () => {
    assert.deepEqual(codesIn('mail to my accountant bounces with something like 550 sender verify failed'), [
      ['550', undefined],
    ]);
  });

  test('no numbers of a read message', () => {
    const text = 'Your message\n\nTo: bob@example.com\nSubject: Quote 551\n\nwas read on 6/3/2025';
    assert.deepEqual(codesIn(text), [[undefined, undefined]]);
  });
});

test('a report speaks of its recipients though a script that failed speaks of a website', () => {
  const text =
    '<bob@example.com>: Command died with status 75: "/usr/bin/php pipe.php". Command output: PHP Fatal error: SQLSTATE[HY000]';
  assert.deepEqual(reasonsIn(text), ['system-error']);
});

test('an unknown user in a virtual mailbox table is no database error', () => {
  const text = '<bob@example.com>: User unknown in virtual mailbox table\nThe address does not exist there.';
  assert.deepEqual(reasonsIn(text), ['user-unknown']);
});
