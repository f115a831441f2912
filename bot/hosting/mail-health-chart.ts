import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import * as charts from 'chart.js';
import { hourMs } from './hour.ts';
import type { HourlyCount, LastDay } from './hourly-counts.ts';
import type { Limit } from './mail-health.ts';

export interface MailChart {
  readonly png: Uint8Array;
  /** The same in words, for who cannot see the picture. */
  readonly alternative: string;
}

export interface MailChartInput {
  readonly title: string;
  readonly day: LastDay;
  /** Deferred and failed from which the share counts. */
  readonly limit: Limit;
  /** IANA name: the zone in which hours are shown. */
  readonly timeZone?: string;
}

/** Sizes for a picture that a telephone shows at a third of its width. */
const width = 1000;
const height = 1000;
const text = { family: 'Hostdesk Chart', size: 36 };
const ink = '#1c1b1f';
const faint = '#d8d5dd';
const colours = { failed: '#b3261e', deferred: '#f2a38f', delivered: '#1f5fa8' };

let ready = false;
/** The font comes with the bot, because a server may have none. */
function prepare(): void {
  if (ready) return;
  const font = import.meta.resolve('@fontsource/inter/files/inter-latin-600-normal.woff2');
  GlobalFonts.registerFromPath(fileURLToPath(font), text.family);
  const { BarController, BarElement, LineController, LineElement, PointElement } = charts;
  charts.Chart.register(BarController, BarElement, LineController, LineElement, PointElement);
  charts.Chart.register(charts.CategoryScale, charts.LinearScale, charts.Legend, charts.Title);
  ready = true;
}

/** Two bands over one day: delivered above, deferred and failed with their limit below. */
export async function drawMailChart(input: MailChartInput): Promise<MailChart> {
  prepare();
  const canvas = createCanvas(width, height);
  const chart = new charts.Chart(canvas as never, configuration(input));
  const png = await canvas.encode('png');
  chart.destroy();
  return { png, alternative: chartInWords(input) };
}

function configuration({ title, day, limit, timeZone = 'UTC' }: MailChartInput): charts.ChartConfiguration {
  const labels = day.hours.map(({ start }) => clock(start, timeZone));
  const bars = (label: string, of: (hour: HourlyCount) => number, colour: string, yAxisID: string) => ({
    ...{
      type: 'bar' as const,
      label,
      data: day.hours.map(of),
      backgroundColor: colour,
      yAxisID,
      stack: yAxisID,
      pointStyle: 'rect' as const,
    },
    ...{ grouped: false, barPercentage: 0.95, categoryPercentage: 0.95 },
  });
  const line = {
    ...{
      type: 'line' as const,
      label: `Limit ${limit}`,
      data: day.hours.map(() => Number(limit)),
      yAxisID: 'missed',
    },
    ...{
      borderColor: ink,
      borderWidth: 5,
      borderDash: [16, 10],
      pointRadius: 0,
      pointStyle: 'line' as const,
      order: -1,
    },
  };
  const band = (label: string, stackWeight: number) => ({
    ...{
      stack: 'bands',
      stackWeight,
      stacked: true,
      beginAtZero: true,
      suggestedMax: 4,
      grid: { color: faint },
    },
    ...{
      ticks: { font: text, color: ink, precision: 0, maxTicksLimit: 5 },
      title: { display: true, text: label, font: text, color: ink },
    },
  });
  const everySixHours = (_: unknown, index: number) => (index % 6 === 5 ? (labels[index] ?? '') : '');
  return {
    type: 'bar',
    data: {
      labels,
      datasets: [
        bars('Delivered', ({ delivered }) => delivered, colours.delivered, 'delivered'),
        bars('Failed', ({ failed }) => failed, colours.failed, 'missed'),
        bars('Deferred', ({ deferred }) => deferred, colours.deferred, 'missed'),
        ...(typeof limit === 'number' ? [line] : []),
      ],
    },
    options: {
      ...{
        responsive: false,
        animation: false,
        devicePixelRatio: 1,
        layout: { padding: { top: 24, bottom: 24, left: 24, right: 40 } },
      },
      scales: {
        x: {
          grid: { display: false },
          ticks: { font: text, color: ink, maxRotation: 0, autoSkip: false, callback: everySixHours },
        },
        missed: band('Not delivered', 3),
        delivered: { ...band('Delivered', 2), offset: true },
      },
      plugins: {
        title: { display: true, text: [title, `last 24 hours, ${timeZone}`], font: text, color: ink },
        legend: {
          labels: { font: text, color: ink, boxWidth: 36, boxHeight: 30, padding: 22, usePointStyle: true },
        },
      },
    },
    plugins: [{ id: 'paper', beforeDraw: ({ ctx }) => paint(ctx) }],
  };
}

/** White paper, because chat programs show pictures on dark ground too. */
function paint(ctx: {
  fillStyle: unknown;
  fillRect(x: number, y: number, w: number, h: number): void;
}): void {
  ctx.fillStyle = '#ffffff';
  ctx.fillRect(0, 0, width, height);
}

function clock(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
}

export function chartInWords({ title, day, limit, timeZone = 'UTC' }: MailChartInput): string {
  const sum = (of: (hour: HourlyCount) => number) => day.hours.reduce((total, hour) => total + of(hour), 0);
  const missed = ({ deferred, failed }: HourlyCount) => deferred + failed;
  const worst = day.hours.reduce((one, other) => (missed(other) > missed(one) ? other : one));
  const between = (start: Date) =>
    `${clock(start, timeZone)} and ${clock(new Date(start.getTime() + hourMs), timeZone)}`;
  const over = typeof limit === 'number' ? day.hours.filter((hour) => missed(hour) >= limit).length : 0;
  return [
    `Chart of ${title}, last 24 hours, times in ${timeZone}.`,
    `${sum(({ delivered }) => delivered)} delivered, ${sum(({ failed }) => failed)} failed, ${sum(({ deferred }) => deferred)} deferred.`,
    missed(worst) === 0
      ? 'Nothing failed or was deferred.'
      : `Most failed or were deferred between ${between(worst.start)}: ${missed(worst)}.`,
    typeof limit === 'number'
      ? `The line marks the limit of ${limit}, which ${over === 0 ? 'no hour' : over === 1 ? '1 hour' : `${over} hours`} reached.`
      : '',
    day.complete ? '' : 'There was more mail than the server lists, so early hours may show too little.',
  ]
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
