/** `hits` of `total` in percent with Wilson's 95 % interval, as text. */
export function share(hits: number, total: number): string {
  if (total === 0) return 'none';
  const z = 1.96;
  const p = hits / total;
  const centre = (p + (z * z) / (2 * total)) / (1 + (z * z) / total);
  const half = (z / (1 + (z * z) / total)) * Math.sqrt((p * (1 - p)) / total + (z * z) / (4 * total * total));
  const percent = (value: number) => (100 * value).toFixed(1);
  return `${percent(p)} % (${percent(Math.max(0, centre - half))} to ${percent(Math.min(1, centre + half))}), ${hits} of ${total}`;
}

/** Rows as aligned columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, cell.length);
    });
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
