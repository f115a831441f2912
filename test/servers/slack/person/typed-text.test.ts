import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createIds } from '../ids.ts';
import { createWorkspace } from '../workspace.ts';
import { typedText } from './typed-text.ts';

const workspace = createWorkspace(createIds());
const ann = workspace.addUser({ name: 'ann' });
const general = workspace.addChannel({ name: 'general' });
const staff = workspace.addGroup('staff', [ann]);

const cases: [string, string, string][] = [
  ['escapes', 'a < b & c > d', 'a &lt; b &amp; c &gt; d'],
  ['links an address', 'to bob@example.com.', 'to <mailto:bob@example.com|bob@example.com>.'],
  [
    'links the address of a bounce inside its brackets',
    '<bob@mail.example.com>: host mx1.example.com said: 550',
    '&lt;<mailto:bob@mail.example.com|bob@mail.example.com>&gt;: host <http://mx1.example.com|mx1.example.com> said: 550',
  ],
  [
    'links URLs without their full stop',
    'see https://example.com/a?b=1.',
    'see <https://example.com/a?b=1>.',
  ],
  ['leaves file names and version numbers', 'exim.conf 4.97.1 5.7.1', 'exim.conf 4.97.1 5.7.1'],
  [
    'mentions people, channels and groups by name',
    '@ann #general @staff',
    `<@${ann.id}> <#${general.id}|general> <!subteam^${staff.id}>`,
  ],
  ['takes tokens of things that exist', `<@${ann.id}> hi`, `<@${ann.id}> hi`],
  ['escapes tokens a person only typed', '<!channel> <@U0NOBODY>', '&lt;!channel&gt; &lt;@U0NOBODY&gt;'],
  ['takes @here', '@here look', '<!here> look'],
  [
    'leaves code alone',
    'x ```\nmail to bob@example.com <b>``` y',
    'x ```mail to bob@example.com &lt;b&gt;``` y',
  ],
];

describe('what a person types', () => {
  for (const [what, typed, text] of cases)
    it(what, () => assert.equal(typedText(workspace, typed).text, text));

  it('comes with a rich_text block of the same words', () => {
    const [block] = typedText(workspace, '@ann see ```code```').blocks;
    assert.deepEqual(block?.elements, [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'user', user_id: ann.id },
          { type: 'text', text: ' see ' },
        ],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
    ]);
  });
});
