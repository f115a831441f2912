import { alignedTable } from './aligned-table.ts';
import { type Block, type Cell, type Span, type Table, textOf } from './document.ts';

/** A table where a chat has none: aligned in a code block, or a list when it is too wide or has links in it. */
export function tableAsText(table: Table, widest: number): Block {
  const linked = [table.head, ...table.rows].some((row) =>
    row.some((cell) => cell.some((span) => span.href)),
  );
  const text = linked ? undefined : alignedTable(table, widest);
  if (text !== undefined) return { kind: 'code', language: undefined, text };
  return {
    kind: 'list',
    start: undefined,
    items: table.rows.map((row) => [{ kind: 'paragraph', spans: rowSpans(row, table.head) }]),
  };
}

/** `**first cell**: second cell`; from three columns on each cell is named by its column. */
function rowSpans(row: readonly Cell[], head: readonly Cell[]): Span[] {
  const [first = [], ...others] = row;
  const named = others.flatMap((cell, at) => {
    if (textOf(cell).trim() === '') return [];
    const name = others.length > 1 ? textOf(head[at + 1] ?? []).trim() : '';
    const lead: Span[] = [{ text: at === 0 ? ': ' : ' · ' }, ...(name === '' ? [] : [{ text: `${name}: ` }])];
    return [...lead, ...cell];
  });
  return [...first.map((span) => (span.code ? span : { ...span, bold: true })), ...named];
}

/** Every table at any depth as text. */
export function withoutTables(blocks: readonly Block[], widest: number): Block[] {
  return blocks.map((block): Block => {
    if (block.kind === 'table') return tableAsText(block, widest);
    if (block.kind === 'quote') return { ...block, blocks: withoutTables(block.blocks, widest) };
    if (block.kind === 'list')
      return { ...block, items: block.items.map((item) => withoutTables(item, widest)) };
    return block;
  });
}
