import { type Json, recordOf, recordsOf, textOf } from '../json.ts';
import type { Message } from '../messages.ts';
import { interactiveElements } from '../payload-rules/unique-ids.ts';
import type { View } from '../views.ts';
import { elementValue } from './form-values.ts';

export type Surface = Message | View;

export interface Control {
  readonly block: Json;
  readonly element: Json;
}

export const isView = (surface: Surface): surface is View => 'json' in surface;

export const blocksOf = (surface: Surface): Json[] =>
  isView(surface) ? recordsOf(surface.json.blocks) : (surface.blocks ?? []);

/** Everything on the surface a person can press, choose or fill in. */
export function controlsOf(surface: Surface): Control[] {
  return blocksOf(surface).flatMap((block) => {
    const nested = recordsOf(block.elements).flatMap((card) => (card.type === 'card' ? [card] : []));
    return [block, ...nested].flatMap((of) =>
      interactiveElements(of)
        .filter(([, element]) => textOf(element.action_id) !== '')
        .map(([, element]) => ({ block, element })),
    );
  });
}

const feedbackSide = (element: Json, wanted: string): Json | undefined =>
  [recordOf(element.positive_button), recordOf(element.negative_button)].find(
    (button) => recordOf(button.text).text === wanted || button.value === wanted,
  );

const labels = ({ block, element }: Control): unknown[] => [
  element.action_id,
  block.block_id,
  recordOf(element.text).text,
  recordOf(block.label).text,
  recordOf(element.placeholder).text,
];

/** By action_id first, then by what the person reads; throws when it is not there. */
export function findControl(surface: Surface, wanted: string): Control {
  const controls = controlsOf(surface);
  const found =
    controls.find(({ element }) => element.action_id === wanted) ??
    controls.find((control) => labels(control).includes(wanted)) ??
    controls.find(({ element }) => feedbackSide(element, wanted) !== undefined);
  if (found) return found;
  const there = controls.map((control) => labels(control).filter(Boolean).join(' / ')).join('; ');
  throw new Error(`nothing named ${wanted} to act on; there is: ${there || 'nothing'}`);
}

/** The half of a pair of feedback buttons that goes by this text or value. */
export function feedbackButton({ element }: Control, wanted: string): Json {
  const side = feedbackSide(element, wanted);
  if (!side) throw new Error(`say which feedback button: neither is ${wanted}`);
  return side;
}

const stateful = (element: Json) => !/(?<!radio_)button|overflow|^image$/.test(textOf(element.type));

/** `state.values`: what every stateful element on the surface holds. */
export function stateOf(surface: Surface, entered: Record<string, Record<string, Json>>): Json {
  const values: Record<string, Record<string, Json>> = {};
  for (const { block, element } of controlsOf(surface)) {
    if (!stateful(element)) continue;
    const blockId = textOf(block.block_id);
    const actionId = textOf(element.action_id);
    const held = entered[blockId]?.[actionId] ?? elementValue(element, undefined);
    values[blockId] = { ...values[blockId], [actionId]: held };
  }
  return { values };
}
