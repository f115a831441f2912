import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Json, recordOf } from '../../slack/json.ts';
import { commandIssues, commandListIssues } from './command-rules.ts';
import { breaksDiscord } from './components.ts';
import { messageIssues } from './message-rules.ts';
import { modalIssues } from './modal-rules.ts';
import { type Issue, nestedErrors } from './rule.ts';

const v2 = 1 << 15;
const x = (length: number) => 'x'.repeat(length);
const button = (custom_id = 'a', more: Json = {}): Json => ({
  type: 2,
  style: 1,
  label: 'Go',
  custom_id,
  ...more,
});
const row = (...components: Json[]): Json => ({ type: 1, components });
const words = (content: string): Json => ({ type: 10, content });
const option = (value: string): Json => ({ label: value, value });
const menu = (options: Json[], more: Json = {}): Json => ({ type: 3, custom_id: 'm', options, ...more });
const numbered = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const container = (...components: Json[]): Json => ({ type: 17, components });
const laidOut = (...components: Json[]): Json => ({ flags: v2, components });
const buttons = (count: number, prefix = 'b') => numbered(count, (index) => button(`${prefix}${index}`));

const shownAt = ({ path, code }: Issue) => `${path.join('.')} ${code}`;
const messageProblem = (body: Json) =>
  messageIssues({ body, fileNames: ['a.txt'], path: [] }).map(shownAt)[0];

const messages: [string, Json, string | undefined][] = [
  ['2000 characters', { content: x(2000) }, undefined],
  ['2000 characters of two units each', { content: '😀'.repeat(2000) }, undefined],
  ['2001 characters', { content: x(2001) }, 'content BASE_TYPE_MAX_LENGTH'],
  ['a nonce of 26', { content: 'x', nonce: x(26) }, 'nonce NONCE_TYPE_TOO_LONG'],
  ['eleven embeds', { embeds: numbered(11, () => ({ title: 'x' })) }, 'embeds BASE_TYPE_MAX_LENGTH'],
  ['a title of 257', { embeds: [{ title: x(257) }] }, 'embeds.0.title BASE_TYPE_MAX_LENGTH'],
  [
    'a description of 4097',
    { embeds: [{ description: x(4097) }] },
    'embeds.0.description BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field without a value',
    { embeds: [{ fields: [{ name: 'x' }] }] },
    'embeds.0.fields.0.value BASE_TYPE_REQUIRED',
  ],
  [
    '26 fields',
    { embeds: [{ fields: numbered(26, () => ({ name: 'x', value: 'x' })) }] },
    'embeds.0.fields BASE_TYPE_MAX_LENGTH',
  ],
  [
    '6001 characters of embeds',
    { embeds: [{ description: x(4000) }, { description: x(2001) }] },
    'embeds MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'both parse and users',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'five rows of five buttons',
    { content: 'x', components: numbered(5, (index) => row(...buttons(5, `${index}.`))) },
    undefined,
  ],
  [
    'six rows',
    { content: 'x', components: numbered(6, (index) => row(button(`${index}`))) },
    'components BASE_TYPE_MAX_LENGTH',
  ],
  [
    'six buttons in a row',
    { content: 'x', components: [row(...buttons(6))] },
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a button beside a menu',
    { content: 'x', components: [row(button(), menu([option('a')]))] },
    'components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'a label of 81',
    { content: 'x', components: [row(button('a', { label: x(81) }))] },
    'components.0.components.0.label BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a custom_id of 101',
    { content: 'x', components: [row(button(x(101)))] },
    'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a custom_id of none',
    { content: 'x', components: [row(button(''))] },
    'components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same custom_id twice',
    { content: 'x', components: [row(button(), button())] },
    'components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a link with a custom_id',
    { content: 'x', components: [row(button('a', { style: 5, url: 'https://a.b' }))] },
    'components.0.components.0.custom_id BUTTON_COMPONENT_FIELD_NOT_ALLOWED',
  ],
  [
    '26 options',
    { content: 'x', components: [row(menu(numbered(26, (index) => option(`${index}`))))] },
    'components.0.components.0.options BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same option twice',
    { content: 'x', components: [row(menu([option('a'), option('a')]))] },
    'components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'an option of 101',
    { content: 'x', components: [row(menu([option(x(101))]))] },
    'components.0.components.0.options.0.label BASE_TYPE_BAD_LENGTH',
  ],
  [
    'new components without the flag',
    { components: [container(words('x'))] },
    'components.0 UNION_TYPE_CHOICES',
  ],
  ['new components with the flag', laidOut(container(words('x'), row(button()))), undefined],
  [
    'content beside new components',
    { ...laidOut(words('x')), content: 'x' },
    'content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside new components',
    { ...laidOut(words('x')), embeds: [{ title: 'x' }] },
    'embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  ['40 components', laidOut(...numbered(40, () => words('x'))), undefined],
  [
    '41 components, some inside others',
    laidOut(container(...numbered(34, () => words('x')), row(...buttons(5)))),
    'components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  ['4000 characters over all', laidOut(words(x(2000)), words(x(2000))), undefined],
  [
    '4001 characters over all',
    laidOut(words(x(2000)), container(words(x(2001)))),
    'components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  ['an empty text', laidOut(words(' ')), 'components.0.content BASE_TYPE_BAD_LENGTH'],
  [
    'a section without its accessory',
    laidOut({ type: 9, components: [words('x')] }),
    'components.0.accessory BASE_TYPE_REQUIRED',
  ],
  [
    'four texts in a section',
    laidOut({ type: 9, components: numbered(4, () => words('x')), accessory: button() }),
    'components.0.components BASE_TYPE_BAD_LENGTH',
  ],
  ['a file that was sent with it', laidOut({ type: 13, file: { url: 'attachment://a.txt' } }), undefined],
  [
    'a file that was not',
    laidOut({ type: 13, file: { url: 'attachment://b.txt' } }),
    'components.0.file UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
];

const input = (more: Json = {}): Json => ({ type: 4, custom_id: 'i', style: 1, ...more });
const label = (component: Json, more: Json = {}): Json => ({ type: 18, label: 'Name', component, ...more });
const modal = (components: Json[], more: Json = {}): Json => ({
  custom_id: 'f',
  title: 'Form',
  components,
  ...more,
});

const modals: [string, Json, string | undefined][] = [
  ['a label with a text input', modal([label(input())]), undefined],
  ['no fields', modal([]), 'data.components BASE_TYPE_BAD_LENGTH'],
  [
    'six fields',
    modal(numbered(6, (index) => label(input({ custom_id: `${index}` })))),
    'data.components BASE_TYPE_BAD_LENGTH',
  ],
  ['a title of 46', modal([label(input())], { title: x(46) }), 'data.title BASE_TYPE_BAD_LENGTH'],
  [
    'a label of 46',
    modal([label(input(), { label: x(46) })]),
    'data.components.0.label BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a description of 101',
    modal([label(input(), { description: x(101) })]),
    'data.components.0.description BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same custom_id twice',
    modal([label(input()), label(input())]),
    'data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a value that is too long',
    modal([label(input({ value: x(4001) }))]),
    'data.components.0.component.value BASE_TYPE_MAX_LENGTH',
  ],
  ['a button', modal([row(button())]), 'data.components.0.components.0 UNION_TYPE_CHOICES'],
  [
    'a disabled menu',
    modal([label(menu([option('a')], { disabled: true }))]),
    'data.components.0.component.disabled COMPONENT_DISABLED_IN_MODAL',
  ],
  [
    'eleven files',
    modal([label({ type: 19, custom_id: 'u', max_values: 11 })]),
    'data.components.0.component.max_values NUMBER_TYPE_MAX',
  ],
  [
    'a radio group of one',
    modal([label({ type: 21, custom_id: 'r', options: [option('a')] })]),
    'data.components.0.component.options BASE_TYPE_BAD_LENGTH',
  ],
];

const command = (more: Json = {}): Json => ({ name: 'ask', description: 'Ask', ...more });
const choiceOf = (name: string, more: Json = {}): Json => ({ type: 3, name, description: 'x', ...more });
const wordy = numbered(25, () => ({ name: x(100), value: 'v' }));

const commands: [string, Json, string | undefined][] = [
  ['a plain command', command({ options: [choiceOf('a', { required: true }), choiceOf('b')] }), undefined],
  ['a menu command with spaces', { name: 'Explain this bounce', type: 3 }, undefined],
  [
    'a menu command with a description',
    { name: 'Explain', type: 3, description: 'x' },
    'description APPLICATION_COMMAND_DESCRIPTION_CANNOT_BE_SET',
  ],
  ['capitals', command({ name: 'Ask' }), 'name APPLICATION_COMMAND_INVALID_NAME'],
  ['a name of 33', command({ name: x(33) }), 'name BASE_TYPE_BAD_LENGTH'],
  ['no description', { name: 'ask' }, 'description BASE_TYPE_REQUIRED'],
  ['a description of 101', command({ description: x(101) }), 'description BASE_TYPE_BAD_LENGTH'],
  [
    '26 options',
    command({ options: numbered(26, (index) => choiceOf(`o${index}`)) }),
    'options BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a required option after another',
    command({ options: [choiceOf('a'), choiceOf('b', { required: true })] }),
    'options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'the same option twice',
    command({ options: [choiceOf('a'), choiceOf('a')] }),
    'options.1.name APPLICATION_COMMAND_OPTION_NAME_ALREADY_EXISTS',
  ],
  [
    'a subcommand beside an option',
    command({ options: [choiceOf('a', { type: 1 }), choiceOf('b')] }),
    'options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    '26 choices',
    command({
      options: [choiceOf('a', { choices: numbered(26, (index) => ({ name: `${index}`, value: 'v' })) })],
    }),
    'options.0.choices BASE_TYPE_MAX_LENGTH',
  ],
  [
    'choices and suggestions',
    command({ options: [choiceOf('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
    'options.0.choices APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE',
  ],
  [
    '8001 characters',
    command({ options: numbered(4, (index) => choiceOf(`o${index}`, { choices: wordy })) }),
    ' APPLICATION_COMMAND_TOO_LARGE',
  ],
  ['a context that is none', command({ contexts: [3] }), 'contexts.0 BASE_TYPE_CHOICES'],
];

describe('the rules for what is sent', () => {
  for (const [what, body, problem] of messages)
    it(`${problem === undefined ? 'take' : 'refuse'} a message of ${what}`, () => {
      assert.equal(messageProblem(body), problem);
    });
  for (const [what, data, problem] of modals)
    it(`${problem === undefined ? 'take' : 'refuse'} a modal with ${what}`, () => {
      assert.equal(modalIssues(data).map(shownAt)[0], problem);
    });
  for (const [what, body, problem] of commands)
    it(`${problem === undefined ? 'take' : 'refuse'} a command with ${what}`, () => {
      assert.equal(commandIssues(body).map(shownAt)[0], problem);
    });

  it('refuse two commands of one name and type', () => {
    const issues = commandListIssues([command(), command(), { name: 'ask', type: 3 }]);
    assert.deepEqual(issues.map(shownAt), ['1.name APPLICATION_COMMANDS_DUPLICATE_NAME']);
  });

  it('nest what is wrong as deep as the form', () => {
    const issues = messageIssues({ body: { embeds: [{ title: x(257) }] }, fileNames: [], path: ['data'] });
    const errors = nestedErrors(issues) as { data: { embeds: { 0: { title: Json } } } };
    assert.deepEqual(recordOf(errors.data.embeds[0].title), {
      _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 256 or fewer in length.' }],
    });
  });

  it('know of the size at which Discord breaks', () => {
    assert.equal(breaksDiscord([words('日'.repeat(3386))]), false);
    assert.equal(breaksDiscord([words('日'.repeat(3387))]), true);
  });
});
