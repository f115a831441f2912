import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const reasons = (text: string) => readBounce(text).map(({ reason }) => reason);

const wentWell: [string, string][] = [
  [
    'a session in which all was taken',
    'S: 220 mx.example.net ESMTP ready\nC: EHLO shop.example\nS: 250-mx.example.net\nS: 250-AUTH PLAIN LOGIN\nS: 250 STARTTLS\nC: AUTH LOGIN\nS: 235 2.7.0 Authentication successful\nC: QUIT\nS: 221 2.0.0 closing connection',
  ],
  [
    'the headers of a message that came',
    'Received: from mail.example.org (mail.example.org [192.0.2.7])\n\tby mx.example.net with ESMTPS (TLS1.3); Fri, 6 Nov 2026 10:00:00 +0100\nX-Spam-Level: ***\nX-Spam-Status: No, score=3.1 required=5.0 tests=SPF_FAIL,\n\tDKIM_INVALID\nSubject: offer',
  ],
  [
    'a form of settings',
    'SMTP server: mail.example.org\nPort: 465\nConnection timeout: 30\nAuthentication: required\nTLS handshake: on',
  ],
  [
    'a report of DMARC',
    '<report_metadata><org_name>mailer.example</org_name></report_metadata><policy_evaluated><dkim>fail</dkim><spf>fail</spf></policy_evaluated>',
  ],
  [
    'a limit of an interface of the web',
    '429 Client Error: Too Many Requests for url: https://api.example.com/v2/send',
  ],
];

describe('what goes well, or is no message of a mail server', () => {
  for (const [what, text] of wentWell)
    it(`is read as nothing: ${what}`, () => assert.deepEqual(reasons(text), []));
});

describe('what is refused in a session', () => {
  const session = (reply: string) =>
    `235 2.0.0 OK\nMAIL FROM:<ann@shop.example>\n250 2.1.0 Ok\nRCPT TO:<bob@example.net>\n250 2.1.5 Ok\nDATA\n354 End data with a dot\nFrom: ann@shop.example\nSubject: mailbox full, DKIM and greylisting\n\nour spam filter\n.\n${reply}`;

  it('decides, not the offers of the server nor the message that is handed over', () => {
    assert.deepEqual(reasons(session('552 5.3.4 Message size exceeds fixed limit')), ['message-too-large']);
    assert.deepEqual(reasons(session('554 5.7.1 Message rejected as spam')), ['spam-detected']);
  });

  it('is told apart from how the connection was secured', () =>
    assert.deepEqual(
      reasons(
        '2026-11-06 10:00:00 H=mail.example.org [192.0.2.7] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no F=<ann@example.org> temporarily rejected RCPT <bob@shop.example>: greylisted, try again later',
      ),
      ['greylisted'],
    ));
});

const copied: [string, string][] = [
  ['I keep getting this when I write to anybody by mail: "Relay access denied"', 'relay-denied'],
  [
    'my mail program shows the error: Message size exceeds fixed limit. Where do I change that?',
    'message-too-large',
  ],
  [
    'in our mail log there are many "all relevant MX records point to non-existent hosts" messages',
    'host-unknown',
  ],
];

describe('a line that somebody copied', () => {
  for (const [text, reason] of copied)
    it(`is read amid what they say of it: ${reason}`, () => assert.deepEqual(reasons(text), [reason]));
});
