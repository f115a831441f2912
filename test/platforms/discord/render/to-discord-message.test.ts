import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { settled } from '../../../../bot/platforms/discord/render/settle.ts';
import {
  type DiscordMessage,
  toDiscordMessage,
} from '../../../../bot/platforms/discord/render/to-discord-message.ts';
import { breaksDiscord, displayedTexts } from '../../../servers/discord/payload-rules/components.ts';
import { messageIssues } from '../../../servers/discord/payload-rules/message-rules.ts';
import type { Json } from '../../../servers/slack/json.ts';
import { assertGolden, realReplies } from '../../golden.ts';
import { hostileMarkdown, hostileOptions, hostileReply, nowhere, plainReply } from '../../hostile-replies.ts';
import { readDiscord } from './discord-reader.ts';

const linked = { linkOf: ({ slug }: { slug: string }) => `https://help.example.com/kb/${slug}` };
const textsOf = ({ components }: Pick<DiscordMessage, 'components'>) =>
  displayedTexts(components as unknown as Json[]);

function assertHarmless(message: DiscordMessage): void {
  const { flags, components, allowedMentions } = message;
  const body = {
    flags,
    components,
    allowed_mentions: { parse: allowedMentions.parse, replied_user: allowedMentions.repliedUser },
  };
  assert.deepEqual(messageIssues({ body: body as unknown as Json, fileNames: [], path: [] }), []);
  assert.equal(breaksDiscord(components as unknown as Json[]), false);
  for (const text of textsOf(message)) {
    assert.ok(text.isWellFormed());
    assert.doesNotMatch(
      text,
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
    );
    assert.doesNotMatch(text, /@everyone|@here|<(?:@[!&]?|#)\d+>|<a?:\w+:\d+>|<t:\d+/);
    for (const { kind, href, text: label } of readDiscord(text).live) {
      assert.doesNotMatch(kind, /everyone|mention|emoji|time|command|guide|spoiler|underline/);
      if (href !== undefined) assertHonest(label, href);
    }
  }
}

function assertHonest(label: string, href: string): void {
  assert.match(href, /^https?:\/\/[^\s@/]+(?:\/|$)/);
  if (label !== href)
    for (const [, host] of label.matchAll(/https?:\/\/([^\s/?#]+)/g))
      assert.equal(host?.toLowerCase(), new URL(href).host);
}

const line = fc.oneof(
  fc.stringMatching(/^[!-~]([ -~]{0,60}[!-~])?$/),
  fc.constantFrom('- a', '1. a', '# a', '> a', '-# a', '||a||', '```a```', 'https://a.example/x_y_'),
);

describe('a Discord message', () => {
  it('is one that Discord takes, and nothing in it is live, whatever is in the reply', () => {
    fc.assert(
      fc.property(hostileReply, hostileOptions, (reply, options) => {
        const message = toDiscordMessage(reply, options);
        assertHarmless(message);
        assertHarmless({
          ...message,
          components: settled(message.components, reply.title) as DiscordMessage['components'],
        });
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('shows titles and facts letter by letter', () => {
    fc.assert(
      fc.property(line, line, line, (title, label, value) => {
        const tidy = (text: string) => text.replace(/\s+/g, ' ');
        const [shownTitle = '', shownFacts = ''] = textsOf(
          toDiscordMessage({ ...plainReply, title, facts: [{ label, value }] }, nowhere),
        );
        assert.deepEqual(readDiscord(shownTitle), {
          text: tidy(title),
          live: [{ kind: 'heading', text: '' }],
        });
        assert.deepEqual(readDiscord(shownFacts), {
          text: `${tidy(label)}: ${tidy(value)}`,
          live: [{ kind: 'bold', text: `${tidy(label)}:` }],
        });
      }),
    );
  });

  it('shows escaped Markdown letter by letter', () => {
    fc.assert(
      fc.property(line, (words) => {
        const body = words.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/^(\d+)\\?([.)])/, '$1\\$2');
        const [, shown = ''] = textsOf(toDiscordMessage({ ...plainReply, body }, nowhere));
        const { text, live } = readDiscord(shown);
        assert.equal(text, words);
        assert.ok(live.every(({ kind }) => kind === 'address'));
      }),
    );
  });

  it('keeps code in its fence', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('`', '``', '```', 'ls', '\n', '<@123456789012345678>', ' '), {
          minLength: 1,
        }),
        (pieces) => {
          const code = pieces.join('').replace(/^\s+|\s+$/g, '');
          fc.pre(code !== '');
          const [, shown = ''] = textsOf(
            toDiscordMessage({ ...plainReply, body: `~~~~\n${code}\n~~~~\n\nafter` }, nowhere),
          );
          const { live } = readDiscord(shown);
          assert.deepEqual(
            live.map(({ kind, text }) => [kind, text.replaceAll('\u200b', '')]),
            [['code block', code]],
          );
        },
      ),
    );
  });

  it('shows all of an article that fits, and says so when it does not', () => {
    fc.assert(
      fc.property(hostileMarkdown, fc.integer({ min: 200, max: 3000 }), (body, mostCharacters) => {
        const sources = [{ slug: 'long', title: 'A long article' }];
        const whole = toDiscordMessage({ ...plainReply, body, sources }, linked);
        const part = toDiscordMessage({ ...plainReply, body, sources }, { ...linked, mostCharacters });
        assert.ok(
          JSON.stringify(part) === JSON.stringify(whole) ||
            textsOf(part).at(-1)?.startsWith('-# Shortened here.'),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('is cut between steps, never in one', () => {
    const body = Array.from(
      { length: 80 },
      (_, at) => `${at + 1}. Step ${at + 1} ${'goes on '.repeat(10)}and ends.`,
    ).join('\n');
    const [, shown = '', footer = ''] = textsOf(
      toDiscordMessage({ ...plainReply, body, sources: [{ slug: 'long', title: 'A long article' }] }, linked),
    );
    assert.ok(shown.split('\n').every((step) => step.endsWith('and ends.')));
    assert.equal(
      footer,
      '-# Shortened here. The whole article: [A long article](<https://help.example.com/kb/long>)',
    );
  });

  it('loses its buttons to one line once it is settled', () => {
    const actions = [{ kind: 'helped', slug: 'a' }, { kind: 'talk-to-person' }] as const;
    const message = toDiscordMessage({ ...plainReply, actions }, nowhere);
    const [after] = settled(message.components, 'Marked as *helpful*.') as DiscordMessage['components'];
    assert.deepEqual(
      message.components[0].components.map(({ type }) => type),
      [10, 10, 1],
    );
    assert.deepEqual(
      after.components.map(({ type }) => type),
      [10, 10, 10],
    );
    assert.deepEqual(after.components.at(-1), { type: 10, content: '-# Marked as \\*helpful\\*.' });
  });

  it('aligns a narrow table and lists a wide one', () => {
    const shownOf = (body: string) => textsOf(toDiscordMessage({ ...plainReply, body }, nowhere))[1];
    assert.equal(
      shownOf('| a | n |\n|---|--:|\n| long | 1 |\n| x | 12 |'),
      '```\na      n\n----  --\nlong   1\nx     12\n```',
    );
    const wide = `| Setting | Value | For |\n|---|---|---|\n| \`memory\` | 256M | ${'much '.repeat(12)}|`;
    assert.equal(shownOf(wide), `- \`memory\`: Value: 256M · For: ${'much '.repeat(12).trim()}`);
  });

  for (const { name, reply } of realReplies) {
    it(`is as it was for ${name}`, () => {
      assertGolden(toDiscordMessage(reply, linked), new URL(`golden/${name}.json`, import.meta.url));
    });
  }
});
