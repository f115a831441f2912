import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const wrappings: readonly [name: string, text: string, reason: string][] = [
  ['quoted', '> > bob@example.com\n> >     550 5.1.1 User\n> > unknown', 'user-unknown'],
  [
    'hard wrapped',
    '<bob@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1\n    <bob@example.com>: Recipient address\n    rejected: User unknown in virtual\n    mailbox table',
    'user-unknown',
  ],
  [
    'HTML',
    '<p>Undelivered Mail</p><br>&lt;bob@example.com&gt;: <b>550</b> 5.1.1 User&nbsp;unknown</p>',
    'user-unknown',
  ],
  ['quoted-printable', 'Diagnostic-Code: smtp; 550 5.1.1 User =\r\nunknown =3D', 'user-unknown'],
  ['typographic quotes', 'Remote Server returned “550 5.1.1 user doesn’t exist”', 'user-unknown'],
  ['lost spaces', 'rejected it. 550User unknownRemote-MTA: dns; mx.example.com', 'user-unknown'],
  ['shouted', '550 5.2.2 MAILBOX FULL', 'mailbox-full'],
  [
    'JSON',
    '{"diagnosticCode":"smtp; 550 5.1.1 user unknown","emailAddress":"bob@example.com"}',
    'user-unknown',
  ],
  [
    'forwarded',
    '-----Original Message-----\nFrom: Mail Delivery Subsystem\n\n552 5.2.2 over quota',
    'mailbox-full',
  ],
  ['German', 'Ihre Nachricht konnte nicht zugestellt werden.\n552 5.2.2 Mailbox full', 'mailbox-full'],
  ['Spanish', 'No se pudo entregar el mensaje: 554 5.7.1 Relay access denied', 'relay-denied'],
  ['French', 'Échec de la remise pour ces destinataires : 550 5.1.1 User unknown', 'user-unknown'],
  ['Italian', 'Recapito non riuscito: 552 5.3.4 Message too big', 'message-too-large'],
  ['Dutch', 'Foutmelding: 550 5.1.2 Host unknown', 'host-unknown'],
  ['Portuguese', 'A mensagem não pôde ser entregue: 452 4.2.2 over quota', 'mailbox-full'],
  ['Polish', 'Wiadomość nie mogła zostać dostarczona: 550 5.1.1 User unknown', 'user-unknown'],
  ['Japanese', 'メッセージを配信できませんでした。550 5.1.1 User unknown', 'user-unknown'],
  ['Russian', 'Сообщение не доставлено: 552 5.2.2 Почтовый ящик переполнен', 'mailbox-full'],
  ['Chinese', '邮件被退回:550 5.1.1 用户不存在', 'user-unknown'],
];

describe('reads through what mail programs put around a bounce', () => {
  for (const [name, text, reason] of wrappings) {
    test(name, () =>
      assert.deepEqual(
        readBounce(text).map((error) => error.reason),
        [reason],
      ),
    );
  }
});

test('the phrase is the text’s own words at its own offsets', () => {
  for (const [, text] of wrappings) {
    for (const { phrase } of readBounce(text)) {
      if (phrase) assert.equal(text.slice(phrase.start, phrase.end), phrase.text);
    }
  }
  const html = '<p>Sorry:</p> 550 5.7.1 user&#39;s <b>mailbox&nbsp;is</b> full';
  const [error] = readBounce(html);
  assert.equal(error?.phrase?.text, 'user&#39;s <b>mailbox&nbsp;is</b> full');
});

test('the phrase keeps its offsets behind the middle of a very long text', () => {
  const text = `${'x\n'.repeat(200_000)}550 5.1.1 <bob@example.com>: User unknown`;
  const [error] = readBounce(text);
  assert.equal(error?.phrase?.text, 'User unknown');
  assert.equal(text.slice(error?.phrase?.start, error?.phrase?.end), 'User unknown');
});
