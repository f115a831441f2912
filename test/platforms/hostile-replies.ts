import fc from 'fast-check';
import type { Action, Reply } from '../../bot/desk/reply.ts';
import type { RenderOptions } from '../../bot/platforms/reply-parts.ts';

/** Pieces that have got through some renderer or other, and the Markdown around them. */
const nasty = [
  '<!channel>',
  '<!here>',
  '<!everyone|x>',
  '<!subteam^S0123|staff>',
  '<@U0123ABC>',
  '<#C0123|general>',
  '<@123456789012345678>',
  '<@!123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '@everyone',
  '@here',
  '@&#8203;everyone',
  '&lt;!channel&gt;',
  '<t:1700000000:R>',
  '<:smile:123456789012345678>',
  '</ask:123456789012345678>',
  '<id:customize>',
  ':tada:',
  '[x](javascript:alert(1))',
  '[x](data:text/html,hi)',
  '[https://bank.example](https://evil.example/)',
  '[bank.example](https://evil.example/a_b)',
  '[x](https://bank.example@evil.example/)',
  '[https://аpple.com](https://xn--pple-43d.com/)',
  '[paypal．com](http://evil.example)',
  '<https://evil.example|bank>',
  'https://evil.example/(x)_*y*',
  '[a](mailto:x@example.com?bcc=y@evil.example)',
  '[boss@example.com](mailto:thief@evil.example)',
  '[a](slug.md#part)',
  '[`]`](https://evil.example)',
  '![alt](https://evil.example/x.png)',
  '![](javascript:x)',
  '[![i](https://a.example/i.png)](https://b.example)',
  '[👋 wave](https://a.example)',
  '```',
  '```sh',
  '~~~',
  '`',
  '``',
  '`` ` ``',
  '`@everyone <@U0123ABC>`',
  '    code <!channel>',
  '\u202egnp.exe',
  '\u200b',
  '\u2066',
  '\u0000',
  '\u001b[31m',
  '\ud800',
  '\u{e0041}',
  'a\u0301\u0301\u0301\u0301\u0301\u0301',
  '*',
  '**',
  '***',
  '_',
  '__',
  '~~',
  '||',
  '\\',
  '> ',
  '>>> ',
  '# ',
  '####### ',
  '-# ',
  '- ',
  '+ ',
  '1. ',
  '999999999. ',
  '    ',
  '---',
  '===',
  '| a | b |\n|---|---:|\n| 1 | 2 |\n',
  '| [x](https://a.example) | b |\n|-|-|\n|||\n',
  '|a|\n|-|\n',
  '<b>html</b>',
  '<script>',
  '&amp;',
  '&#x202e;',
  '&#10;',
  '\\<',
  '漢字',
  'é',
  '👩‍👩‍👧',
  'https://',
  'www.evil.example',
] as const;

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'word',
      'two words',
      'A sentence of some length that goes on.',
      '\n',
      '\n\n',
      '\n  ',
      '\n   - ',
      '\n1. ',
      '\n> ',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
);

/** One to many lines of anything. */
export const hostileText = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
);

/** Bodies from nothing to far above every limit. */
export const hostileMarkdown = fc.oneof(
  { weight: 6, arbitrary: hostileText },
  { weight: 2, arbitrary: fc.array(hostileText, { maxLength: 30 }).map((parts) => parts.join('\n\n')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(piece, fc.nat(9000))
      .map(([text, times]) => text.repeat(Math.min(times, 70_000 / Math.max(1, text.length)))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('- ', '1. ', '> ', '# '), piece, fc.nat(400))
      .map(([mark, text, times]) => `${mark}${text}\n`.repeat(times)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(30), fc.nat(140), piece)
      .map(([columns, rows, text]) => tableOf(columns + 1, rows, text)),
  },
);

function tableOf(columns: number, rows: number, text: string): string {
  const row = (cell: string) => `|${` ${cell} |`.repeat(columns)}\n`;
  return row('head') + row('---') + row(text.replace(/[\n|]/g, ' ')).repeat(rows);
}

const slug = fc.oneof(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$/), hostileText);
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('show-article' as const), slug, title: hostileText }),
  fc.record({ kind: fc.constant('show-article' as const), slug, title: hostileText, section: hostileText }),
  fc.record({ kind: fc.constantFrom('helped' as const, 'not-helped' as const), slug }),
  fc.constant({ kind: 'talk-to-person' as const }),
);
const source = fc.oneof(
  fc.record({ slug, title: hostileText }),
  fc.record({ slug, title: hostileText, section: fc.record({ id: hostileText, heading: hostileText }) }),
);

export const hostileReply: fc.Arbitrary<Reply> = fc.record({
  kind: fc.constantFrom('answer', 'suggestions', 'unsure'),
  title: hostileText,
  body: hostileMarkdown,
  facts: fc.array(fc.record({ label: hostileText, value: hostileText }), { maxLength: 14 }),
  sources: fc.array(source, { maxLength: 4 }),
  actions: fc.array(action, { maxLength: 14 }),
  audience: fc.constantFrom('public', 'asker'),
});

/** Pages at good addresses, at bad ones, or nowhere. */
export const hostileOptions: fc.Arbitrary<RenderOptions> = fc.record(
  {
    linkOf: fc.oneof(
      fc.constant(() => undefined),
      fc.constant(({ slug: of }: { slug: string }) => `https://help.example.com/kb/${of}`),
      hostileText.map((address) => () => address),
    ),
    asker: fc.oneof(hostileText, fc.constant('12345678901234567890')),
    question: fc.oneof(hostileText, fc.constant('12345678901234567890')),
    staff: fc.boolean(),
    mostCharacters: fc.nat(5000),
  },
  { requiredKeys: ['linkOf'] },
);

export const plainReply: Reply = {
  kind: 'answer',
  title: 'Title',
  body: 'Body.',
  facts: [],
  sources: [],
  actions: [],
  audience: 'public',
};

export const nowhere: RenderOptions = { linkOf: () => undefined };
