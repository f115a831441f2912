import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Json, listOf } from '../json.ts';
import { checkView } from './view-rules.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const words = (length: number) => 'a'.repeat(length);
const input = { type: 'input', label: plain('Title'), element: { type: 'plain_text_input' } };
const modal = (more: Json = {}) => ({
  type: 'modal',
  title: plain('Form'),
  submit: plain('Save'),
  blocks: [input],
  ...more,
});

const refused: [string, Json, string][] = [
  [
    'a long title',
    { title: plain(words(25)) },
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  ['no title', { title: undefined }, 'missing required field: title [json-pointer:/view]'],
  [
    'much private_metadata',
    { private_metadata: words(3001) },
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    'inputs and no submit',
    { submit: undefined },
    'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/0/input]',
  ],
  [
    '101 blocks',
    { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  [
    'a block only messages have',
    { blocks: [{ type: 'markdown', text: 'x' }] },
    'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
  ],
  [
    'an option it starts with and does not offer',
    {
      blocks: [
        {
          ...input,
          element: {
            type: 'static_select',
            options: [{ text: plain('A'), value: 'a' }],
            initial_option: { text: plain('B'), value: 'b' },
          },
        },
      ],
    },
    'initial option must exactly match one of the provided options [json-pointer:/view/blocks/0/element]',
  ],
];

describe('a view', () => {
  it('may be a modal with what it needs, and a home', () => {
    assert.equal(checkView(modal({ private_metadata: words(3000) }), 'modal'), undefined);
    assert.equal(checkView({ type: 'home', blocks: [] }, 'home'), undefined);
  });

  for (const [what, more, issue] of refused)
    it(`may not have ${what}`, () => {
      const view = Object.fromEntries(Object.entries(modal(more)).filter(([, value]) => value !== undefined));
      const problem = checkView(view, 'modal');
      assert.equal(problem?.error, 'invalid_arguments');
      const errors = listOf(problem?.details.errors);
      assert.ok(errors.includes(issue), String(errors));
    });
});
