import { isRecord, type Json, listOf, recordsOf } from '../../slack/json.ts';
import {
  anything,
  both,
  choice,
  flag,
  integer,
  isAbsent,
  list,
  model,
  type Rule,
  snowflake,
  text,
  when,
} from './rule.ts';

export const componentType = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

export const customId = text({ min: 1, max: 100 });
const id = integer({ min: 0, max: 2 ** 31 - 1 });
export const base = { id };
const emoji = model({}, { id: snowflake, name: text({ max: 32 }), animated: flag });

const url: Rule = (value, path, report) => {
  text({ min: 1, max: 512 })(value, path, report);
  if (typeof value === 'string' && !/^(?:https?|discord):\/\/\S+$/.test(value))
    report(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
};

const linkStyle = 5;
const premiumStyle = 6;

/** Each style has its own required field, and may not have the others'. */
const fieldsOfStyle = when((button) => {
  const { style, label } = button;
  const has = (field: string) => !isAbsent(button[field]);
  const forbidden = (fields: readonly string[]) => fields.find(has);
  const wrong = (field: string): [string, string, string] => [
    field,
    'BUTTON_COMPONENT_FIELD_NOT_ALLOWED',
    `${field} cannot be set on a button of this style`,
  ];
  if (style === premiumStyle) {
    if (!has('sku_id')) return ['sku_id', 'BASE_TYPE_REQUIRED', 'This field is required'];
    const field = forbidden(['custom_id', 'label', 'url', 'emoji']);
    return field === undefined ? undefined : wrong(field);
  }
  if (isAbsent(label) && !has('emoji'))
    return ['', 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or emoji'];
  const [needed, not] =
    style === linkStyle ? ['url', ['custom_id', 'sku_id']] : ['custom_id', ['url', 'sku_id']];
  if (!has(String(needed)))
    return [String(needed), 'BUTTON_COMPONENT_FIELD_REQUIRED', `A ${needed} must be set on this button`];
  const field = forbidden(listOf(not).map(String));
  return field === undefined ? undefined : wrong(field);
});

export const button = both(
  model(
    { type: anything, style: choice(1, 2, 3, 4, 5, 6) },
    {
      ...base,
      label: text({ min: 1, max: 80 }),
      emoji,
      custom_id: customId,
      url,
      sku_id: snowflake,
      disabled: flag,
    },
  ),
  fieldsOfStyle,
);

const option = model(
  { label: text({ min: 1, max: 100 }), value: text({ min: 1, max: 100 }) },
  { description: text({ min: 1, max: 100 }), emoji, default: flag },
);

/** Values of options are told apart by the app, so no two may be the same. */
export const distinctValues: Rule = (value, path, report) => {
  const seen = new Set<unknown>();
  for (const [index, entry] of recordsOf(isRecord(value) ? value.options : []).entries()) {
    const at = [...path, 'options', index, 'value'];
    if (seen.has(entry.value))
      report(at, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    seen.add(entry.value);
  }
};

const counted = when(({ min_values: min, max_values: max, options, default_values: defaults }) => {
  const [least, most] = [typeof min === 'number' ? min : 1, typeof max === 'number' ? max : 1];
  if (least > most && !isAbsent(min))
    return ['min_values', 'SELECT_COMPONENT_INVALID_RANGE', 'min_values must not be more than max_values'];
  if (Array.isArray(options) && most > options.length && !isAbsent(max))
    return [
      'max_values',
      'SELECT_COMPONENT_MAX_VALUES',
      'max_values must not be more than the number of options',
    ];
  const chosen = Array.isArray(defaults) ? defaults : recordsOf(options).filter((of) => of.default === true);
  if (chosen.length > most)
    return [
      '',
      'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
      'There are more default values than may be selected',
    ];
  return undefined;
});

const selectFields = {
  ...base,
  placeholder: text({ max: 150 }),
  min_values: integer({ min: 0, max: 25 }),
  max_values: integer({ min: 1, max: 25 }),
  disabled: flag,
  required: flag,
};
const typed = { type: anything, custom_id: customId };
const defaultValue = model({ id: snowflake, type: choice('user', 'role', 'channel') });

export const stringSelect = both(
  model({ ...typed, options: list(option, { min: 1, max: 25 }) }, selectFields),
  distinctValues,
  counted,
);
const entitySelect = both(
  model(typed, {
    ...selectFields,
    default_values: list(defaultValue, { max: 25 }),
    channel_types: list(integer()),
  }),
  counted,
);

export const selects: Record<number, Rule> = {
  [componentType.stringSelect]: stringSelect,
  [componentType.userSelect]: entitySelect,
  [componentType.roleSelect]: entitySelect,
  [componentType.mentionableSelect]: entitySelect,
  [componentType.channelSelect]: entitySelect,
};

/** Every component there is in these, parents before their children. */
export function everyComponent(components: readonly Json[]): Json[] {
  return components.flatMap((component) => [
    component,
    ...everyComponent(recordsOf(component.components)),
    ...everyComponent([component.accessory, component.component].filter(isRecord)),
  ]);
}
