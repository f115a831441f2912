import { styleText } from 'node:util';
import { type MarkdownToken, parseMarkdown } from '../../markdown/parse-markdown.ts';
import { withoutControls } from '../../markdown/without-controls.ts';

type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

const plain: Style = (_format, text) => text;
const coloured: Style = (format, text) => styleText(format, text, { validateStream: false });

/** Markdown for a terminal of `width` columns; without `colours` it is plain text. */
export function renderMarkdown(
  source: string,
  { width, colours }: { width: number; colours: boolean },
): string {
  const style = colours ? coloured : plain;
  const out: string[] = [];
  const lists: { next: number | undefined }[] = [];
  let bullet = '';
  let row: string[] = [];
  let quoted = false;
  const indent = () => '   '.repeat(Math.max(0, lists.length - (bullet ? 1 : 0)));
  const tokens = parseMarkdown(withoutControls(source));
  tokens.forEach((token, at) => {
    switch (token.type) {
      case 'heading_open':
        out.push('', style('bold', inlineText(tokens[at + 1]?.children ?? [], style)));
        break;
      case 'ordered_list_open':
        lists.push({ next: Number(token.attrGet('start') ?? 1) });
        break;
      case 'bullet_list_open':
        lists.push({ next: undefined });
        break;
      case 'ordered_list_close':
      case 'bullet_list_close':
        lists.pop();
        break;
      case 'list_item_open': {
        const list = lists.at(-1);
        bullet = list?.next === undefined ? '-  ' : `${list.next}.`.padEnd(3);
        if (list?.next !== undefined) list.next++;
        break;
      }
      case 'blockquote_open':
      case 'blockquote_close':
        quoted = token.type === 'blockquote_open';
        break;
      case 'fence':
      case 'code_block':
        for (const line of token.content.trimEnd().split('\n')) out.push(`    ${style('cyan', line)}`);
        break;
      case 'hr':
        out.push('-'.repeat(Math.min(width, 40)));
        break;
      case 'tr_open':
        row = [];
        break;
      case 'tr_close':
        out.push(row.join('  |  '));
        break;
      case 'inline': {
        if (tokens[at - 1]?.type === 'heading_open') break;
        const text = inlineText(token.children ?? [], style);
        if (/^t[hd]_open$/.test(tokens[at - 1]?.type ?? '')) {
          row.push(text);
          break;
        }
        if (lists.length === 0) out.push('');
        const lead = indent() + bullet + (quoted ? '> ' : '');
        out.push(...wrap(text, lead, width));
        bullet = '';
        break;
      }
    }
  });
  return out.join('\n').trim();
}

function inlineText(children: readonly MarkdownToken[], style: Style): string {
  let text = '';
  const links: string[] = [];
  let bold = false;
  for (const child of children) {
    if (child.type === 'text') text += bold ? style('bold', child.content) : child.content;
    else if (child.type === 'code_inline') text += style('cyan', child.content);
    else if (child.type === 'strong_open' || child.type === 'strong_close')
      bold = child.type === 'strong_open';
    else if (child.type === 'softbreak' || child.type === 'hardbreak') text += ' ';
    else if (child.type === 'image') text += child.content;
    else if (child.type === 'link_open') links.push(String(child.attrGet('href') ?? ''));
    else if (child.type === 'link_close') {
      const href = links.pop() ?? '';
      if (/^https?:/.test(href)) text += style('dim', ` (${href})`);
    }
  }
  return text;
}

/** Breaks at spaces; what stands after the first line is indented to the text. */
function wrap(text: string, lead: string, width: number): string[] {
  const lines: string[] = [];
  let line = lead;
  let length = lead.length;
  for (const word of text.split(' ')) {
    const shown = visibleLength(word);
    if (length + shown + 1 > width && length > lead.length) {
      lines.push(line);
      line = ' '.repeat(lead.length);
      length = lead.length;
    }
    const gap = length > lead.length ? ' ' : '';
    line += gap + word;
    length += gap.length + shown;
  }
  lines.push(line);
  return lines;
}

function visibleLength(text: string): number {
  return text.replace(/\u001b\[[0-9;]*m/g, '').length;
}
