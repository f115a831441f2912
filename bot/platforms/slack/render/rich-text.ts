import type { types } from '@slack/bolt';
import { type Block, type List, type Span, textOf } from '../../../markdown/document.ts';
import { plainText } from '../../../markdown/plain-text.ts';
import { literal } from './literal.ts';

export type RichPart = types.RichTextBlock['elements'][number];

/** Deeper lists than this leave no room for words on a phone. */
const deepest = 4;
/** Slack writes numbers; it does not read long ones. */
const highestOffset = 9999;

/** Spans as rich_text elements, which Slack shows as they are: nothing in them is parsed. */
export function elementsOf(spans: readonly Span[], extra: { bold?: true } = {}): types.RichTextElement[] {
  return spans
    .filter((span) => span.text !== '')
    .map(({ text, href, bold, italic, struck, code }) => {
      const style = {
        ...(bold || extra.bold ? { bold: true } : {}),
        ...(italic ? { italic: true } : {}),
        ...(struck ? { strike: true } : {}),
        ...(code ? { code: true } : {}),
      };
      const look = Object.keys(style).length > 0 ? { style } : {};
      return href === undefined
        ? { type: 'text', text: literal(text), ...look }
        : { type: 'link', url: href, text: literal(text), ...look };
    });
}

const words = (text: string): types.RichTextElement => ({ type: 'text', text: literal(text) });
export const section = (elements: types.RichTextElement[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements,
});

/** One block of a document as parts of a rich_text block; headings are bold lines, rules are left out. */
export function richParts(block: Block, depth = 0): RichPart[] {
  switch (block.kind) {
    case 'paragraph':
      return [section(elementsOf(block.spans))];
    case 'heading':
      return [section(elementsOf(block.spans, { bold: true }))];
    case 'list':
      return listParts(block, depth);
    case 'quote':
      return quoteParts(block.blocks);
    case 'code':
      return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: literal(block.text) }] }];
    case 'table':
      return [
        {
          type: 'rich_text_preformatted',
          elements: [{ type: 'text', text: literal(plainText([block])) || ' ' }],
        },
      ];
    case 'rule':
      return [];
  }
}

/** Slack's lists hold only lines, so what stands between two items ends the list, and it goes on after that. */
function listParts(list: List, depth: number): RichPart[] {
  const parts: RichPart[] = [];
  let run: types.RichTextSection[] = [];
  let from = 0;
  const end = (next: number) => {
    const offset = Math.min(highestOffset, Math.max(0, (list.start ?? 1) - 1 + from));
    const numbered =
      list.start === undefined
        ? { style: 'bullet' as const }
        : { style: 'ordered' as const, ...(offset > 0 ? { offset } : {}) };
    const indent = depth > 0 ? { indent: Math.min(depth, deepest) } : {};
    if (run.length > 0) parts.push({ type: 'rich_text_list', ...numbered, ...indent, elements: run });
    run = [];
    from = next;
  };
  list.items.forEach((item, at) => {
    const lines = item.findIndex((block) => block.kind !== 'paragraph' && block.kind !== 'heading');
    const lead = lines < 0 ? item : item.slice(0, lines);
    const rest = lines < 0 ? [] : item.slice(lines);
    run.push(section(linesOf(lead)));
    if (rest.length === 0) return;
    end(at + 1);
    parts.push(...rest.flatMap((block) => richParts(block, depth + 1)));
  });
  end(list.items.length);
  return parts;
}

function linesOf(blocks: readonly Block[]): types.RichTextElement[] {
  const lines = blocks.flatMap((block, at) => {
    const spans =
      block.kind === 'paragraph' || block.kind === 'heading'
        ? elementsOf(block.spans, block.kind === 'heading' ? { bold: true } : {})
        : [];
    return at === 0 ? spans : [words('\n'), ...spans];
  });
  return lines.length > 0 ? lines : [words(' ')];
}

/** A quote holds only lines too; code in it stays code, below it. */
function quoteParts(blocks: readonly Block[]): RichPart[] {
  const elements: types.RichTextElement[] = [];
  const below: RichPart[] = [];
  for (const block of blocks) {
    if (block.kind === 'code') {
      below.push(...richParts(block));
      continue;
    }
    const spans =
      block.kind === 'paragraph' || block.kind === 'heading' ? block.spans : [{ text: plainText([block]) }];
    if (textOf(spans).trim() === '') continue;
    if (elements.length > 0) elements.push(words('\n'));
    elements.push(...elementsOf(spans));
  }
  return elements.length > 0 ? [{ type: 'rich_text_quote', elements }, ...below] : below;
}
