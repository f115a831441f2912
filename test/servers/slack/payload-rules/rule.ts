import { isRecord, type Json } from '../json.ts';

export type Report = (issue: string, at: string) => void;

/** Says through `report`, in Slack's own words, what is wrong with a value found at a JSON pointer. */
export type Rule = (value: unknown, at: string, report: Report) => void;

export const anything: Rule = () => {};

/** Slack counts characters, not UTF-16 units. */
export const characters = (text: string): number => [...text].length;

export function string({ min = 0, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string') return report('must provide a string', at);
    const length = characters(value);
    if (length < min) report(`must be more than ${min - 1} characters`, at);
    if (length > max) report(`must be less than ${max + 1} characters`, at);
  };
}

export const flag: Rule = (value, at, report) => {
  if (typeof value !== 'boolean') report('must provide a boolean', at);
};

export function number({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, at, report) => {
    if (typeof value !== 'number') return report('must provide a number', at);
    if (value < min) report(`must be greater than ${min - 1}`, at);
    if (value > max) report(`must be less than ${max + 1}`, at);
  };
}

export function choice(...values: readonly string[]): Rule {
  return (value, at, report) => {
    if (typeof value !== 'string' || !values.includes(value))
      report(`must be a valid enum value, one of: ${values.join(', ')}`, at);
  };
}

export function list(item: Rule, { min = 0, max = Number.POSITIVE_INFINITY } = {}): Rule {
  return (value, at, report) => {
    if (!Array.isArray(value)) return report('must provide an array', at);
    if (value.length < min) report(`must provide at least ${min} items`, at);
    if (value.length > max) report(`no more than ${max} items allowed`, at);
    for (const [index, entry] of value.entries()) item(entry, `${at}/${index}`, report);
  };
}

/** An object with these fields and no others: Slack refuses what it does not know. */
export function shape(required: Record<string, Rule>, optional: Record<string, Rule> = {}): Rule {
  const known = new Map([...Object.entries(required), ...Object.entries(optional)]);
  return (value, at, report) => {
    if (!isRecord(value)) return report('must provide an object', at);
    for (const field of Object.keys(required)) {
      if (value[field] === undefined) report(`missing required field: ${field}`, at);
    }
    for (const [field, entry] of Object.entries(value)) {
      if (entry === undefined) continue;
      const rule = known.get(field);
      if (rule) rule(entry, `${at}/${field}`, report);
      else report(`invalid additional property: ${field}`, at);
    }
  };
}

/** Picks the rule by the object's `type`. */
export function byType(rules: Record<string, Rule>): Rule {
  return (value, at, report) => {
    if (!isRecord(value)) return report('must provide an object', at);
    if (typeof value.type !== 'string') return report('missing required field: type', at);
    const rule = rules[value.type];
    if (rule) rule(value, at, report);
    else report(`unsupported type: ${value.type}`, `${at}/type`);
  };
}

/** Slack names a union that did not fit before it names the reason. */
export function anyOf(rule: Rule): Rule {
  return (value, at, report) => {
    const inner: [string, string][] = [];
    rule(value, at, (issue, where) => inner.push([issue, where]));
    if (inner.length > 0) report('failed to match all allowed schemas', at);
    for (const [issue, where] of inner) report(issue, where);
  };
}

export function both(...rules: readonly Rule[]): Rule {
  return (value, at, report) => {
    for (const rule of rules) rule(value, at, report);
  };
}

export const only = (names: readonly string[], rules: Record<string, Rule>): Record<string, Rule> =>
  Object.fromEntries(Object.entries(rules).filter(([name]) => names.includes(name)));

/** A condition on fields together, for objects that are one. */
export function when(check: (value: Json) => string | undefined): Rule {
  return (value, at, report) => {
    const issue = isRecord(value) ? check(value) : undefined;
    if (issue !== undefined) report(issue, at);
  };
}
