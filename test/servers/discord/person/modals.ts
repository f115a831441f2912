import { type Json, recordOf, recordsOf, textOf } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { interactionType } from '../interactions/interactions.ts';
import type { NewFile } from '../messages/attachments.ts';
import { withIds } from '../messages/filled-components.ts';
import { componentType } from '../payload-rules/controls.ts';
import type { User } from '../world/guild.ts';
import type { Ref } from '../world/world.ts';
import { countProblem, selectedValues } from './components.ts';
import { act, type Modal, type OpenModals, type Outcome, type Patience } from './outcome.ts';
import { createResolved, isFile, type Resolved } from './resolved.ts';

/** What a person enters in a field: words, options, people, files, a tick. */
export type Entry = string | boolean | Ref | NewFile | readonly (Ref | NewFile)[];

export interface SubmitOutcome extends Outcome {
  /** What Discord shows under the fields: custom_id → words. */
  readonly errors?: Readonly<Record<string, string>>;
}

const { textInput, checkbox, radioGroup, checkboxGroup, fileUpload } = componentType;

interface Field {
  readonly component: Json;
  readonly label: string;
}

function fieldsOf(components: readonly Json[]): Field[] {
  return components.flatMap(({ label, component, components: inRow }) => {
    if (component !== undefined) return [{ component: recordOf(component), label: textOf(label) }];
    return recordsOf(inRow).map((of) => ({ component: of, label: textOf(of.label) }));
  });
}

const many = (entry: Entry | undefined): readonly (Ref | NewFile)[] => {
  if (entry === undefined || typeof entry === 'boolean') return [];
  return Array.isArray(entry) ? (entry as readonly (Ref | NewFile)[]) : [entry as Ref | NewFile];
};

const preselected = (component: Json): string[] => [
  ...recordsOf(component.options)
    .filter((of) => of.default === true)
    .map(({ value }) => textOf(value)),
  ...recordsOf(component.default_values).map(({ id }) => textOf(id)),
];

/** The field as the submission has it: what was entered, or what it started with. */
function answered(component: Json, entry: Entry | undefined, resolved: Resolved): Json {
  const { type, id, custom_id } = component;
  const base = { type, id, custom_id };
  if (type === textInput)
    return { ...base, value: entry === undefined ? textOf(component.value) : String(entry) };
  if (type === checkbox)
    return { ...base, value: entry === undefined ? component.default === true : entry === true };
  if (type === fileUpload) return { ...base, values: many(entry).filter(isFile).map(resolved.file) };
  const refs = entry === undefined ? preselected(component) : (many(entry) as readonly Ref[]);
  const values = selectedValues(component, refs, resolved);
  return type === radioGroup ? { ...base, value: values[0] ?? null } : { ...base, values };
}

function lengthProblem(
  { min_length: min, max_length: max }: Json,
  value: string,
  required: boolean,
): string | undefined {
  const length = [...value].length;
  if (length === 0) return required ? 'This field is required' : undefined;
  if (typeof min === 'number' && length < min) return `Must be at least ${min} characters`;
  return length > (typeof max === 'number' ? max : 4000)
    ? `Must be ${max ?? 4000} or fewer characters`
    : undefined;
}

/** What Discord's own client objects to before it bothers the app. */
function problemOf(component: Json, answer: Json): string | undefined {
  const required = component.required !== false;
  if (component.type === textInput) return lengthProblem(component, textOf(answer.value), required);
  if (component.type === checkbox) return undefined;
  if (component.type === radioGroup)
    return required && answer.value === null ? 'This field is required' : undefined;
  const count = Array.isArray(answer.values) ? answer.values.length : 0;
  if (count === 0) return required ? 'This field is required' : undefined;
  const most = component.type === checkboxGroup ? recordsOf(component.options).length : 1;
  return countProblem({ max_values: most, ...component }, count);
}

export function createModalUse(backend: Backend, modals: OpenModals) {
  return {
    /** The modal before the person, if one is open. */
    modal: (user: User): Modal | undefined => modals.get(user.id),
    /** Discord tells the app nothing of a modal that is closed. */
    closeModal: (user: User): void => {
      modals.delete(user.id);
    },
    /** Enters by custom_id or label, and submits. The modal stays open when that fails. */
    submitModal: async (
      user: User,
      entries: Readonly<Record<string, Entry>> = {},
      { patienceMs }: Patience = {},
    ): Promise<SubmitOutcome> => {
      const modal = modals.get(user.id);
      if (!modal) throw new Error(`${user.name} has no modal open`);
      const { channel, message } = modal.interaction;
      const components = withIds(recordsOf(modal.json.components));
      const resolved = createResolved(backend, channel);
      const fields = fieldsOf(components);
      const unknown = Object.keys(entries).find(
        (name) => !fields.some(({ component, label }) => component.custom_id === name || label === name),
      );
      if (unknown !== undefined) throw new Error(`the modal has no field ${unknown}`);

      const errors: Record<string, string> = {};
      const answers = new Map<Json, Json>();
      for (const { component, label } of fields) {
        const customId = textOf(component.custom_id);
        const answer = answered(component, entries[customId] ?? entries[label], resolved);
        const problem = problemOf(component, answer);
        if (problem !== undefined) errors[customId] = problem;
        answers.set(component, answer);
      }
      if (Object.keys(errors).length > 0) return { ok: false, error: 'client_validation', errors };

      const submitted = components.map(({ type, id, component, components: inRow }) => {
        if (component !== undefined) return { type, id, component: answers.get(recordOf(component)) };
        return Array.isArray(inRow)
          ? { type, id, components: recordsOf(inRow).map((of) => answers.get(of)) }
          : { type, id };
      });
      const data = { custom_id: modal.customId, components: submitted, ...resolved.json() };
      const name = `modal ${modal.customId}`;
      const what = { type: interactionType.modalSubmit, name, user, channel, message, data };
      const outcome = await act(backend, modals, what, { patienceMs });
      if (outcome.ok && modals.get(user.id) === modal) modals.delete(user.id);
      return outcome;
    },
  };
}
