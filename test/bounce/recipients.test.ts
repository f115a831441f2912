import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const told = (text: string): [string, string][] =>
  readBounce(text).map(({ reason, recipients }) => [recipients.join(' '), reason]);

test('names each recipient of an Exim bounce with its own reason', () => {
  const text = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ann@example.com
    host mx.example.com [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<ann@example.com>:
    550 5.1.1 User unknown
  bob@example.net
    mailbox is full: retry timeout exceeded
  cy@example.org
    Domain example.biz has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.
`;
  assert.deepEqual(told(text), [
    ['ann@example.com', 'user-unknown'],
    ['bob@example.net', 'mailbox-full'],
    ['cy@example.org', 'defer-fail-limit'],
  ]);
});

test('keeps recipients apart when the line breaks are lost', () => {
  const text =
    'The following address(es) failed: ann@example.com host mx.example.com [192.0.2.1] SMTP error from remote mail server after RCPT TO:<ann@example.com>: 550 no such address here bob@example.net host mx.example.net [192.0.2.2] SMTP error from remote mail server after RCPT TO:<bob@example.net>: 552 mailbox full';
  assert.deepEqual(told(text), [
    ['ann@example.com', 'user-unknown'],
    ['bob@example.net', 'mailbox-full'],
  ]);
});

test('reads the groups of a delivery report, and each recipient once', () => {
  const text = `<ann@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 <ann@example.com>: no such user

Reporting-MTA: dns; smtp.example.biz

Final-Recipient: rfc822; ann@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 <ann@example.com>: no such user

Final-Recipient: rfc822; bob@example.net
Action: delayed
Status: 4.2.2
Remote-MTA: dns; mx.example.net
Diagnostic-Code: smtp; 452 4.2.2 <bob@example.net>: over quota
`;
  assert.deepEqual(told(text), [
    ['ann@example.com', 'user-unknown'],
    ['bob@example.net', 'mailbox-full'],
  ]);
  assert.deepEqual(
    readBounce(text).map((error) => error.remoteHost),
    ['mx.example.com', 'mx.example.net'],
  );
});

test('reads each line of a Postfix log', () => {
  const line = (to: string, said: string): string =>
    `Nov 21 15:01:01 n1 postfix/smtp[12]: AA1: to=<${to}>, relay=mx.example.com[192.0.2.1]:25, dsn=5.0.0, status=bounced (host mx.example.com[192.0.2.1] said: ${said})`;
  const text = [
    line('ann@example.com', '550 5.1.1 User unknown'),
    line('bob@example.com', '554 5.7.1 Relay access denied'),
  ].join('\n');
  assert.deepEqual(told(text), [
    ['ann@example.com', 'user-unknown'],
    ['bob@example.com', 'relay-denied'],
  ]);
});

test('recipients listed above one reason share it', () => {
  const text = `The following addresses had permanent fatal errors:
ann@example.com
bob@example.com
    550 5.1.2 Host unknown`;
  assert.deepEqual(told(text), [['ann@example.com bob@example.com', 'host-unknown']]);
});

test('the refused sender is no recipient', () => {
  const [error] = readBounce(
    '553 5.1.8 <web@example.com>... Domain of sender address web@example.com does not exist',
  );
  assert.equal(error?.domain, 'example.com');
  assert.deepEqual(error?.recipients, []);
});

test('addresses within the returned message are nobody’s', () => {
  const text = `  ann@example.com
    550 5.1.1 User unknown

------ This is a copy of the message, including all the headers. ------

From: me@example.biz
To: ann@example.com
Subject: mailbox full

bob@example.net
my mailbox is full`;
  assert.deepEqual(told(text), [['ann@example.com', 'user-unknown']]);
});

test('whoever a forwarded bounce was sent to is no recipient', () => {
  const text = `From: Mail Delivery Subsystem <mailer-daemon@example.net>
Subject: Delivery Status Notification (Failure)
To: <ann@example.net>

> Your message wasn't delivered to bob@example.com
> 554 5.7.1 <bob@example.com>: Relay access denied`;
  assert.deepEqual(told(text), [['bob@example.com', 'relay-denied']]);
});

test('whoever is over a sending limit is no recipient', () => {
  const [error] = readBounce(
    '550 5.7.1 <ann@example.com> has been blocked: sending limit of 500 a day reached',
  );
  assert.deepEqual(error?.recipients, []);
  assert.equal(error?.domain, 'example.com');
});

test('the alias that led to a recipient is none', () => {
  const exim = `bob@example.com
    (generated from team@example.net)
    host mx.example.com [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<bob@example.com>:
    550 user unknown`;
  const postfix =
    '<bob@example.com> (expanded from <team@example.net>): host mx.example.com said: 550 user unknown';
  for (const text of [exim, postfix]) assert.deepEqual(told(text), [['bob@example.com', 'user-unknown']]);
});

test('whoever is quoted, or wants an answer, is no recipient', () => {
  assert.deepEqual(told('ann@example.net wrote:\n> bob@example.com: 550 no such user'), [
    ['bob@example.com', 'user-unknown'],
  ]);
  assert.deepEqual(
    told('mails to bob@example.com come back, 552 over quota. please answer to ann@example.net'),
    [['bob@example.com', 'mailbox-full']],
  );
});

test('the words that decide for one recipient hold none of another’s', () => {
  const text = `bob@example.com
    550 5.1.1 no such user
cy@example.org
    retry timeout exceeded

Final-Recipient: rfc822;bob@example.com
Status: 5.0.0
Diagnostic-Code: smtp; 550 5.1.1 no such user

Final-Recipient: rfc822;cy@example.org
Status: 5.0.0
`;
  const [, cy] = readBounce(text);
  assert.equal(cy?.reason, 'delivery-expired');
  assert.equal(cy?.phrase?.text, 'retry timeout exceeded');
});
