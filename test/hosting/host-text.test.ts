import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { hostAddress, hostName, hostText, withoutSecrets } from '../../bot/hosting/host-text.ts';
import { createSecret } from '../../bot/hosting/secret.ts';

describe('text of a host', () => {
  for (const [said, shown] of [
    ['550 5.1.1 <a@b.example>: User unknown', '550 5.1.1 a@b.example : User unknown'],
    ['see https://evil.example/x and www.evil.example', 'see (link removed) and (link removed)'],
    ['[click](javascript://x) **now** `rm`', 'click ((link removed) now rm'],
    ['@everyone <!channel> <@U123> @here', 'everyone !channel @U123 here'],
    ['a\r\nb\u0000c\u202Ed\u200Be', 'a b c d e'],
    ['  ', ''],
    [42, ''],
  ] as const) {
    it(`${JSON.stringify(said)} is shown as ${JSON.stringify(shown)}`, () =>
      assert.equal(hostText(said), shown));
  }

  it('is harmless and short whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), (said) => {
        const shown = hostText(said, 100);
        assert.ok(shown.length <= 100);
        assert.doesNotMatch(shown, /[`*~|<>[\]{}\\]|:\/\/|[\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  it('names and addresses are names and addresses, or nothing', () => {
    assert.equal(hostName('Example.COM.'), 'example.com');
    assert.equal(hostAddress('Anna@Example.com'), 'anna@example.com');
    assert.equal(
      hostAddress('srs0=ab=cd=x.example=anna@example.com'),
      'srs0=ab=cd=x.example=anna@example.com',
    );
    for (const wrong of ['', 'a b', '<script>', 'a@', '@b', `${'x'.repeat(300)}@b.example`, null, 7]) {
      assert.equal(hostAddress(wrong), undefined);
    }
  });

  it('holds no secret, and a secret does not show itself', () => {
    const secret = createSecret('S3CR3T');
    assert.equal(withoutSecrets('whm root:S3CR3T S3CR3T', [secret]), 'whm root:[secret] [secret]');
    for (const shown of [
      String(secret),
      JSON.stringify({ secret }),
      inspect({ secret }),
      inspect(secret, { showHidden: true }),
    ]) {
      assert.ok(!shown.includes('S3CR3T'), shown);
    }
    assert.equal(secret.reveal(), 'S3CR3T');
  });
});
