import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { composeReply } from '../../bot/desk/compose-reply.ts';
import { createDiagnose, type Diagnose } from '../../bot/desk/diagnosis.ts';
import { openOwnLibrary } from '../own-library.ts';

const _folder = fileURLToPath(new URL('../../kb', import.meta.url));
const limit =
  'Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.';

describe('the diagnosis', () => {
  let diagnose: Diagnose;
  before(async () => {
    const knowledge = await openOwnLibrary();
    assert.deepEqual(knowledge.problems, []);
    diagnose = createDiagnose(knowledge.library, knowledge.search);
  });
  const slugs = (text: string, directed = true) =>
    diagnose(text, { directed }).findings.map((finding) => finding.article.slug);

  const asked: [string, string][] = [
    [limit, 'max-defers-failures'],
    ['sent mail from my iphnoe dont show in sent', 'iphone-sent-folder'],
    ['0x80042108', 'outlook-0x80042108'],
    ['80042108', 'outlook-0x80042108'],
    ['0x80042109', 'smtp-port-25-blocked'],
    ['point mx to google', 'change-mx-records'],
    ['550 5.1.1 <j.doe@example.org>: Recipient address rejected: User unknown', 'no-such-user-550'],
    [
      'Message rejected: 550-5.7.26 Your email has been blocked because the sender is unauthenticated.',
      'spf-dkim-dmarc',
    ],
    ['was bedeutet pop3 und was ist der unterschied zu imap', 'pop3-vs-imap'],
  ];
  for (const [text, slug] of asked) {
    it(`finds ${slug} for “${text.slice(0, 60)}”`, () => assert.equal(slugs(text)[0], slug));
  }

  it('takes codes one digit apart for different problems', () => {
    assert.notEqual(slugs('0x80042108')[0], slugs('0x80042109')[0]);
  });

  const beside: [string, string | undefined][] = [
    [limit, undefined],
    [`hi, my newsletter came back: ${limit}`, 'A list with dead addresses'],
    [`when can i send again?? ${limit}`, 'How long it lasts'],
    [`where are the messages that got thrown away?\n${limit}`, 'Messages that were discarded'],
  ];
  for (const [text, heading] of beside) {
    it(`chooses ${heading ?? 'no section'} by what is said beside a bounce: “${text.slice(0, 40)}”`, () =>
      assert.equal(diagnose(text, { directed: true }).findings[0]?.section?.heading, heading));
  }

  it('names every recipient’s own reason', () => {
    const text = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ann@example.org
    host mx.example.org [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<ann@example.org>:
    550 5.1.1 User unknown
  bob@example.net
    host mx.example.net [192.0.2.2]
    SMTP error from remote mail server after end of data:
    552 5.2.2 Mailbox full`;
    const { mailErrors, findings } = diagnose(text, { directed: true });
    assert.deepEqual(
      mailErrors.map(({ reason, recipients }) => [reason, recipients]),
      [
        ['user-unknown', ['ann@example.org']],
        ['mailbox-full', ['bob@example.net']],
      ],
    );
    assert.deepEqual(
      findings.slice(0, 2).map(({ article }) => article.slug),
      ['no-such-user-550', 'mailbox-full'],
    );
  });

  const silent = [
    'hello all',
    'lunch at 12 in room 550?',
    'we released version 5.1.1 yesterday',
    'thanks!',
    '👍',
    'how much is a .io domain?',
  ];
  for (const text of silent) {
    it(`is silent in a channel on “${text}” and not when asked`, () => {
      assert.equal(diagnose(text, { directed: false }).decision, 'silent');
      assert.notEqual(diagnose(text, { directed: true }).decision, 'silent');
    });
  }

  it('only answers or keeps silent in a channel', () => {
    for (const text of ['mail', 'my email is broken', limit, 'domain']) {
      assert.match(diagnose(text, { directed: false }).decision, /^(?:answer|silent)$/);
    }
  });

  it('hands over what the library does not answer', () => {
    const { decision, handOff } = diagnose('where do i find the invoice for march, i need it as pdf', {
      directed: true,
    });
    assert.equal(decision, 'unsure');
    assert.ok(handOff);
  });

  const hostile = [
    '',
    '\0',
    'a'.repeat(200_000),
    '((((((((((',
    '!exact ^prefix =equals $end |or',
    '{{ imap_port }}',
    '__proto__ constructor',
    '5.1.1'.repeat(5000),
  ];
  for (const text of hostile) {
    it(`takes ${JSON.stringify(text.slice(0, 20))}… calmly`, () => {
      const { findings } = diagnose(text, { directed: true });
      assert.ok(findings.every(({ confidence }) => confidence >= 0 && confidence <= 1));
    });
  }

  describe('put into words', () => {
    const reply = (text: string, audience: 'public' | 'asker' = 'public') => {
      const composed = composeReply(diagnose(text, { directed: true }), audience);
      assert.ok(composed);
      return composed;
    };

    it('says who must act, how long, the numbers and the words that decided', () => {
      const { facts, title } = reply(limit);
      assert.match(title, /max defers and failures/);
      const values = facts.map(({ value }) => value).join('\n');
      assert.match(values, /You, the sender/);
      assert.match(values, /Temporary/);
      assert.match(values, /example\.com: 5 of 5 \(100 %\)/);
      assert.match(values, /“.*max defers and failures.*”/);
    });

    it('shows numbered steps', () =>
      assert.match(
        reply('my sent mails from the iphone are not in the sent folder on the pc').body,
        /^1\. /m,
      ));

    it('repeats no address of the paste in public, and does in private', () => {
      const text =
        'ann@example.org\n    host mx.example.org [192.0.2.77]: 550 5.1.1 <ann@example.org> User unknown\nbob@example.org\n    552 5.2.2 <bob@example.org> mailbox full';
      assert.doesNotMatch(JSON.stringify(reply(text)), /ann@|bob@|192\.0\.2\.77/);
      assert.match(JSON.stringify(reply(text, 'asker')), /ann@example\.org/);
    });

    it('says what it searched for in place of misspelt words', () => {
      assert.match(reply('sent mail from my iphnoe dont show in sent').body, /Searched for \*.*iphone.*\*/);
    });

    it('offers a person in every reply', () => {
      for (const text of [limit, 'xyzzy', 'my email is broken', 'where is my invoice']) {
        assert.ok(
          reply(text).actions.some(({ kind }) => kind === 'talk-to-person'),
          text,
        );
      }
    });

    it('leaves no variable unfilled', () => {
      for (const text of [limit, 'imap port', 'what are your nameservers'])
        assert.doesNotMatch(JSON.stringify(reply(text)), /\{\{/);
    });
  });
});
