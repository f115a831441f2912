import { recordsOf } from '../../slack/json.ts';
import { checkUnique, textDisplay } from './components.ts';
import { base, componentType, customId, distinctValues, selects } from './controls.ts';
import {
  anything,
  both,
  choice,
  flag,
  type Issue,
  integer,
  isAbsent,
  issuesOf,
  list,
  model,
  type Rule,
  text,
  union,
  when,
} from './rule.ts';

const typed = { type: anything, custom_id: customId };

const lengths = when(({ min_length: min, max_length: max, value }) => {
  if (typeof min === 'number' && typeof max === 'number' && min > max)
    return ['min_length', 'TEXT_INPUT_INVALID_RANGE', 'min_length must not be more than max_length'];
  if (typeof max === 'number' && typeof value === 'string' && [...value].length > max)
    return ['value', 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`];
  return undefined;
});
const textInputFields = {
  ...base,
  min_length: integer({ min: 0, max: 4000 }),
  max_length: integer({ min: 1, max: 4000 }),
  required: flag,
  value: text({ max: 4000 }),
  placeholder: text({ max: 100 }),
};
const textInput = both(model({ ...typed, style: choice(1, 2) }, textInputFields), lengths);
const labelled = both(
  textInput,
  when(({ label }) =>
    isAbsent(label)
      ? undefined
      : ['label', 'TEXT_INPUT_LABEL_NOT_ALLOWED', 'A text input in a label has no label'],
  ),
);
/** The old way: a text input in a row, with its own label. */
const rowInput = both(textInput, model({ label: text({ min: 1, max: 45 }) }));

const enabled = when(({ disabled }) =>
  disabled === true
    ? ['disabled', 'COMPONENT_DISABLED_IN_MODAL', 'Components in modals cannot be disabled']
    : undefined,
);
const required = when(({ required: needed, min_values: min }) =>
  min === 0 && needed !== false
    ? ['min_values', 'NUMBER_TYPE_MIN', 'int value should be greater than or equal to 1.']
    : undefined,
);

const option = model(
  { value: text({ min: 1, max: 100 }), label: text({ min: 1, max: 100 }) },
  { description: text({ max: 100 }), default: flag },
);
const atMost = (max: number, min = 0) => integer({ min, max });

const inLabel: Record<number, Rule> = {
  ...Object.fromEntries(Object.entries(selects).map(([type, rule]) => [type, both(rule, enabled, required)])),
  [componentType.textInput]: labelled,
  [componentType.fileUpload]: both(
    model(typed, {
      ...base,
      min_values: atMost(10),
      max_values: atMost(10, 1),
      required: flag,
      file_types: list(text({ min: 1 }), { max: 10 }),
    }),
    required,
  ),
  [componentType.radioGroup]: both(
    model({ ...typed, options: list(option, { min: 2, max: 10 }) }, { ...base, required: flag }),
    distinctValues,
  ),
  [componentType.checkboxGroup]: both(
    model(
      { ...typed, options: list(option, { min: 1, max: 10 }) },
      { ...base, min_values: atMost(10), max_values: atMost(10, 1), required: flag },
    ),
    distinctValues,
    required,
  ),
  [componentType.checkbox]: model(typed, { ...base, default: flag }),
};

const label = model(
  { type: anything, label: text({ min: 1, max: 45 }), component: union(inLabel) },
  { ...base, description: text({ min: 1, max: 100 }) },
);
const row = model(
  { type: anything, components: list(union({ [componentType.textInput]: rowInput }), { min: 1, max: 1 }) },
  base,
);

const modal = model({
  custom_id: customId,
  title: text({ min: 1, max: 45 }),
  components: list(
    union({
      [componentType.actionRow]: row,
      [componentType.textDisplay]: textDisplay,
      [componentType.label]: label,
    }),
    { min: 1, max: 5 },
  ),
});

export const modalIssues = (data: unknown): Issue[] =>
  issuesOf(
    (value, path, report) => {
      modal(value, path, report);
      const [record] = recordsOf([value]);
      checkUnique(record?.components, [...path, 'components'], report);
    },
    data,
    ['data'],
  );
