import { styleText } from 'node:util';
import type { Action, Reply } from '../../desk/reply.ts';
import { wording } from '../../desk/wording.ts';
import { withoutControls } from '../../markdown/without-controls.ts';
import { renderMarkdown } from './render-markdown.ts';

export interface TerminalLook {
  readonly width: number;
  readonly colours: boolean;
}

export type ShowArticle = Extract<Action, { kind: 'show-article' }>;

/** A reply as text; what may be opened next is numbered in the order of `numberedActions`. */
export function toTerminal(reply: Reply, look: TerminalLook): string {
  const bold = (text: string) => (look.colours ? styleText('bold', text, { validateStream: false }) : text);
  const parts = [bold(withoutControls(reply.title)), ''];
  const width = Math.max(0, ...reply.facts.map((fact) => fact.label.length));
  for (const { label, value } of reply.facts) parts.push(`${label.padEnd(width)}  ${withoutControls(value)}`);
  if (reply.facts.length > 0) parts.push('');
  parts.push(renderMarkdown(reply.body, look));
  const numbered = numberedActions(reply);
  if (numbered.length > 0) parts.push('', `${wording.more}:`);
  numbered.forEach((action, at) => {
    const whole = reply.kind === 'answer' && action.slug === reply.sources[0]?.slug;
    parts.push(`  ${at + 1}  ${withoutControls(action.title)}${whole ? ' (the whole article)' : ''}`);
  });
  return parts.join('\n');
}

export function numberedActions(reply: Reply): ShowArticle[] {
  return reply.actions.filter((action) => action.kind === 'show-article');
}
