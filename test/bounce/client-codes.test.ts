import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clientCodes } from '../../bot/bounce/client-codes.ts';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const named =
  '80042108 8004210B 8004210A 80042109 800CCC0D 800CCC0E 800CCC0F 800CCC13 800CCC15 800CCC18 800CCC19 800CCC1A 800CCC67 800CCC68 800CCC69 800CCC78 800CCC79 800CCC7D 800CCC80 800CCC90 800CCC92 8004010F 80040119 80040600 80040610 80048002'.split(
    ' ',
  );

test('knows every code of the reference, each with a meaning', () => {
  for (const code of named) assert.ok(clientCodes[code.toLowerCase()]?.means, code);
});

describe('reads a code however it is typed', () => {
  const typed = [
    '0x800CCC0E',
    '0X800ccc0e',
    '800CCC0E',
    '(0x800CCC0E)',
    '0x 800CCC0E',
    '0x800C CC0E',
    'error:800ccc0e!',
    'Error 0x800CCC0E.',
  ];
  for (const text of typed) {
    test(text, () => {
      const [error, ...more] = readBounce(text);
      assert.equal(error?.clientCode, '0x800ccc0e');
      assert.equal(error?.reason, 'client-connection');
      assert.deepEqual(more, []);
    });
  }
});

test('an unlisted code of mail programs is unknown, any other number is nothing', () => {
  assert.deepEqual(
    readBounce('Outlook says 0x800CCC99').map(({ reason, clientCode }) => [reason, clientCode]),
    [['unknown', '0x800ccc99']],
  );
  assert.deepEqual(readBounce('Windows update error 0x80240034'), []);
  assert.deepEqual(readBounce('order 80041234 is missing'), []);
});

test('the code outweighs the server’s answer beside it', () => {
  const text =
    "Server Response: '550 relaying denied', Port: 587, Server Error: 550, Error Number: 0x800CCC79";
  const [error] = readBounce(text);
  assert.deepEqual(
    [error?.reason, error?.replyCode, error?.clientCode],
    ['client-send-rejected', '550', '0x800ccc79'],
  );
});
