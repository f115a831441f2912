import { type Json, recordOf, recordsOf, textOf } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { interactionType } from '../interactions/interactions.ts';
import type { Message } from '../messages/message.ts';
import { componentType, everyComponent } from '../payload-rules/controls.ts';
import type { Channel } from '../world/channel.ts';
import type { User } from '../world/guild.ts';
import { may } from '../world/permissions.ts';
import type { Ref } from '../world/world.ts';
import { act, type OpenModals, type Outcome, type Patience } from './outcome.ts';
import { createResolved, type Resolved } from './resolved.ts';

const kindsOf: Record<number, readonly ('user' | 'role' | 'channel')[]> = {
  [componentType.userSelect]: ['user'],
  [componentType.roleSelect]: ['role'],
  [componentType.mentionableSelect]: ['user', 'role'],
  [componentType.channelSelect]: ['channel'],
};

/** Options are chosen by their value or by the words on them; people, roles and channels as they are. */
export function selectedValues(component: Json, wanted: readonly Ref[], resolved: Resolved): string[] {
  const kinds = kindsOf[Number(component.type)];
  if (kinds) return wanted.map((ref) => resolved.entity(ref, kinds));
  return wanted.map((ref) => {
    const option = recordsOf(component.options).find(({ value, label }) => value === ref || label === ref);
    if (!option) throw new Error(`no option ${String(ref)} in ${textOf(component.custom_id)}`);
    return textOf(option.value);
  });
}

export function countProblem(component: Json, count: number): string | undefined {
  const [min, max] = [component.min_values ?? 1, component.max_values ?? 1].map(Number);
  return count >= (min ?? 1) && count <= (max ?? 1) ? undefined : `Choose ${min} to ${max}, not ${count}`;
}

export function createComponentUse(backend: Backend, modals: OpenModals) {
  const { world } = backend;

  function placeOf(user: User, message: Message): Channel {
    const channel = world.channels.get(message.channelId);
    const isOthers = message.ephemeralFor !== undefined && message.ephemeralFor !== user.id;
    if (!channel || message.deleted || isOthers || !may(world, channel, user.id, 'ViewChannel'))
      throw new Error(`${user.name} does not have that message before them`);
    return channel;
  }

  function find(message: Message, wanted: string, isFitting: (type: unknown) => boolean): Json {
    const controls = everyComponent(message.components).filter(({ type }) => isFitting(type));
    const namesOf = ({ custom_id, label, placeholder, emoji }: Json) =>
      [custom_id, label, placeholder, recordOf(emoji).name].map(textOf).filter(Boolean);
    const found = controls.find((control) => namesOf(control).includes(wanted));
    const there = controls.map((control) => namesOf(control).join('/')).join(', ') || 'nothing';
    if (!found) throw new Error(`the message has no ${wanted}; there is ${there}`);
    if (found.disabled === true) throw new Error(`${wanted} is disabled`);
    if (found.custom_id === undefined) throw new Error(`${wanted} is a link: Discord tells the app nothing`);
    return found;
  }

  async function use(
    user: User,
    message: Message,
    control: Json,
    more: Json,
    { patienceMs }: Patience,
  ): Promise<Outcome> {
    const { id, custom_id, type: component_type } = control;
    const channel = placeOf(user, message);
    const data = { id, custom_id, component_type, ...more };
    const name = `component ${textOf(custom_id)}`;
    const what = { type: interactionType.component, name, user, channel, message, data };
    return act(backend, modals, what, { patienceMs });
  }

  return {
    /** `wanted`: the custom_id, or the words or emoji on the button. */
    press: async (
      user: User,
      message: Message,
      wanted: string,
      patience: Patience = {},
    ): Promise<Outcome> => {
      placeOf(user, message);
      const control = find(message, wanted, (type) => type === componentType.button);
      return use(user, message, control, {}, patience);
    },
    /** `wanted`: the custom_id or the placeholder of the menu. */
    choose: async (
      user: User,
      message: Message,
      wanted: string,
      chosen: Ref | readonly Ref[],
      patience: Patience = {},
    ): Promise<Outcome> => {
      const channel = placeOf(user, message);
      const control = find(message, wanted, (type) => Number(type) >= 3 && Number(type) <= 8);
      const resolved = createResolved(backend, channel);
      const refs = Array.isArray(chosen) ? (chosen as readonly Ref[]) : [chosen as Ref];
      const values = selectedValues(control, refs, resolved);
      const problem = countProblem(control, values.length);
      if (problem !== undefined) throw new Error(problem);
      return use(user, message, control, { values, ...resolved.json() }, patience);
    },
  };
}
