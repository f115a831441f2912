import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { maskPersonal } from '../../bot/privacy/mask.ts';

const masked: readonly (readonly [text: string, masked: string])[] = [
  ['<john.doe+x@example.com>: full', '<j***@example.com>: full'],
  ['jürgen@müller.example', 'j***@müller.example'],
  ['"john doe"@example.com', '***@example.com'],
  ['user%40example.com', 'u***%40example.com'],
  ['root@server12', 'r***@server12'],
  ['user@[192.0.2.1]', 'u***@[192.0.x.x]'],
  ['From: "Max Mustermann" <max@example.org>', 'From: [name] <m***@example.org>'],
  ['from 192.0.2.17 by', 'from 192.0.x.x by'],
  ['ip-192-0-2-17.compute.example', 'ip-192-0-x-x.compute.example'],
  ['[2001:db8::1:25]', '[[IPv6]]'],
  ['IPv6:2001:db8::1', 'IPv6:[IPv6]'],
  ['1tEq3K-0000Wd-2f <= a', '[exim-id] <= a'],
  ['1rW3yK-00000003Fcd-0nFY ==', '[exim-id] =='],
  ['Message-ID: <CAF=x+1@mail.example>', 'Message-ID: [message-id]'],
  ['id=5f0c@shop.example T="x"', 'id=[message-id] T="x"'],
  ['/home/kim/public_html', '/home/[user]/public_html'],
  ['C:\\Users\\Kim Larsen\\AppData', 'C:\\Users\\[user]\\AppData'],
  ['U=kimshop P=local', 'U=[user] P=local'],
  ['password: hunter2', 'password: [secret]'],
  ['mysql://kim:pw@db.example/x', 'mysql://[secret]@db.example/x'],
  ['Bearer xoxb-1234567890-abc', 'Bearer [secret]'],
  ['6b0f2f5e-1d0c-4a35-9a43-08dd0b11c5f3', '[id]'],
];

const kept = [
  'at 10:30:15 in version 1.2.3 of std::vector',
  '550 5.1.1 no such user, 0x800CCC0F and 0x8004210B',
  'Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
  'kysely@0.29.9, @everyone, <!channel> and <@123456789012345678>',
  'password authentication failed for the mailbox',
  '2026-11-23 09:14:02, OID 1.2.840.113556.1.4',
  '/usr/local/cpanel/3rdparty/share/applications/roundcube',
];

describe('masking', () => {
  for (const [text, expected] of masked) {
    it(`turns ${text} into ${expected}`, () => assert.equal(maskPersonal(text), expected));
  }

  for (const text of kept) {
    it(`leaves alone: ${text}`, () => assert.equal(maskPersonal(text), text));
  }

  it('changes nothing that is masked already', () => {
    const piece = fc.oneof(
      fc.constantFrom(...masked.flat(), '@', '.', '<', '>', ' ', '\n', '"', ':', '=', 'id='),
      fc.string({ maxLength: 6 }),
    );
    const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (any) => maskPersonal(maskPersonal(any)) === maskPersonal(any)),
      { numRuns: 2000 },
    );
  });

  it('takes no longer for what is made to take long', () => {
    const hostile = [
      'a',
      '@',
      ':',
      'a@',
      'a.',
      '-',
      '/home/',
      '"',
      'Message-ID: <',
      'a:b:',
      'From: ',
      '1.',
      'aB1',
      'password ',
      '<a> ',
      'id=a1-',
      'U=',
    ];
    const slow = hostile.filter((piece) => {
      const begin = performance.now();
      maskPersonal(piece.repeat(Math.ceil(100_000 / piece.length)));
      return performance.now() - begin > 2000;
    });
    assert.deepEqual(slow, []);
  });
});
