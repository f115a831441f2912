import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { looksLikeMessage, textOfMessage } from '../../bot/bounce/message-text.ts';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const report = `Return-path: <>
Received: from mail by mx.example.com
From: Mail Delivery System <Mailer-Daemon@mx.example.com>
To: me@example.biz
Subject: =?utf-8?Q?Mail_delivery_failed?=
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=abc

--abc
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from('A message that you sent could not be delivered to one or more of its recipients.\n').toString('base64')}

--abc
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com

Final-Recipient: rfc822; bob@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mail.example.com
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--abc
Content-Type: message/rfc822

From: me@example.biz
To: bob@example.com
Subject: over quota

your mailbox is full
--abc--
`;

describe('a raw message', () => {
  test('is told from other pastes', () => {
    assert.equal(looksLikeMessage(report), true);
    assert.equal(looksLikeMessage('From: Bob\nSent: Monday\nSubject: Hi\n\n550 5.1.1 User unknown'), false);
    assert.equal(looksLikeMessage('550 5.1.1 User unknown'), false);
    assert.equal(
      looksLikeMessage('Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.1.1'),
      false,
    );
    assert.equal(looksLikeMessage(''), false);
  });

  test('gives its text decoded, its report and the headers of the returned message, not its body', async () => {
    const text = await textOfMessage(report);
    assert.match(text, /Subject: Mail delivery failed/);
    assert.match(text, /A message that you sent could not be delivered/);
    assert.match(text, /Diagnostic-Code: smtp; 550 5\.1\.1 User unknown/);
    assert.doesNotMatch(text, /your mailbox is full/);
    const [error, ...more] = readBounce(text);
    assert.deepEqual(
      [error?.reason, error?.remoteHost, error?.recipients],
      ['user-unknown', 'mail.example.com', ['bob@example.com']],
    );
    assert.deepEqual(more, []);
  });

  test('is read behind the pictures that come with it, and to no end when it has none', async () => {
    const picture = `Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n${'QUJD'.repeat(19)}\n`;
    const row = `${'QUJD'.repeat(19)}\n`.repeat(50_000);
    const pictured = report.replace('--abc\n', () => `--abc\n${picture}${row}\n--abc\n`);
    assert.ok(pictured.length > 3_000_000);
    assert.match(await textOfMessage(pictured), /Diagnostic-Code: smtp; 550 5\.1\.1 User unknown/);
    const plain = report.replace(/multipart.*/, 'text/plain').replace(/--abc[\s\S]*$/, '');
    const endless = `${plain}\n${'550 5.1.1 no such user\n'.repeat(400_000)}`;
    const text = await textOfMessage(endless);
    assert.ok(text.length > 50_000 && text.length < 300_000, `${text.length}`);
  });

  test('is read from bytes as well', async () => {
    assert.equal(await textOfMessage(new TextEncoder().encode(report)), await textOfMessage(report));
  });

  test('is found within a message that forwards it', async () => {
    const forward = `From: me@example.biz
To: support@example.net
Message-ID: <1@example.biz>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=xyz

--xyz
Content-Type: text/plain

What is this?

--xyz
Content-Type: message/rfc822

${report}
--xyz--
`;
    const text = await textOfMessage(forward);
    assert.match(text, /What is this\?/);
    assert.equal(readBounce(text)[0]?.reason, 'user-unknown');
  });

  test('that is none comes back as it was', async () => {
    for (const text of ['', '550 5.1.1 User unknown', 'hello']) assert.equal(await textOfMessage(text), text);
  });
});

test('a feedback report is a complaint', async () => {
  const text = await textOfMessage(`From: fbl@example.com
To: abuse@example.net
Subject: FW: offers
Message-ID: <2@example.com>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=abc

--abc
Content-Type: text/plain

This is an email abuse report for an email message received from IP 192.0.2.1.

--abc
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Example/1.0
Version: 1

--abc
Content-Type: message/rfc822

From: news@example.net
Subject: offers

buy now
--abc--
`);
  assert.deepEqual(
    readBounce(text).map((error) => error.reason),
    ['complaint'],
  );
});
