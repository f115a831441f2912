import type { Modal } from '../../servers/discord/person/outcome.ts';
import { recordOf, recordsOf, textOf } from '../../servers/slack/json.ts';
import type { Form } from '../contract/stage.ts';

/** A form as it stands open before somebody. */
export function formIn(modal: Modal | undefined): Form | undefined {
  if (!modal) return undefined;
  const fields = recordsOf(modal.json.components).map(({ label, component }) => {
    const { value, options, default_values } = recordOf(component);
    const [chosen] = [
      ...recordsOf(options).filter((one) => one.default === true),
      ...recordsOf(default_values),
    ];
    return [textOf(label), textOf(value ?? chosen?.value ?? chosen?.id)] as const;
  });
  return { title: modal.title, fields: Object.fromEntries(fields) };
}
