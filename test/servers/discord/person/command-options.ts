import { type Json, recordsOf, textOf } from '../../slack/json.ts';
import type { NewFile } from '../messages/attachments.ts';
import { optionType } from '../payload-rules/command-option-rules.ts';
import type { Ref } from '../world/world.ts';
import { isFile, type Resolved } from './resolved.ts';

/** What a person enters for an option: words, a number, a user or channel, a file. */
export type OptionValue = string | number | boolean | Ref | NewFile;
export type OptionValues = Readonly<Record<string, OptionValue>>;

const kindsOf: Record<number, readonly ('user' | 'role' | 'channel')[]> = {
  [optionType.user]: ['user'],
  [optionType.role]: ['role'],
  [optionType.channel]: ['channel'],
  [optionType.mentionable]: ['user', 'role'],
};

function checkText(option: Json, given: string): string {
  const { min_length: min, max_length: max, name } = option;
  const length = [...given].length;
  if ((typeof min === 'number' && length < min) || length > (typeof max === 'number' ? max : 6000))
    throw new Error(`Discord does not let anyone enter ${length} characters for ${textOf(name)}`);
  return given;
}

function checkNumber(option: Json, given: number): number {
  const { min_value: min, max_value: max, type, name } = option;
  const isOut = (typeof min === 'number' && given < min) || (typeof max === 'number' && given > max);
  if (isOut || (type === optionType.integer && !Number.isInteger(given)))
    throw new Error(`Discord does not let anyone enter ${given} for ${textOf(name)}`);
  return given;
}

function entered(option: Json, given: OptionValue, resolved: Resolved): string | number | boolean {
  const choices = recordsOf(option.choices);
  if (choices.length > 0) {
    const picked = choices.find(({ name, value }) => name === given || value === given);
    if (!picked) throw new Error(`${textOf(option.name)} has no choice ${String(given)}`);
    return picked.value as string | number;
  }
  const type = Number(option.type);
  const kinds = kindsOf[type];
  if (kinds) return resolved.entity(given as Ref, kinds);
  if (type === optionType.attachment) {
    if (!isFile(given)) throw new Error(`${textOf(option.name)} wants a file`);
    return resolved.file(given);
  }
  if (type === optionType.boolean) return given === true;
  return type === optionType.string ? checkText(option, String(given)) : checkNumber(option, Number(given));
}

/** The options as the interaction has them; what Discord's client would not let through is an error of the test. */
export function enteredOptions(
  options: readonly Json[],
  values: OptionValues,
  resolved: Resolved,
  focus?: { readonly option: string; readonly typed: string },
): Json[] {
  const unknown = Object.keys(values).find((name) => !options.some((option) => option.name === name));
  if (unknown !== undefined) throw new Error(`the command has no option ${unknown}`);
  return options.flatMap((option) => {
    const name = textOf(option.name);
    if (focus?.option === name) return [{ name, type: option.type, value: focus.typed, focused: true }];
    const given = values[name];
    if (given !== undefined) return [{ name, type: option.type, value: entered(option, given, resolved) }];
    if (option.required === true && !focus) throw new Error(`the command wants the option ${name}`);
    return [];
  });
}
