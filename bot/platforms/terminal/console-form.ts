import type { Given, Order } from '../../desk/orders/order.ts';

/** A form at the console: one field after the other. */
export interface ConsoleForm {
  /** Asks for the next field. */
  prompt(): string;
  /** Takes what was typed for it; true when the form is done, sent or given up. */
  take(text: string): Promise<boolean>;
}

/** An empty line keeps what stands there, `.` gives the form up. */
export function createConsoleForm(
  { fields }: Pick<Order, 'fields'>,
  filled: Given['values'],
  send: (values: Given['values']) => Promise<void>,
): ConsoleForm {
  const values: Record<string, string> = { ...filled };
  // What a command gave already is not asked for again.
  const asked = fields.filter(
    ({ name, required }) => (required && !values[name]) || filled[name] === undefined,
  );
  let at = 0;
  const skipped = () => asked[at] === undefined;
  return {
    prompt() {
      const field = asked[at];
      if (!field) return '';
      const choices = field.choices?.map(({ value }) => value).join(', ');
      const hint = choices ? ` (${choices})` : field.required ? '' : ' (empty: left out)';
      return `${field.label}${hint}, or . to leave:`;
    },
    async take(text) {
      const field = asked[at];
      const typed = text.trim();
      if (!field || typed === '.') return true;
      if (typed === '' && field.required && !values[field.name]) return false;
      if (typed !== '') values[field.name] = typed;
      at++;
      if (!skipped()) return false;
      await send(values);
      return true;
    },
  };
}
