import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { honestLabel, safeLink } from '../../bot/markdown/safe-link.ts';

describe('a link', () => {
  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.com/',
    'slack://open',
    '//example.com/x',
    'relative/path',
    'https://bank.example@evil.example/',
    'https://user:pass@evil.example/',
    'https://',
    'https://a)b.example/',
    'mailto:',
    'mailto:a@b@c',
    'mailto:a@example.com,b@example.com',
    `https://example.com/${'x'.repeat(2000)}`,
  ];
  for (const href of refused) {
    it(`does not lead to ${href.slice(0, 40)}`, () => assert.equal(safeLink(href), undefined));
  }

  const taken = [
    ['https://example.com', 'https://example.com/'],
    ['HTTP://EXAMPLE.com/A b?q=1&r=2#part', 'http://example.com/A%20b?q=1&r=2#part'],
    ['https://example.com/(x)_*y*|z', 'https://example.com/%28x%29_%2Ay%2A%7Cz'],
    ['https://аpple.com/', 'https://xn--pple-43d.com/'],
    ['https://[2001:db8::1]:8443/', 'https://[2001:db8::1]:8443/'],
    ['mailto:support@example.com?subject=x&bcc=y@evil.example', 'mailto:support@example.com'],
  ] as const;
  for (const [href, plain] of taken) {
    it(`leads to ${plain}`, () => assert.equal(safeLink(href), plain));
  }

  const labels = [
    ['here', 'https://evil.example/', 'here'],
    ['wp-config.php and error.log', 'https://evil.example/', 'wp-config.php and error.log'],
    ['version 5.1.1', 'https://evil.example/', 'version 5.1.1'],
    ['example.com', 'https://www.example.com/', 'example.com'],
    ['https://example.com', 'https://example.com/', 'https://example.com'],
    ['https://example.com/login', 'https://example.com/logout', 'https://example.com/logout'],
    ['bank.example', 'https://evil.example/', 'https://evil.example/'],
    ['Log in at bank.example now', 'https://evil.example/', 'https://evil.example/'],
    ['bank。example', 'https://evil.example/', 'https://evil.example/'],
    ['ｂａｎｋ．example', 'https://evil.example/', 'https://evil.example/'],
    ['аpple.com', 'https://xn--pple-43d.com/', 'https://xn--pple-43d.com/'],
    ['192.0.2.1', 'https://evil.example/', 'https://evil.example/'],
    ['https://bank.example.evil.example', 'https://bank.example/', 'https://bank.example/'],
    ['x'.repeat(400), 'https://evil.example/', 'https://evil.example/'],
    [' ', 'https://evil.example/', 'https://evil.example/'],
    ['write to us', 'mailto:a@example.com', 'write to us'],
    ['boss@example.com', 'mailto:thief@evil.example', 'thief@evil.example'],
  ] as const;
  for (const [label, href, shown] of labels) {
    it(`to ${href} called "${label.slice(0, 40)}" is shown as "${shown.slice(0, 40)}"`, () =>
      assert.equal(honestLabel(label, href), shown));
  }
});
