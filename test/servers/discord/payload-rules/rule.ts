import { isRecord, type Json } from '../../slack/json.ts';

export type Path = readonly (string | number)[];

export interface Issue {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

export type Report = (path: Path, code: string, message: string) => void;

/** Says through `report`, in Discord's own words, what is wrong with a value. */
export type Rule = (value: unknown, path: Path, report: Report) => void;

export const anything: Rule = () => {};

/** Discord counts characters, not UTF-16 units, after cutting the space around them. */
export const characters = (text: string): number => [...text.trim()].length;

export const isAbsent = (value: unknown): value is undefined | null => value === undefined || value === null;

function lengthIssue(length: number, min: number, max: number): [string, string] | undefined {
  if (length >= min && length <= max) return undefined;
  if (min > 0 && Number.isFinite(max))
    return ['BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`];
  if (length > max) return ['BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`];
  return ['BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`];
}

export function text({ min = 0, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, path, report) => {
    if (typeof value !== 'string')
      return report(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
    const issue = lengthIssue(characters(value), min, max);
    if (issue) report(path, ...issue);
  };
}

export function integer({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, path, report) => {
    if (typeof value !== 'number' || !Number.isInteger(value))
      return report(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    if (value < min) report(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (value > max) report(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  };
}

export const flag: Rule = (value, path, report) => {
  if (typeof value !== 'boolean') report(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
};

export const snowflake: Rule = (value, path, report) => {
  if (!/^\d{1,20}$/.test(String(value)))
    report(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`);
};

export function choice(...values: readonly (string | number)[]): Rule {
  return (value, path, report) => {
    if (!values.includes(value as string | number))
      report(
        path,
        'BASE_TYPE_CHOICES',
        `Value must be one of {${values.map((of) => JSON.stringify(of)).join(', ')}}.`,
      );
  };
}

export function list(item: Rule, { min = 0, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, path, report) => {
    if (!Array.isArray(value))
      return report(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    const issue = lengthIssue(value.length, min, max);
    if (issue) report(path, ...issue);
    for (const [index, entry] of value.entries()) item(entry, [...path, index], report);
  };
}

/** An object with these fields; Discord overlooks fields it does not know. */
export function model(required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule {
  return (value, path, report) => {
    if (!isRecord(value))
      return report(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    for (const [field, rule] of Object.entries(required)) {
      if (isAbsent(value[field])) report([...path, field], 'BASE_TYPE_REQUIRED', 'This field is required');
      else rule(value[field], [...path, field], report);
    }
    for (const [field, rule] of Object.entries(optional))
      if (!isAbsent(value[field])) rule(value[field], [...path, field], report);
  };
}

/** Picks the rule by the object's `type`, a number. */
export function union(rules: Readonly<Record<number, Rule>>): Rule {
  const types = Object.keys(rules).join(', ');
  return (value, path, report) => {
    if (!isRecord(value))
      return report(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    const rule = rules[Number(value.type)];
    if (rule) rule(value, path, report);
    else
      report(
        path,
        'UNION_TYPE_CHOICES',
        `Value of field "type" must be one of (${types.includes(',') ? types : `${types},`}).`,
      );
  };
}

export function both(...rules: readonly Rule[]): Rule {
  return (value, path, report) => {
    for (const rule of rules) rule(value, path, report);
  };
}

/** A condition on fields together; gives the field (or none), code and words of what is wrong. */
export function when(
  check: (value: Json) => readonly [field: string, code: string, message: string] | undefined,
): Rule {
  return (value, path, report) => {
    const issue = isRecord(value) ? check(value) : undefined;
    if (!issue) return;
    const [field, code, message] = issue;
    report(field === '' ? path : [...path, field], code, message);
  };
}

export function issuesOf(rule: Rule, value: unknown, path: Path = []): Issue[] {
  const issues: Issue[] = [];
  rule(value, path, (at, code, message) => issues.push({ path: at, code, message }));
  return issues;
}

/** The `errors` of a refusal: as deep as the form, with `_errors` at each wrong place. */
export function nestedErrors(issues: readonly Issue[]): Json {
  const root: Json = {};
  for (const { path, code, message } of issues) {
    let node = root;
    for (const step of path) {
      const next = node[step];
      const child: Json = isRecord(next) ? next : {};
      node[step] = child;
      node = child;
    }
    const known = Array.isArray(node._errors) ? node._errors : [];
    node._errors = [...known, { code, message }];
  }
  return root;
}
