import type { Block, List } from '../../../markdown/document.ts';
import { plainText } from '../../../markdown/plain-text.ts';
import { tableAsText } from '../../../markdown/table-as-text.ts';
import { asLine, escaped, fenced } from './escape.ts';
import { inlineMarkdown } from './inline.ts';

/** Columns of a code block that a phone shows without breaking lines too badly. */
export const widestTable = 60;
const deepestList = 2;

/** A document in Discord's Markdown. */
export function discordMarkdown(blocks: readonly Block[]): string {
  let out = '';
  let before: Block | undefined;
  for (const block of blocks) {
    const text = blockMarkdown(block);
    if (text === '') continue;
    out += before === undefined ? text : (isClose(before, block) ? '\n' : '\n\n') + text;
    before = block;
  }
  return out;
}

/** Discord sets headings and code apart by itself, and a list belongs to its sentence. */
function isClose(before: Block, block: Block): boolean {
  const apart = (one: Block) => one.kind === 'heading' || one.kind === 'code';
  return apart(before) || apart(block) || (before.kind === 'paragraph' && block.kind === 'list');
}

export function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineMarkdown(block.spans);
    case 'heading':
      return headingMarkdown(block);
    case 'list':
      return listMarkdown(block).join('\n');
    case 'quote':
      return quoteMarkdown(block.blocks);
    case 'code':
      return fenced(block.text, block.language);
    case 'table':
      return blockMarkdown(tableAsText(block, widestTable));
    case 'rule':
      return '';
  }
}

function headingMarkdown({ level, spans }: Extract<Block, { kind: 'heading' }>): string {
  const text = inlineMarkdown(
    spans.map((span) => ({ ...span, text: span.text.replace(/\s+/g, ' ') })),
  ).trim();
  if (level <= 3) return `### ${text}`;
  return inlineMarkdown(spans.map((span) => ({ ...span, text: span.text.replace(/\s+/g, ' '), bold: true })));
}

/** Lines of a list; what is deeper than Discord shows well stays at the deepest level. Code ends the list and it goes on. */
function listMarkdown(list: List, level = 1, indent = ''): string[] {
  return list.items.flatMap((item, at) => {
    const marker = list.start === undefined ? '- ' : `${list.start + at}. `;
    const inner = ' '.repeat(indent.length + marker.length);
    const [first, ...others] = item;
    const opening = first && first.kind !== 'list' && first.kind !== 'code' ? itemLines(first) : undefined;
    const lines = (opening ? others : item).flatMap((block) => {
      if (block.kind === 'list')
        return level < deepestList
          ? listMarkdown(block, level + 1, inner)
          : listMarkdown(block, level, indent);
      return block.kind === 'code'
        ? fenced(block.text, block.language).split('\n')
        : itemLines(block).map((line) => inner + line);
    });
    // An item without words of its own needs something to stand on.
    const [lead = '\u200b', ...more] = opening ?? [];
    return [`${indent}${marker}${lead}`, ...more.map((line) => inner + line), ...lines];
  });
}

function itemLines(block: Block): string[] {
  const bold =
    block.kind === 'heading'
      ? inlineMarkdown(block.spans.map((span) => ({ ...span, bold: true })))
      : undefined;
  const text = bold ?? (block.kind === 'quote' ? plainMarkdown(block) : blockMarkdown(block));
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** Code and quotes cannot stand in a quote: code follows below, what holds one loses its form. */
function quoteMarkdown(blocks: readonly Block[]): string {
  const spoken = blocks.filter((block) => block.kind !== 'code');
  const text = spoken.map((block) =>
    block.kind === 'paragraph' ? blockMarkdown(block) : plainMarkdown(block),
  );
  const lines = text.flatMap((part) => part.split('\n')).filter((line) => line.trim() !== '');
  return [
    ...lines.map((line) => `> ${line}`),
    ...blocks.filter((block) => block.kind === 'code').map(blockMarkdown),
  ].join('\n');
}

const plainMarkdown = (block: Block) => asLine(escaped(plainText([block])));
