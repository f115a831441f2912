import type { types } from '@slack/bolt';
import { type Block, type Cell, type Table, textOf } from '../../../markdown/document.ts';
import { tableAsText, withoutTables } from '../../../markdown/table-as-text.ts';
import { elementsOf, type RichPart, richParts, section } from './rich-text.ts';

export type BodyBlock = types.RichTextBlock | types.TableBlock;

const table = { rows: 100, columns: 20, characters: 8000 };
/** Columns of an aligned table that still stand side by side in a desktop window. */
const widestText = 90;

/** Slack takes one table in a message: the first that it can show stays one, all others become text. */
export function withOneTable(blocks: readonly Block[]): Block[] {
  let taken = false;
  return blocks.flatMap((block): Block[] => {
    if (block.kind !== 'table') return withoutTables([block], widestText);
    if (taken || !showable(block)) return [tableAsText(block, widestText)];
    taken = true;
    return [block];
  });
}

function showable({ head, rows }: Table): boolean {
  const characters = [head, ...rows].flat().reduce((sum, cell) => sum + textOf(cell).length + 1, 0);
  return rows.length < table.rows && head.length <= table.columns && characters <= table.characters;
}

/** Rich text, with a new block (and so a gap) before headings and wherever running text begins again. */
export function bodyBlocks(blocks: readonly Block[]): BodyBlock[] {
  const out: BodyBlock[] = [];
  let parts: RichPart[] = [];
  let before: Block['kind'] | undefined;
  const end = () => {
    if (parts.length > 0) out.push({ type: 'rich_text', elements: parts });
    parts = [];
    before = undefined;
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      end();
      out.push(tableBlock(block));
      continue;
    }
    if (
      block.kind === 'heading' ||
      block.kind === 'rule' ||
      (block.kind === 'paragraph' && before !== 'paragraph' && before !== 'heading')
    )
      end();
    const last = parts.at(-1);
    const [next] = richParts(block);
    if (
      block.kind === 'paragraph' &&
      last?.type === 'rich_text_section' &&
      next?.type === 'rich_text_section'
    ) {
      const gap: types.RichTextElement = { type: 'text', text: before === 'heading' ? '\n' : '\n\n' };
      parts[parts.length - 1] = section([...last.elements, gap, ...next.elements]);
    } else parts.push(...richParts(block));
    before = block.kind;
  }
  end();
  return out;
}

/** At most `most` blocks, by joining neighbours: the gaps go, the words stay. */
export function joinedBlocks(blocks: readonly BodyBlock[], most: number): BodyBlock[] {
  const out: BodyBlock[] = [];
  for (const [at, block] of blocks.entries()) {
    const last = out.at(-1);
    const tooMany = out.length + (blocks.length - at) > most;
    if (tooMany && last?.type === 'rich_text' && block.type === 'rich_text')
      out[out.length - 1] = { type: 'rich_text', elements: [...last.elements, ...block.elements] };
    else out.push(block);
  }
  return out;
}

export function tableBlock({ head, rows, align }: Table): types.TableBlock {
  const cells = (row: readonly Cell[], bold: boolean) => head.map((_, at) => cellOf(row[at] ?? [], bold));
  return {
    type: 'table',
    rows: [cells(head, true), ...rows.map((row) => cells(row, false))],
    column_settings: align.map((side) => ({ align: side, is_wrapped: true })),
  };
}

/** Slack refuses a cell without a character. */
function cellOf(cell: Cell, bold: boolean): types.RichTextBlock | types.RawTextElement {
  const plain = !bold && cell.every((span) => Object.keys(span).length === 1);
  const elements = elementsOf(cell, bold ? { bold: true } : {});
  if (elements.length === 0) return { type: 'raw_text', text: '\u00a0' };
  const [only] = elements;
  if (plain && elements.length === 1 && only?.type === 'text') return { type: 'raw_text', text: only.text };
  return { type: 'rich_text', elements: [section(elements)] };
}
