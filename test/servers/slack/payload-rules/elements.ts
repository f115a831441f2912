import { isRecord, recordsOf } from '../json.ts';
import {
  anything,
  both,
  byType,
  choice,
  flag,
  list,
  number,
  only,
  type Rule,
  shape,
  string,
  when,
} from './rule.ts';
import { mrkdwn, plainText, richText, textObject } from './texts.ts';

const typed = { type: anything };
const style = choice('primary', 'danger');
const confirm = shape(
  { text: textObject(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style },
);
const action = { action_id: string({ max: 255 }) };
const focus = { focus_on_load: flag };
const placeholder = { placeholder: plainText(150) };
const label = { accessibility_label: string({ max: 75 }) };
const confirmed = { confirm };
const strings = list(string());

const plainOption = shape(
  { text: plainText(75), value: string({ max: 150 }) },
  { description: plainText(75) },
);
const overflowOption = shape(
  { text: plainText(75) },
  { value: string({ max: 150 }), description: plainText(75), url: string({ max: 3000 }) },
);
const markedText = byType({
  plain_text: plainText(75),
  mrkdwn: mrkdwn(75),
});
const markedOption = shape({ text: markedText, value: string({ max: 150 }) }, { description: markedText });
const options = list(plainOption, { min: 1, max: 100 });
const groups = list(shape({ label: plainText(75), options }), { min: 1, max: 100 });

const optionValue = (option: unknown) => (isRecord(option) ? option.value : undefined);

/** A menu needs exactly one of `options` and `option_groups`, and what it starts with must be in it. */
const menu = when((element) => {
  if (element.options === undefined && element.option_groups === undefined)
    return 'missing required field: options';
  if (element.options !== undefined && element.option_groups !== undefined)
    return 'must not define both `options` and `option_groups`';
  return startsWithin(element);
});

const startsWithin = (element: Record<string, unknown>): string | undefined => {
  const offered = [
    ...recordsOf(element.options),
    ...recordsOf(element.option_groups).flatMap((group) => recordsOf(group.options)),
  ].map(optionValue);
  const initial = [
    ...(element.initial_option === undefined ? [] : [element.initial_option]),
    ...recordsOf(element.initial_options),
  ];
  return initial.every((option) => offered.includes(optionValue(option)))
    ? undefined
    : 'initial option must exactly match one of the provided options';
};

const static_ = { ...action, ...confirmed, ...focus, ...placeholder, options, option_groups: groups };
const picker = { ...action, ...confirmed, ...focus, ...placeholder };
const many = { max_selected_items: number({ min: 1 }) };
const query = { min_query_length: number({ min: 0 }) };
const conversations = {
  default_to_current_conversation: flag,
  filter: anything,
  response_url_enabled: flag,
};
const marked = list(markedOption, { min: 1, max: 10 });
const typing = {
  ...action,
  ...focus,
  ...placeholder,
  dispatch_action_config: shape({}, { trigger_actions_on: strings }),
};
const image = shape(
  { ...typed, alt_text: string({ min: 1, max: 2000 }) },
  { image_url: string({ max: 3000 }), slack_file: anything },
);
const feedback = shape({ text: plainText(75), value: string({ max: 2000 }) }, label);

const elements: Record<string, Rule> = {
  image,
  button: shape(
    { ...typed, text: plainText(75) },
    { ...action, ...confirmed, ...label, value: string({ max: 2000 }), url: string({ max: 3000 }), style },
  ),
  workflow_button: shape(
    { ...typed, text: plainText(75), workflow: anything },
    { ...action, ...label, style },
  ),
  icon_button: shape(
    { ...typed, icon: choice('trash'), text: plainText(75) },
    { ...action, ...confirmed, ...label, value: string({ max: 2000 }), visible_to_user_ids: strings },
  ),
  feedback_buttons: shape({ ...typed, positive_button: feedback, negative_button: feedback }, action),
  static_select: both(shape(typed, { ...static_, initial_option: plainOption }), menu),
  multi_static_select: both(shape(typed, { ...static_, ...many, initial_options: list(plainOption) }), menu),
  external_select: shape(typed, { ...picker, ...query, initial_option: plainOption }),
  multi_external_select: shape(typed, {
    ...picker,
    ...query,
    ...many,
    initial_options: list(plainOption),
  }),
  users_select: shape(typed, { ...picker, initial_user: string() }),
  multi_users_select: shape(typed, { ...picker, ...many, initial_users: strings }),
  conversations_select: shape(typed, { ...picker, ...conversations, initial_conversation: string() }),
  multi_conversations_select: shape(typed, {
    ...picker,
    ...conversations,
    ...many,
    initial_conversations: strings,
  }),
  channels_select: shape(typed, { ...picker, response_url_enabled: flag, initial_channel: string() }),
  multi_channels_select: shape(typed, { ...picker, ...many, initial_channels: strings }),
  overflow: shape(
    { ...typed, options: list(overflowOption, { min: 2, max: 5 }) },
    { ...action, ...confirmed },
  ),
  radio_buttons: both(
    shape({ ...typed, options: marked }, { ...action, ...confirmed, ...focus, initial_option: markedOption }),
    when(startsWithin),
  ),
  checkboxes: both(
    shape(
      { ...typed, options: marked },
      { ...action, ...confirmed, ...focus, initial_options: list(markedOption) },
    ),
    when(startsWithin),
  ),
  datepicker: shape(typed, { ...picker, initial_date: string() }),
  timepicker: shape(typed, { ...picker, initial_time: string(), timezone: string() }),
  datetimepicker: shape(typed, { ...action, ...confirmed, ...focus, initial_date_time: number() }),
  plain_text_input: shape(typed, {
    ...typing,
    initial_value: string({ max: 3000 }),
    multiline: flag,
    min_length: number({ min: 0, max: 3000 }),
    max_length: number({ min: 1, max: 3000 }),
  }),
  email_text_input: shape(typed, { ...typing, initial_value: string() }),
  url_text_input: shape(typed, { ...typing, initial_value: string() }),
  number_input: shape(
    { ...typed, is_decimal_allowed: flag },
    { ...typing, initial_value: string(), min_value: string(), max_value: string() },
  ),
  rich_text_input: shape(typed, {
    ...typing,
    initial_value: richText,
    min_lines: number({ min: 1, max: 100 }),
    max_lines: number({ min: 1, max: 100 }),
  }),
  file_input: shape(typed, { ...action, filetypes: strings, max_files: number({ min: 1, max: 10 }) }),
};

const selects = ['static', 'external', 'users', 'conversations', 'channels'].flatMap((kind) => [
  `${kind}_select`,
  `multi_${kind}_select`,
]);
const choosers = [...selects, 'checkboxes', 'radio_buttons', 'datepicker', 'timepicker'];
const clickable = [...choosers, 'button', 'workflow_button', 'overflow'];
const inputs = [
  ...choosers,
  'datetimepicker',
  'plain_text_input',
  'email_text_input',
  'url_text_input',
  'number_input',
  'rich_text_input',
  'file_input',
];

export const accessories: Rule = byType(only([...clickable, 'image'], elements));
export const actionElements: Rule = byType(
  only([...clickable, 'datetimepicker', 'rich_text_input'], elements),
);
export const inputElements: Rule = byType(only(inputs, elements));
export const contextActionElements: Rule = byType(only(['feedback_buttons', 'icon_button'], elements));
export const buttons: Rule = byType(only(['button'], elements));
export const imageElement: Rule = byType({ image });
export const suggestedOptions: Rule = list(plainOption, { max: 100 });
export const suggestedGroups: Rule = groups;
