import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const spoke: readonly [string, string | undefined][] = [
  ['<bob@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 unknown', 'mx.example.com'],
  [
    '    host mx.example.com [192.0.2.1]\n    SMTP error from remote mail server: 550 no such user',
    'mx.example.com',
  ],
  ['... while talking to mx.example.com.:\n<<< 550 5.1.1 User unknown', 'mx.example.com'],
  ['Remote-MTA: dns; mx.example.com\nDiagnostic-Code: smtp; 550 5.1.1 unknown user', 'mx.example.com'],
  [
    'to=<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, dsn=5.1.1, status=bounced (550 5.1.1 unknown)',
    'mx.example.com',
  ],
  ['<bob@example.com>... Deferred: Connection timed out with mx.example.com.', 'mx.example.com'],
  [
    '554 5.4.14 Hop count exceeded - possible mail loop [DB8.eop-eur05.prod.example.com]',
    'db8.eop-eur05.prod.example.com',
  ],
  ['The server said 550 5.1.1 unknown user [mx.example.com 192.0.2.1: timed out]', 'mx.example.com'],
  [
    "Server: 'smtp.example.com', Protocol: SMTP, Server Response: '550 unable to relay', Error Number: 0x800CCC79",
    'smtp.example.com',
  ],
  ["Generating server: EX1.example.com\nRemote server returned '550 5.1.1 not found'", undefined],
  [
    'Reporting-MTA: dns; out.example.com\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown user',
    undefined,
  ],
  [
    'NOQUEUE: reject: RCPT from mail.example.com[192.0.2.1]: 450 4.7.1 Client host rejected: cannot find your hostname',
    undefined,
  ],
  ['550-host-3.example.com [192.0.2.3]:50222 is not permitted to relay through this server', undefined],
  ['Could not connect to server mail.example.com; the connection was refused. (Thunderbird)', undefined],
  ['553 shop.example.com does not exist', undefined],
  ["DNS Error: DNS type 'mx' lookup of shop.example.com responded with code NXDOMAIN", undefined],
  ['deferred: mx.example.com: 451 4.7.1 greylisted, try again', 'mx.example.com'],
  ['Der Server mx.example.com hat die Nachricht abgelehnt: 550 unbekannter Benutzer', 'mx.example.com'],
  [
    "Your message couldn't be delivered.\n\nshop.example.com couldn't be found.\n\n550 5.4.310 DNS domain does not exist",
    undefined,
  ],
];

describe('names the host that spoke, and no other', () => {
  for (const [text, host] of spoke) {
    test(text, () => assert.equal(readBounce(text)[0]?.remoteHost, host));
  }
});

test('a transcript behind all recipients names the server of each of its domain', () => {
  const text =
    '<gus@example.com>\n    (reason: 550 5.1.1 unknown user)\n<ida@example.com>\n    (reason: 552 5.2.2 mailbox full)\n... while talking to mx.example.com.:';
  assert.deepEqual(
    readBounce(text).map(({ remoteHost }) => remoteHost),
    ['mx.example.com', 'mx.example.com'],
  );
});
