import { styleText } from 'node:util';
import type { Action, Reply } from '../../desk/reply.ts';
import { wording } from '../../desk/wording.ts';
import { withoutControls } from '../../markdown/without-controls.ts';
import { controlOf } from '../action-kinds.ts';
import { renderMarkdown } from './render-markdown.ts';

export interface TerminalLook {
  readonly width: number;
  readonly colours: boolean;
}

/** A reply as text. What may be done next is numbered from `firstNumber` on, where somebody can type the number. */
export function toTerminal(
  reply: Reply,
  look: TerminalLook,
  { firstNumber }: { readonly firstNumber?: number } = {},
): string {
  const bold = (text: string) => (look.colours ? styleText('bold', text, { validateStream: false }) : text);
  const parts = [bold(withoutControls(reply.title)), ''];
  const width = Math.max(0, ...reply.facts.map((fact) => fact.label.length));
  for (const { label, value } of reply.facts) parts.push(`${label.padEnd(width)}  ${withoutControls(value)}`);
  if (reply.facts.length > 0) parts.push('');
  parts.push(renderMarkdown(reply.body, look));
  if (reply.picture) parts.push('', `[${withoutControls(reply.picture.alternative)}]`);
  parts.push(...(firstNumber === undefined ? articlesOf(reply) : stepsOf(reply, firstNumber)));
  return parts.join('\n').trimEnd();
}

function stepsOf(reply: Reply, firstNumber: number): string[] {
  const steps = reply.actions.map(
    (action, at) => `  ${firstNumber + at}  ${withoutControls(controlOf(action, reply).label)}`,
  );
  return steps.length > 0 ? ['', `${wording.next}:`, ...steps] : [];
}

function articlesOf(reply: Reply): string[] {
  const further = reply.actions.filter((action) => isFurther(action, reply));
  const titles = further.map((action) => `  - ${withoutControls(controlOf(action, reply).label)}`);
  return titles.length > 0 ? ['', `${wording.more}:`, ...titles] : [];
}

const isFurther = (action: Action, { kind, sources }: Reply): boolean =>
  action.kind === 'show-article' && !(kind === 'answer' && action.slug === sources[0]?.slug);
