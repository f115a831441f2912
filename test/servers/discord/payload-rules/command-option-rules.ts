import { type Json, listOf, recordOf, recordsOf, textOf } from '../../slack/json.ts';
import {
  anything,
  both,
  choice,
  flag,
  integer,
  list,
  model,
  type Path,
  type Report,
  type Rule,
  text,
  when,
} from './rule.ts';

export const optionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

export const chatName: Rule = (value, path, report) => {
  text({ min: 1, max: 32 })(value, path, report);
  const name = textOf(value);
  if (!namePattern.test(name) || name !== name.toLowerCase())
    report(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
};
export const description = text({ min: 1, max: 100 });
export const each =
  (rule: Rule): Rule =>
  (value, path, report) => {
    for (const [locale, entry] of Object.entries(recordOf(value))) rule(entry, [...path, locale], report);
  };

const optionChoice: Rule = (value, path, report) => {
  model(
    { name: text({ min: 1, max: 100 }), value: anything },
    { name_localizations: each(text({ min: 1, max: 100 })) },
  )(value, path, report);
  const given = recordOf(value).value;
  if (typeof given === 'string') text({ min: 1, max: 100 })(given, [...path, 'value'], report);
};

const suggestsOnce = when(({ autocomplete, choices }) =>
  autocomplete === true && listOf(choices).length > 0
    ? [
        'choices',
        'APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE',
        'autocomplete and choices are mutually exclusive',
      ]
    : undefined,
);

function option(depth: number): Rule {
  return (value, path, report) => {
    const { type } = recordOf(value);
    const nests = type === optionType.subcommand || type === optionType.group;
    const optional = {
      name_localizations: each(chatName),
      description_localizations: each(description),
      required: flag,
      choices: list(optionChoice, { max: 25 }),
      autocomplete: flag,
      channel_types: list(integer()),
      min_length: integer({ min: 0, max: 6000 }),
      max_length: integer({ min: 1, max: 6000 }),
      ...(nests ? { options: commandOptions(depth + 1) } : {}),
    };
    const shape = model(
      { type: choice(...Object.values(optionType)), name: chatName, description },
      optional,
    );
    both(shape, suggestsOnce)(value, path, report);
    const tooDeep = (type === optionType.group && depth > 0) || (type === optionType.subcommand && depth > 1);
    if (tooDeep)
      report(
        [...path, 'type'],
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command option type is invalid',
      );
  };
}

function order(entries: readonly Json[], path: Path, report: Report): void {
  const names = new Set<unknown>();
  let optionalSeen = false;
  for (const [index, entry] of entries.entries()) {
    if (names.has(entry.name))
      report(
        [...path, index, 'name'],
        'APPLICATION_COMMAND_OPTION_NAME_ALREADY_EXISTS',
        'Option name already exists',
      );
    names.add(entry.name);
    const isNested = entry.type === optionType.subcommand || entry.type === optionType.group;
    if (isNested) continue;
    if (entry.required === true && optionalSeen)
      report(
        [...path, index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    optionalSeen ||= entry.required !== true;
  }
}

export function commandOptions(depth: number): Rule {
  return (value, path, report) => {
    list(option(depth), { max: 25 })(value, path, report);
    const entries = recordsOf(value);
    order(entries, path, report);
    const nested = entries.filter(({ type }) => type === optionType.subcommand || type === optionType.group);
    if (nested.length > 0 && nested.length < entries.length)
      report(
        path,
        'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
        'Sub-command and sub-command group option types are mutually exclusive to all other types',
      );
  };
}
