import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Json, listOf } from '../json.ts';
import { checkMessage } from './message-rules.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const words = (length: number) => 'a'.repeat(length);
const button = (more: Json = {}) => ({ type: 'button', text: plain('Go'), ...more });
const option = (value = 'v', text = 'Option') => ({ text: plain(text), value });
const many = <T>(count: number, item: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => item(i));
const actions = (...elements: Json[]) => ({ type: 'actions', elements });
const section = (text: Json | undefined, more: Json = {}) => ({
  type: 'section',
  ...(text && { text }),
  ...more,
});
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const divider = { type: 'divider' };
const table = (rows: number, cells: number, text = 'x') => ({
  type: 'table',
  rows: many(rows, () => many(cells, () => ({ type: 'raw_text', text }))),
});

const fine: [string, Json[]][] = [
  ['fifty blocks', many(50, () => divider)],
  ['a section of 3000 characters', [section(mrkdwn(words(3000)))]],
  ['characters outside the basic plane, counted once each', [section(mrkdwn('😀'.repeat(3000)))]],
  ['25 buttons', [actions(...many(25, () => button()))]],
  ['one action_id in two blocks', [actions(button({ action_id: 'a' })), actions(button({ action_id: 'a' }))]],
  ['a markdown block of 12,000', [{ type: 'markdown', text: words(12_000) }]],
  ['a table of 100 by 20', [table(100, 20)]],
  [
    'feedback buttons',
    [
      {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            action_id: 'feedback',
            positive_button: { text: plain('Yes'), value: 'yes' },
            negative_button: { text: plain('No'), value: 'no' },
          },
        ],
      },
    ],
  ],
  [
    'rich text',
    [
      {
        type: 'rich_text',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'x', style: { bold: true } }] },
          { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x' }] },
        ],
      },
    ],
  ],
];

const refused: [string, Json[], string][] = [
  ['51 blocks', many(51, () => divider), 'no more than 50 items allowed [json-pointer:/blocks]'],
  [
    'a long section',
    [section(mrkdwn(words(3001)))],
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'an empty section',
    [section(mrkdwn(''))],
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ],
  ['a section of nothing', [section(undefined)], 'missing required field: text [json-pointer:/blocks/0]'],
  [
    'a long field',
    [section(undefined, { fields: [mrkdwn(words(2001))] })],
    'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
  ],
  [
    'eleven fields',
    [section(undefined, { fields: many(11, () => mrkdwn('x')) })],
    'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
  ],
  [
    'a long header',
    [{ type: 'header', text: plain(words(151)) }],
    'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
  ],
  [
    'a header in mrkdwn',
    [{ type: 'header', text: mrkdwn('x') }],
    'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
  ],
  [
    'eleven context elements',
    [{ type: 'context', elements: many(11, () => mrkdwn('x')) }],
    'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
  ],
  [
    '26 buttons',
    [actions(...many(26, () => button()))],
    'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
  ],
  ['no buttons', [actions()], 'must provide at least 1 items [json-pointer:/blocks/0/elements]'],
  [
    'long words on a button',
    [actions(button({ text: plain(words(76)) }))],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
  ],
  [
    'a long value',
    [actions(button({ value: words(2001) }))],
    'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
  ],
  [
    'a field Slack does not know',
    [actions(button({ disabled: true }))],
    'invalid additional property: disabled [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'one action_id twice in a block',
    [actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
    '`action_id` "a" already exists [json-pointer:/blocks/0/elements/1/action_id]',
  ],
  [
    'one block_id twice',
    [
      { ...divider, block_id: 'b' },
      { ...divider, block_id: 'b' },
    ],
    '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
  ],
  [
    'a long action_id',
    [actions(button({ action_id: words(256) }))],
    'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
  ],
  [
    'a menu of 101',
    [actions({ type: 'static_select', options: many(101, (index) => option(`${index}`)) })],
    'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'a menu of none',
    [actions({ type: 'static_select' })],
    'missing required field: options [json-pointer:/blocks/0/elements/0]',
  ],
  [
    'a long option',
    [actions({ type: 'static_select', options: [option('v', words(76))] })],
    'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
  ],
  [
    'an overflow of one',
    [actions({ type: 'overflow', options: [option()] })],
    'must provide at least 2 items [json-pointer:/blocks/0/elements/0/options]',
  ],
  [
    'a confirmation that talks too much',
    [actions(button({ confirm: { title: plain(words(101)), text: plain('x') } }))],
    'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
  ],
  [
    'a block Slack does not know',
    [{ type: 'sections' }],
    'unsupported type: sections [json-pointer:/blocks/0/type]',
  ],
  ['a block without a type', [{}], 'missing required field: type [json-pointer:/blocks/0]'],
  ['a table of 101 rows', [table(101, 1)], 'no more than 100 items allowed [json-pointer:/blocks/0/rows]'],
  ['a table of 21 columns', [table(1, 21)], 'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]'],
  ['two tables', [table(1, 1), table(1, 1)], 'only_one_table_allowed'],
  [
    'a table that says too much',
    [table(10, 1, words(1001))],
    'must be less than 10001 characters [json-pointer:/blocks/0/rows]',
  ],
  [
    'a long markdown block',
    [{ type: 'markdown', text: words(12_001) }],
    'must be less than 12001 characters [json-pointer:/blocks/0/text]',
  ],
];

describe('blocks of a message', () => {
  for (const [what, blocks] of fine)
    it(`may be ${what}`, () => assert.equal(checkMessage({ text: 'x', blocks }), undefined));

  for (const [what, blocks, issue] of refused)
    it(`may not be ${what}`, () => {
      const problem = checkMessage({ text: 'x', blocks });
      assert.equal(problem?.error, 'invalid_blocks');
      const errors = listOf(problem?.details.errors);
      assert.ok(errors.includes(issue), String(errors));
    });

  for (const [what, blocks] of [
    [
      'markdown blocks of more than 12,000 together',
      many(2, () => ({ type: 'markdown', text: words(6001) })),
    ],
    ['more than 13,200 characters of any kind', many(5, () => section(mrkdwn(words(2700))))],
  ] as const)
    it(`may not hold ${what}`, () =>
      assert.equal(checkMessage({ text: 'x', blocks })?.error, 'msg_blocks_too_long'));
});

describe('a message', () => {
  for (const [what, content, error] of [
    ['no words', { text: '  ' }, 'no_text'],
    ['no words and empty blocks', { blocks: [] }, 'no_text'],
    ['text and markdown_text', { text: 'x', markdownText: 'x' }, 'markdown_text_conflict'],
    ['blocks and markdown_text', { blocks: [divider], markdownText: 'x' }, 'markdown_text_conflict'],
    ['too much markdown_text', { markdownText: words(12_001) }, 'msg_too_long'],
    ['blocks that are no list', { text: 'x', blocks: '[{' }, 'invalid_blocks_format'],
    ['bad blocks in an attachment', { attachments: [{ blocks: [{}] }] }, 'invalid_attachments'],
    ['101 attachments', { attachments: many(101, () => ({ text: 'x' })) }, 'too_many_attachments'],
    ['metadata without a payload', { text: 'x', metadata: { event_type: 'x' } }, 'invalid_metadata_schema'],
  ] as const)
    it(`with ${what} is refused: ${error}`, () => assert.equal(checkMessage(content)?.error, error));

  it('may be of blocks alone, or of a text that Slack will truncate', () => {
    assert.equal(checkMessage({ blocks: [divider] }), undefined);
    assert.equal(checkMessage({ text: words(50_000) }), undefined);
    assert.equal(checkMessage({ text: words(4001) }, 'update')?.error, 'msg_too_long');
  });
});
