import type { Backend } from '../backend.ts';
import { isRecord, type Json, recordOf, textOf } from '../json.ts';
import { checkView } from '../payload-rules/view-rules.ts';
import type { View } from '../views.ts';
import type { User } from '../workspace.ts';
import { controlsOf, stateOf } from './controls.ts';
import { type Entry, elementValue, isFilled } from './form-values.ts';
import { interactionBase, type Outcome, outcomeOf } from './outcome.ts';

export interface SubmitOutcome extends Outcome {
  readonly responseAction?: string;
  /** What Slack shows under the fields: block_id → words. */
  readonly errors?: Record<string, string>;
}

/** Enters by block_id, action_id or label; throws for a name no field has. */
function fill(view: View, entries: Readonly<Record<string, Entry>>): void {
  const controls = controlsOf(view);
  for (const [name, entry] of Object.entries(entries)) {
    const control = controls.find(
      ({ block, element }) =>
        block.block_id === name || element.action_id === name || recordOf(block.label).text === name,
    );
    if (!control) throw new Error(`the view has no field ${name}`);
    const { block, element } = control;
    const blockId = textOf(block.block_id);
    const value = elementValue(element, entry);
    view.values[blockId] = { ...view.values[blockId], [textOf(element.action_id)]: value };
  }
}

/** What Slack's own client objects to before it bothers the app. */
function clientErrors(view: View): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { block, element } of controlsOf(view)) {
    if (block.type !== 'input') continue;
    const blockId = textOf(block.block_id);
    const value = view.values[blockId]?.[textOf(element.action_id)] ?? elementValue(element, undefined);
    if (block.optional !== true && !isFilled(value)) errors[blockId] = 'Please complete this required field.';
    const { max_length, min_length } = element;
    const length = textOf(value.value).length;
    if (typeof max_length === 'number' && length > max_length)
      errors[blockId] = `Please enter no more than ${max_length} characters.`;
    if (typeof min_length === 'number' && length > 0 && length < min_length)
      errors[blockId] = `Please enter at least ${min_length} characters.`;
  }
  return errors;
}

export function createModals(backend: Backend) {
  const { views, installs, deliveries, triggers, changes } = backend;

  /** Does what the app's acknowledgement says with the modals; gives Slack's error when it makes no sense. */
  function follow(view: View, answer: Json): string | undefined {
    const installation = installs.of(view.teamId);
    const action = textOf(answer.response_action);
    if (!installation) return 'no_installation';
    if (action === '') views.close(view);
    else if (action === 'clear') views.clear(view.userId);
    else if (action === 'errors') {
      const fields = controlsOf(view).map(({ block }) => block.block_id);
      const named = Object.keys(recordOf(answer.errors));
      if (named.length === 0 || !named.every((name) => fields.includes(name))) return 'invalid_errors';
    } else if (action === 'update' || action === 'push') {
      const problem = checkView(answer.view, 'modal');
      if (problem) return problem.error;
      const json = recordOf(answer.view);
      if (action === 'update') views.update(view, json, installation);
      else if (!views.push(json, view.userId, installation)) return 'push_limit_reached';
    } else return 'invalid_response_action';
    return undefined;
  }

  return {
    submitView: async (
      user: User,
      view: View,
      entries: Readonly<Record<string, Entry>> = {},
    ): Promise<SubmitOutcome> => {
      if (views.stackOf(user.id).at(-1) !== view)
        throw new Error(`${user.name} does not have that view before them`);
      fill(view, entries);
      const errors = clientErrors(view);
      if (Object.keys(errors).length > 0) return { ok: false, error: 'client_validation', errors };
      const payload = {
        type: 'view_submission',
        ...interactionBase(backend, user, view.teamId),
        trigger_id: triggers.issue(user.id, view.teamId, view.id),
        view: { ...view.json, state: stateOf(view, view.values) },
        response_urls: [],
      };
      const name = `view_submission ${textOf(view.json.callback_id)}`;
      const outcome = outcomeOf(await deliveries.request('interactive', name, payload, true));
      if (!outcome.ok) return outcome;
      const answer = isRecord(outcome.body) ? outcome.body : {};
      const problem = follow(view, answer);
      changes.note();
      if (problem !== undefined) return { ...outcome, ok: false, error: problem };
      const responseAction = textOf(answer.response_action);
      if (responseAction === '') return outcome;
      const shown = recordOf(answer.errors) as Record<string, string>;
      return { ...outcome, responseAction, ...(responseAction === 'errors' ? { errors: shown } : {}) };
    },
    /** Presses Cancel; with `everything`, the cross that closes the whole stack. */
    closeView: async (user: User, { everything = false } = {}): Promise<Outcome> => {
      const view = views.stackOf(user.id).at(-1);
      if (!view) throw new Error(`${user.name} has no view open`);
      if (everything) views.clear(user.id);
      else views.close(view);
      changes.note();
      if (view.json.notify_on_close !== true) return { ok: true };
      const payload = {
        type: 'view_closed',
        ...interactionBase(backend, user, view.teamId),
        view: { ...view.json, state: stateOf(view, view.values) },
        is_cleared: everything,
      };
      const name = `view_closed ${textOf(view.json.callback_id)}`;
      return outcomeOf(await deliveries.request('interactive', name, payload, false));
    },
  };
}
