import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const smallTalk = [
  '',
  'hello, is anybody there?',
  'my mails bounce, please help',
  'how do I raise my mailbox quota?',
  'what is greylisting and do you use it?',
  'What does SPF fail mean?',
  'how many emails per hour can I send?',
  'How do I set up an out of office reply?',
  'What happens if a recipient’s mailbox is full?',
  'Can you disable the account of peter@example.com please?',
  'We want to send a newsletter to 5000 recipients, is there a limit?',
  'my website is blocked by a firewall',
  'WordPress error 500 on login',
  'HTTP 503 Service Unavailable – my shop is down',
  '502 Bad Gateway after I changed the PHP version',
  'ERR_CONNECTION_REFUSED in Chrome',
  'ftp 530 Login authentication failed',
  'disk quota exceeded while uploading via FTP',
  'MySQL: Access denied for user root',
  'Tracking: package returned to sender because the recipient was unknown',
  'if ($code >= 500 && $code < 560) { retry($job); }',
  'My domain expires on 5.2.2025',
  'Phone +49 551 550 4210 is our new number',
  '¿Cómo cambio la contraseña de mi buzón?',
  'Wie richte ich mein Postfach ein?',
  '*550 connect() failed (111: Connection refused) while connecting to upstream, client: 192.0.2.5',
  'PHP Fatal error:  Allowed memory size exhausted (tried to allocate 552 bytes) in wp-db.php on line 450',
  '452-Maximum disk quota limited to 10240 Kbytes, used disk quota 10240 Kbytes',
  "ERROR 1062 (23000): Duplicate entry 'bob@example.com' for key 'email'",
  'kex_exchange_identification: Connection closed by remote host',
  'AutoSSL failed: DNS DCV: No local authority for mail.example.com',
  'if (smtp.code() == 552) { notify(user, "mailbox full"); }',
  "SELECT * FROM bounces WHERE code = '5.1.1' ORDER BY created_at",
  'Ticket #554 421: any news? I wait for 5 days now',
  'Payment rejected: 5.2.1 insufficient funds',
  'Does a forwarder count against the sending limit per hour?',
  'he is out of office until Monday, ask Petra instead',
  'Dear user, your mailbox quota is exceeded. Click here to upgrade your storage. Is this real?',
  'Slack: message not sent, you have been rate limited',
];

describe('names no reason for small talk', () => {
  for (const text of smallTalk) test(text || 'nothing', () => assert.deepEqual(readBounce(text), []));
});

const bare = [
  'Mail delivery failed: returning message to sender',
  'Undelivered Mail Returned to Sender',
  '550 5.0.0',
  'Recapito non riuscito per i seguenti destinatari o gruppi:\nr.santoro@example.it',
  'Final-Recipient: rfc822; bob@example.com\nAction: failed\nStatus: 5.0.0',
];

describe('answers unknown to a bounce in which nothing decides', () => {
  for (const text of bare) {
    test(text.slice(0, 60), () => {
      assert.deepEqual(
        readBounce(text).map(({ reason, actor, life }) => [reason, actor, life]),
        [['unknown', 'host', 'unknown']],
      );
    });
  }
});
