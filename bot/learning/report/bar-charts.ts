import { escapeHtml } from './escape-html.ts';
import { count } from './report-words.ts';

/** A part of a bar; `name` picks its colour in the page's style sheet. */
export interface Part {
  readonly name: string;
  readonly value: number;
}

export interface Bar {
  readonly label: string;
  readonly parts: readonly Part[];
}

/** Share of its place that a bar fills. */
const thickness = 0.78;

/**
 * Standing bars over time, as an SVG that takes whatever room there is: it holds shapes alone and may be stretched,
 * the words stand beside it as HTML. `description` is what a screen reader says.
 */
export function standingBars(bars: readonly Bar[], description: string): string {
  const top = niceTop(Math.max(0, ...bars.map(totalOf)));
  const ticks = Array.from({ length: top.steps + 1 }, (_, at) => at * top.step);
  const lines = ticks.map((tick) => {
    const y = round(100 - (100 * tick) / top.value);
    return `<line x1="0" x2="${bars.length}" y1="${y}" y2="${y}"/>`;
  });
  const rects = bars.flatMap(({ label, parts }, at) => {
    let base = 0;
    return parts
      .filter(({ value }) => value > 0)
      .map(({ name, value }) => {
        base += value;
        const y = round(100 - (100 * base) / top.value);
        const size = `width="${thickness}" height="${round((100 * value) / top.value)}"`;
        return `<rect class="${name}" x="${round(at + (1 - thickness) / 2)}" y="${y}" ${size}><title>${escapeHtml(`${label}: ${count(value)} ${name}`)}</title></rect>`;
      });
  });
  const labels = fewOf(bars.map(({ label }) => label)).map(
    ({ label, at }) =>
      `<span style="left:${round((100 * (at + 0.5)) / bars.length)}%">${escapeHtml(label)}</span>`,
  );
  return [
    '<div class="standing">',
    `<div class="ticks" aria-hidden="true">${ticks.map((tick) => `<span style="bottom:${round((100 * tick) / top.value)}%">${count(tick)}</span>`).join('')}</div>`,
    `<svg role="img" aria-label="${escapeHtml(description)}" viewBox="0 0 ${Math.max(1, bars.length)} 100" preserveAspectRatio="none">`,
    `<g class="grid">${lines.join('')}</g>${rects.join('')}</svg>`,
    `<div class="labels" aria-hidden="true">${labels.join('')}</div>`,
    '</div>',
  ].join('');
}

/** Lying bars, a row each, all on one scale. */
export function lyingBars(bars: readonly Bar[], description: string): string {
  const top = Math.max(1, ...bars.map(totalOf));
  const rows = bars.map((bar) => {
    let from = 0;
    const rects = bar.parts
      .filter(({ value }) => value > 0)
      .map(({ name, value }) => {
        const rect = `<rect class="${name}" x="${round((100 * from) / top)}" y="0" width="${round((100 * value) / top)}" height="10"><title>${escapeHtml(`${bar.label}: ${count(value)} ${name}`)}</title></rect>`;
        from += value;
        return rect;
      });
    return `<span class="name">${escapeHtml(bar.label)}</span><svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">${rects.join('')}</svg><span class="total">${count(totalOf(bar))}</span>`;
  });
  return `<div class="lying" role="img" aria-label="${escapeHtml(description)}">${rows.join('')}</div>`;
}

const totalOf = ({ parts }: Bar): number => parts.reduce((sum, { value }) => sum + value, 0);
const round = (value: number): number => Math.round(value * 100) / 100;

/** The end of an axis at a round number not below `most`, in at most five round steps. */
function niceTop(most: number): { value: number; step: number; steps: number } {
  const rough = Math.max(1, most) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power);
  const steps = Math.max(1, Math.ceil(most / step));
  return { value: steps * step, step, steps };
}

/** At most six labels, evenly spread, so that they fit a phone. */
function fewOf(labels: readonly string[]): { label: string; at: number }[] {
  const every = Math.max(1, Math.ceil(labels.length / 6));
  return labels.flatMap((label, at) => (at % every === 0 ? [{ label, at }] : []));
}
