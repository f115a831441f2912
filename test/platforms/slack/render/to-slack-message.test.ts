import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { settled } from '../../../../bot/platforms/slack/render/settle.ts';
import {
  type SlackMessage,
  toSlackMessage,
} from '../../../../bot/platforms/slack/render/to-slack-message.ts';
import { isRecord, type Json } from '../../../servers/slack/json.ts';
import { checkMessage } from '../../../servers/slack/payload-rules/message-rules.ts';
import { pingsIn } from '../../../servers/slack/shown-text.ts';
import { assertGolden, realReplies } from '../../golden.ts';
import {
  hostileMarkdown,
  hostileOptions,
  hostileReply,
  hostileText,
  nowhere,
  plainReply,
} from '../../hostile-replies.ts';

const linked = { linkOf: ({ slug }: { slug: string }) => `https://help.example.com/kb/${slug}` };

/** Every object in the blocks, however deep. */
function objectsIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isRecord(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

const stringsIn = ({ text, blocks }: SlackMessage): string[] => [
  text,
  ...objectsIn(blocks).flatMap((object) =>
    Object.values(object).filter((value) => typeof value === 'string'),
  ),
];

function assertHarmless(message: SlackMessage): void {
  const { text, blocks } = message;
  assert.equal(checkMessage({ text, blocks }, 'update'), undefined);
  assert.deepEqual(pingsIn({ text, blocks } as never), []);
  assert.doesNotMatch(text, /[<>]|&(?!amp;|lt;|gt;)/);
  for (const string of stringsIn(message)) {
    assert.doesNotMatch(
      string,
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/,
    );
    assert.ok(string.isWellFormed());
  }
  for (const object of objectsIn(blocks)) {
    if (object.type === 'link') assertHonest(String(object.text), String(object.url));
    if (object.type === 'mrkdwn') assertOnlyLinks(String(object.text));
    assert.ok(!['user', 'usergroup', 'channel', 'broadcast', 'emoji', 'date'].includes(String(object.type)));
  }
}

function assertHonest(label: string, url: string): void {
  assert.match(url, /^(?:https?:\/\/[^\s@/]+(?:\/|$)|mailto:[^\s?]+$)/);
  assert.notEqual(label.trim(), '');
  if (label !== url)
    for (const [, host] of label.matchAll(/https?:\/\/([^\s/?#]+)/g))
      assert.equal(host?.toLowerCase(), new URL(url).host);
}

function assertOnlyLinks(mrkdwn: string): void {
  const rest = mrkdwn.replace(/<(https?:\/\/[^|<>\s]+|mailto:[^|<>\s]+)\|[^|<>]+>/g, '');
  assert.doesNotMatch(rest, /[<>*~`]|&(?!amp;|lt;|gt;)/);
}

describe('a Slack message', () => {
  it('is one that Slack takes, and nothing in it is live, whatever is in the reply', () => {
    fc.assert(
      fc.property(hostileReply, hostileOptions, (reply, options) => {
        const message = toSlackMessage(reply, options);
        assertHarmless(message);
        assertHarmless({ text: message.text, blocks: settled(message.blocks, reply.title) });
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  it('shows facts letter by letter', () => {
    const line = fc.stringMatching(/^[!-~]([ -~]{0,40}[!-~])?$/).map((text) => text.replace(/\s+/g, ' '));
    fc.assert(
      fc.property(
        fc.array(fc.record({ label: line, value: line }), { minLength: 1, maxLength: 5 }),
        (facts) => {
          const { blocks } = toSlackMessage({ ...plainReply, facts }, nowhere);
          const shown = objectsIn(blocks[1]).flatMap(({ type, text }) =>
            type === 'text' ? [String(text)] : [],
          );
          assert.equal(
            shown.join('').replaceAll('\u2060', ''),
            facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
          );
        },
      ),
    );
  });

  it('shows all of an article that fits, and says so when it does not', () => {
    fc.assert(
      fc.property(hostileMarkdown, fc.integer({ min: 1000, max: 6000 }), (body, mostCharacters) => {
        const sources = [{ slug: 'long', title: 'A long article' }];
        const whole = toSlackMessage({ ...plainReply, body, sources }, linked);
        const part = toSlackMessage({ ...plainReply, body, sources }, { ...linked, mostCharacters });
        const footer = JSON.stringify(part.blocks.at(-1));
        assert.equal(
          JSON.stringify(part) === JSON.stringify(whole) || footer.includes('Shortened here'),
          true,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('loses its buttons to one line once it is settled', () => {
    const actions = [{ kind: 'helped', slug: 'a' }, { kind: 'talk-to-person' }] as const;
    const { blocks } = toSlackMessage({ ...plainReply, actions }, nowhere);
    const after = settled(blocks, 'Marked as helpful.');
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['header', 'rich_text', 'actions'],
    );
    assert.deepEqual(
      after.map(({ type }) => type),
      ['header', 'rich_text', 'context'],
    );
    assert.match(JSON.stringify(after), /Marked as helpful\./);
  });

  it('keeps a numbered list counting where code stands between two steps', () => {
    const { blocks } = toSlackMessage(
      { ...plainReply, body: '1. One\n   ```\n   ls\n   ```\n2. Two' },
      nowhere,
    );
    const parts = objectsIn(blocks).filter(({ type }) => /list|preformatted/.test(String(type)));
    assert.deepEqual(
      parts.map(({ type, offset }) => [type, offset]),
      [
        ['rich_text_list', undefined],
        ['rich_text_preformatted', undefined],
        ['rich_text_list', 1],
      ],
    );
  });

  it('has one table; a second becomes text', () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 |';
    const { blocks } = toSlackMessage({ ...plainReply, body: `${table}\n\nand\n\n${table}` }, nowhere);
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['header', 'table', 'rich_text'],
    );
    assert.match(JSON.stringify(blocks[2]), /a {2}b\\n- {2}-\\n1 {2}2/);
  });

  it('has a fallback text without markup', () => {
    fc.assert(
      fc.property(hostileText, (title) =>
        assert.ok(toSlackMessage({ ...plainReply, title }, nowhere).text.trim() !== ''),
      ),
    );
  });

  for (const { name, reply } of realReplies) {
    it(`is as it was for ${name}`, () => {
      assertGolden(toSlackMessage(reply, linked), new URL(`golden/${name}.json`, import.meta.url));
    });
  }
});
