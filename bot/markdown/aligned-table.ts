import { type Align, type Table, textOf } from './document.ts';

/** A table in monospaced lines, the header underlined; undefined when wider than `widest` columns. */
export function alignedTable(table: Table, widest: number): string | undefined {
  const rows = [table.head, ...table.rows].map((row) =>
    row.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()),
  );
  const widths = table.head.map((_, at) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[at] ?? '')), 1),
  );
  if (widths.reduce((sum, width) => sum + width + 2, -2) > widest) return undefined;
  const line = (row: readonly string[]) =>
    widths
      .map((width, at) => padded(row[at] ?? '', width, table.align[at] ?? 'left'))
      .join('  ')
      .trimEnd();
  return [
    line(rows[0] ?? []),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows.slice(1).map(line),
  ].join('\n');
}

function padded(text: string, width: number, align: Align): string {
  const space = width - widthOf(text);
  const before = align === 'right' ? space : align === 'center' ? Math.floor(space / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(space - before);
}

/** Columns in a monospaced font: East Asian characters and emoji take two, marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width +=
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
