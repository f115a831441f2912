import { type Json, listOf, recordOf, recordsOf, textOf } from '../json.ts';

/** What a person enters: words, a date, a user id; the value or the visible text of an option; several of these. */
export type Entry = string | readonly string[] | null;

const optionsOf = (element: Json): Json[] => [
  ...recordsOf(element.options),
  ...recordsOf(element.option_groups).flatMap((group) => recordsOf(group.options)),
];

function optionFor(element: Json, wanted: string): Json {
  const type = textOf(element.type);
  // A menu that asks the app for its options has none of its own: the person picks what was suggested.
  if (type.includes('external')) return { text: { type: 'plain_text', text: wanted }, value: wanted };
  const found = optionsOf(element).find(
    (option) => option.value === wanted || recordOf(option.text).text === wanted,
  );
  if (!found) throw new Error(`no option ${wanted} in ${textOf(element.action_id)}`);
  return found;
}

const single: Record<string, string> = {
  users_select: 'user',
  conversations_select: 'conversation',
  channels_select: 'channel',
  datepicker: 'date',
  timepicker: 'time',
};

const many = (entry: Entry): readonly string[] =>
  entry === null ? [] : typeof entry === 'string' ? [entry] : entry;
const one = (entry: Entry): string | null => many(entry)[0] ?? null;

/** What the element holds, as `state.values` has it: the entry, or what the element starts with. */
export function elementValue(element: Json, entry: Entry | undefined): Json {
  const type = textOf(element.type);
  if (/input$/.test(type) && type !== 'file_input' && type !== 'rich_text_input')
    return { type, value: entry === undefined ? (element.initial_value ?? null) : one(entry) };
  if (type === 'rich_text_input')
    return {
      type,
      rich_text_value: entry === undefined ? element.initial_value : richText(one(entry) ?? ''),
    };
  if (type === 'file_input') return { type, files: many(entry ?? null).map((id) => ({ id })) };
  if (type === 'datetimepicker') {
    const at = entry === undefined ? element.initial_date_time : Number(one(entry));
    return { type, selected_date_time: at ?? null };
  }
  if (type === 'checkboxes' || /^multi_(static|external)_select$/.test(type)) {
    const initial = listOf(element.initial_options);
    const chosen = entry === undefined ? initial : many(entry).map((wanted) => optionFor(element, wanted));
    return { type, selected_options: chosen };
  }
  const plural = /^multi_(users|conversations|channels)_select$/.exec(type);
  if (plural) {
    const name = plural[1] ?? '';
    const chosen = entry === undefined ? listOf(element[`initial_${name}`]) : [...many(entry)];
    return { type, [`selected_${name}`]: chosen };
  }
  const name = single[type];
  if (name !== undefined) {
    const value = entry === undefined ? (element[`initial_${name}`] ?? null) : one(entry);
    return { type, [`selected_${name}`]: value };
  }
  const wanted = entry === undefined ? undefined : one(entry);
  if (wanted === undefined) return { type, selected_option: element.initial_option ?? null };
  return { type, selected_option: wanted === null ? null : optionFor(element, wanted) };
}

const richText = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});

/** Whether anything is entered. */
export const isFilled = (value: Json): boolean =>
  Object.entries(value).some(
    ([field, held]) =>
      field !== 'type' &&
      held !== null &&
      held !== undefined &&
      held !== '' &&
      (!Array.isArray(held) || held.length > 0),
  );
