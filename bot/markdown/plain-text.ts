import { type Block, textOf } from './document.ts';

/** A document as words and line breaks, for notifications and screen readers. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(plainBlock).join('\n');
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return textOf(block.spans);
    case 'list': {
      const { start } = block;
      return block.items
        .map((item, at) => `${start === undefined ? '•' : `${start + at}.`} ${plainText(item)}`)
        .join('\n');
    }
    case 'quote':
      return plainText(block.blocks);
    case 'code':
      return block.text;
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(textOf).join(' | ')).join('\n');
    case 'rule':
      return '';
  }
}
