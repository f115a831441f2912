import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { maskPersonal } from '../../bot/desk/mask.ts';

describe('masking', () => {
  const cases: [string, string][] = [
    ['<john.doe+x@example.com>: full', '<j***@example.com>: full'],
    ['jürgen@müller.example', 'j***@müller.example'],
    ['from 192.0.2.17 by', 'from 192.0.x.x by'],
    ['[2001:db8::1:25]', '[[IPv6]]'],
    ['at 10:30:15 in version 1.2.3', 'at 10:30:15 in version 1.2.3'],
    ['550 5.1.1 no such user', '550 5.1.1 no such user'],
  ];
  for (const [text, masked] of cases) {
    it(`turns ${text} into ${masked}`, () => assert.equal(maskPersonal(text), masked));
  }
});
