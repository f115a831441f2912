import { type Json, listOf, recordOf, recordsOf, textOf } from '../../slack/json.ts';
import { chatName, commandOptions, description, each } from './command-option-rules.ts';
import {
  characters,
  choice,
  flag,
  type Issue,
  isAbsent,
  issuesOf,
  list,
  model,
  type Rule,
  text,
} from './rule.ts';

export const commandType = { chat: 1, user: 2, message: 3 } as const;
const sizeLimit = 8000;
const menuName = text({ min: 1, max: 32 });

/** Names, descriptions and values, with the longest of each translation, over the command and all in it. */
function size(entry: Json): number {
  const longest = (field: string) => {
    const translations = Object.values(recordOf(entry[`${field}_localizations`])).map(textOf);
    return Math.max(0, ...[textOf(entry[field]), ...translations].map(characters));
  };
  const value = typeof entry.value === 'string' ? characters(entry.value) : 0;
  const inside = [...recordsOf(entry.options), ...recordsOf(entry.choices)];
  return longest('name') + longest('description') + value + inside.reduce((sum, of) => sum + size(of), 0);
}

const permissions: Rule = (value, path, report) => {
  if (!/^\d+$/.test(String(value)))
    report(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
};

const chatOptions = commandOptions(0);

const command: Rule = (value, path, report) => {
  const { type = commandType.chat, description: words, options: given } = recordOf(value);
  const isChat = type === commandType.chat;
  const optional = {
    type: choice(1, 2, 3),
    name_localizations: each(isChat ? chatName : menuName),
    description_localizations: each(description),
    default_member_permissions: permissions,
    dm_permission: flag,
    nsfw: flag,
    integration_types: list(choice(0, 1), { min: 1 }),
    contexts: list(choice(0, 1, 2), { min: 1 }),
    ...(isChat ? { options: chatOptions } : {}),
  };
  model({ name: isChat ? chatName : menuName, ...(isChat ? { description } : {}) }, optional)(
    value,
    path,
    report,
  );
  if (!isChat && textOf(words) !== '')
    report(
      [...path, 'description'],
      'APPLICATION_COMMAND_DESCRIPTION_CANNOT_BE_SET',
      'Context menu commands cannot have a description',
    );
  if (!isChat && listOf(given).length > 0)
    report(
      [...path, 'options'],
      'APPLICATION_COMMAND_OPTIONS_CANNOT_BE_SET',
      'Context menu commands cannot have options',
    );
  if (size(recordOf(value)) > sizeLimit)
    report(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${sizeLimit})`);
};

export const commandIssues = (body: unknown): Issue[] => issuesOf(command, body);

export function commandListIssues(body: unknown): Issue[] {
  return issuesOf((value, path, report) => {
    list(command)(value, path, report);
    const seen = new Set<string>();
    for (const [index, entry] of recordsOf(value).entries()) {
      const key = `${isAbsent(entry.type) ? 1 : entry.type} ${textOf(entry.name)}`;
      if (seen.has(key))
        report(
          [index, 'name'],
          'APPLICATION_COMMANDS_DUPLICATE_NAME',
          'Application command names must be unique',
        );
      seen.add(key);
    }
  }, body);
}

/** How many of each type an app may have in one scope. */
export const commandLimits: Record<number, number> = { 1: 100, 2: 15, 3: 15 };
