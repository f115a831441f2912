import type { Backend } from '../backend.ts';
import { isRecord, type Json, recordOf, recordsOf, textOf, withoutUndefined } from '../json.ts';
import { suggestedGroups, suggestedOptions } from '../payload-rules/elements.ts';
import type { User } from '../workspace.ts';
import { type Control, feedbackButton, findControl, isView, type Surface, stateOf } from './controls.ts';
import { type Entry, elementValue } from './form-values.ts';
import { interactionBase, type Outcome, outcomeOf, shownName } from './outcome.ts';

/** What a person chose in messages: Slack's clients remember it until the message changes. */
type Chosen = Record<string, Record<string, Json>>;

/** The team whose installation of the app put it there: a stranger's press goes to that one. */
const teamOf = (surface: Surface): string => (isView(surface) ? surface.teamId : surface.team);

export function createInteractions(backend: Backend) {
  const { workspace, deliveries, triggers, responseUrls, messages, clock } = backend;
  const chosen = new Map<string, Chosen>();

  function enteredIn(user: User, surface: Surface): Chosen {
    if (isView(surface)) return surface.values;
    const key = `${user.id} ${surface.ts}`;
    const values = chosen.get(key) ?? {};
    chosen.set(key, values);
    return values;
  }

  function mustSee(user: User, surface: Surface): void {
    const lost = () => {
      throw new Error(`${user.name} does not have that before them`);
    };
    if (isView(surface)) {
      const open =
        backend.views.stackOf(user.id).includes(surface) || backend.views.homeOf(user.id) === surface;
      if (!open) lost();
    } else if (surface.ephemeralFor !== undefined) {
      if (surface.ephemeralFor !== user.id || surface.deleted) lost();
    } else if (surface.deleted || !workspace.channels.get(surface.channel)?.members.has(user.id)) lost();
  }

  /** Where it happened, as a block_actions or block_suggestion payload has it. */
  function placeOf(user: User, surface: Surface): Json {
    if (isView(surface))
      return {
        container: { type: 'view', view_id: surface.id },
        view: { ...surface.json, state: stateOf(surface, surface.values) },
      };
    const channel = workspace.channels.get(surface.channel);
    const ephemeral = surface.ephemeralFor !== undefined;
    return withoutUndefined({
      container: withoutUndefined({
        type: 'message',
        message_ts: surface.ts,
        channel_id: surface.channel,
        is_ephemeral: ephemeral,
        thread_ts: surface.thread_ts,
      }),
      channel: { id: surface.channel, name: channel ? shownName(channel) : '' },
      // The app gets no copy of an ephemeral message back.
      message: ephemeral ? undefined : messages.json(surface),
      state: stateOf(surface, enteredIn(user, surface)),
    });
  }

  async function act(
    user: User,
    surface: Surface,
    { block, element }: Control,
    what: Json,
  ): Promise<Outcome> {
    const action = {
      action_id: element.action_id,
      block_id: block.block_id,
      type: element.type,
      ...what,
      action_ts: clock.ts(),
    };
    const viewId = isView(surface) ? surface.id : undefined;
    const teamId = teamOf(surface);
    const payload: Json = {
      type: 'block_actions',
      ...interactionBase(backend, user, teamId),
      trigger_id: triggers.issue(user.id, teamId, viewId),
      ...placeOf(user, surface),
      actions: [withoutUndefined(action)],
    };
    if (!isView(surface))
      payload.response_url = responseUrls.issue('actions', {
        userId: user.id,
        teamId,
        channelId: surface.channel,
        message: surface,
      });
    const name = `block_actions ${textOf(element.action_id)}`;
    return outcomeOf(await deliveries.request('interactive', name, payload, false));
  }

  return {
    /** `wanted`: the action_id, or the words on the button. */
    pressButton: async (user: User, surface: Surface, wanted: string): Promise<Outcome> => {
      mustSee(user, surface);
      const control = findControl(surface, wanted);
      const { type, text, value, url } = control.element;
      if (type === 'feedback_buttons') {
        const side = feedbackButton(control, wanted);
        return act(user, surface, control, { text: side.text, value: side.value });
      }
      if (type !== 'button' && type !== 'icon_button') throw new Error(`${wanted} is no button`);
      return act(user, surface, control, { text, value, url });
    },
    /** Chooses in a menu. Inside an input block the app hears nothing until the view is submitted. */
    select: async (user: User, surface: Surface, wanted: string, entry: Entry): Promise<Outcome> => {
      mustSee(user, surface);
      const control = findControl(surface, wanted);
      const { block, element } = control;
      const value = elementValue(element, entry);
      const entered = enteredIn(user, surface);
      const blockId = textOf(block.block_id);
      entered[blockId] = { ...entered[blockId], [textOf(element.action_id)]: value };
      if (block.type === 'input' && block.dispatch_action !== true) return { ok: true };
      return act(user, surface, control, { ...value, placeholder: element.placeholder });
    },
    /** Types into an external menu; gives the texts of what the app suggests. */
    suggestOptions: async (
      user: User,
      surface: Surface,
      wanted: string,
      typed: string,
    ): Promise<Outcome & { options: string[] }> => {
      mustSee(user, surface);
      const { block, element } = findControl(surface, wanted);
      const shortest = typeof element.min_query_length === 'number' ? element.min_query_length : 3;
      if (typed.length < shortest) return { ok: true, options: [] };
      const payload = {
        type: 'block_suggestion',
        ...interactionBase(backend, user, teamOf(surface)),
        ...placeOf(user, surface),
        action_id: element.action_id,
        block_id: block.block_id,
        value: typed,
      };
      const name = `block_suggestion ${textOf(element.action_id)}`;
      const outcome = outcomeOf(await deliveries.request('interactive', name, payload, true));
      return { ...outcome, ...suggestions(outcome) };
    },
  };
}

function suggestions({ ok, body }: Outcome): { ok: boolean; error?: string; options: string[] } {
  if (!ok) return { ok, options: [] };
  const answer = isRecord(body) ? body : {};
  const issues: string[] = [];
  const report = (issue: string, at: string) => issues.push(`${issue} [${at}]`);
  if (answer.options !== undefined) suggestedOptions(answer.options, '/options', report);
  else suggestedGroups(answer.option_groups, '/option_groups', report);
  if (issues.length > 0) return { ok: false, error: `invalid_options: ${issues.join('; ')}`, options: [] };
  const groups = recordsOf(answer.option_groups).flatMap((group) => recordsOf(group.options));
  const options = [...recordsOf(answer.options), ...groups];
  return { ok: true, options: options.map((option) => textOf(recordOf(option.text).text)) };
}
