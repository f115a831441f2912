import type { Block } from './document.ts';
import { shorten } from './visible-text.ts';

export interface Fitted {
  readonly blocks: readonly Block[];
  /** Something was left out. */
  readonly cut: boolean;
}

/**
 * The beginning of a document that costs at most `room`: whole blocks, whole list items and whole table rows. Only
 * a block that stands first and fits nowhere is shortened itself, at a line or a word.
 */
export function fitBlocks(blocks: readonly Block[], room: number, costOf: (block: Block) => number): Fitted {
  const kept: Block[] = [];
  let left = room;
  for (const block of blocks) {
    const cost = costOf(block);
    if (cost <= left) {
      kept.push(block);
      left -= cost;
      continue;
    }
    const part =
      beginningOf(block, left, costOf) ?? (kept.length === 0 ? shortened(block, left, costOf) : undefined);
    if (part) kept.push(part);
    return { blocks: withoutLooseEnd(kept), cut: true };
  }
  return { blocks: kept, cut: false };
}

/** As many items or rows as fit; undefined when not even one does, or when the block is not made of such. */
function beginningOf(block: Block, room: number, costOf: (block: Block) => number): Block | undefined {
  if (block.kind === 'list') {
    const numbered = (at: number) => (block.start === undefined ? undefined : block.start + at);
    const items = whileFits(block.items, room, (item, at) =>
      costOf({ ...block, start: numbered(at), items: [item] }),
    );
    return items.length > 0 ? { ...block, items } : undefined;
  }
  if (block.kind === 'table') {
    const head = costOf({ ...block, rows: [] });
    const rows = whileFits(block.rows, room - head, (row) => costOf({ ...block, rows: [row] }) - head);
    return rows.length > 0 ? { ...block, rows } : undefined;
  }
  return undefined;
}

function whileFits<T>(parts: readonly T[], room: number, costOf: (part: T, at: number) => number): T[] {
  const kept: T[] = [];
  let left = room;
  for (const [at, part] of parts.entries()) {
    left -= costOf(part, at);
    if (left < 0) break;
    kept.push(part);
  }
  return kept;
}

function shortened(block: Block, room: number, costOf: (block: Block) => number): Block | undefined {
  for (let most = room; most >= 40; most = Math.floor(most * 0.8)) {
    const part = cutTo(block, most);
    if (part && costOf(part) <= room) return part;
  }
  return undefined;
}

function cutTo(block: Block, most: number): Block | undefined {
  if (block.kind === 'code') {
    const lines = shorten(block.text, most).split('\n');
    return { ...block, text: lines.length > 1 ? `${lines.slice(0, -1).join('\n')}\n…` : (lines[0] ?? '') };
  }
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return undefined;
  const spans = [];
  let left = most;
  for (const span of block.spans) {
    if (span.text.length > left) {
      // A shortened label would no longer be the address that it shows.
      const { href: _, ...words } = span;
      if (left > 1) spans.push({ ...words, text: shorten(span.text, left) });
      break;
    }
    spans.push(span);
    left -= span.text.length;
  }
  return spans.length > 0 ? { ...block, spans } : undefined;
}

/** No heading or rule at the end without what it announces. */
function withoutLooseEnd(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  return last && blocks.length > 1 && (last.kind === 'heading' || last.kind === 'rule')
    ? withoutLooseEnd(blocks.slice(0, -1))
    : blocks;
}
