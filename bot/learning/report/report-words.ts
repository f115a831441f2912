import type { GapKind } from '../gaps/gap.ts';
import type { GapGroup } from '../gaps/gap-group.ts';
import type { Fate, Report } from './report.ts';

/** The product's own words for figures, for every form of the report. */
export const fateWords: Readonly<Record<Fate, string>> = {
  helped: 'helped',
  unknown: 'answered, nobody said how it went',
  'not-helped': 'did not help',
  'handed-over': 'handed over to a person',
  unanswered: 'not answered (unsure or only suggested)',
  silent: 'silent',
};

const kindWords: Readonly<Record<GapKind, string>> = {
  'not-helped': 'did not help',
  unsure: 'unsure',
  suggested: 'only suggested',
  silent: 'silent',
};

export const count = (value: number): string => value.toLocaleString('en-GB');
export const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

export function duration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** `8 unsure, 2 only suggested`. */
export function kindsOf({ kinds }: GapGroup): string {
  return (Object.entries(kinds) as [GapKind, number][])
    .filter(([, questions]) => questions > 0)
    .map(([kind, questions]) => `${count(questions)} ${kindWords[kind]}`)
    .join(', ');
}

/** What is counted, how often, and what the figure means; the same in every form. */
export function figureRows({ figures }: Report): readonly { name: string; value: number; meaning: string }[] {
  const { asked, decided } = figures;
  return [
    { name: 'asked', value: asked, meaning: 'everything the bot heard' },
    { name: 'answered', value: decided.answer, meaning: 'with an article' },
    { name: 'suggested', value: decided.suggest, meaning: 'several articles to choose from' },
    { name: 'unsure', value: decided.unsure, meaning: 'no article, or one for a person' },
    {
      name: 'silent',
      value: decided.silent,
      meaning: 'heard in a channel and not spoken to; never counted as solved',
    },
    {
      name: 'helped',
      value: figures.helped,
      meaning: 'a click, or a block that cleared without a further question',
    },
    { name: 'not helped', value: figures.notHelped, meaning: 'a click' },
    { name: 'handed over', value: figures.handedOver, meaning: 'to a person; may also be not helped' },
    { name: 'unknown', value: figures.unknown, meaning: 'answered, and nobody said how it went' },
  ];
}

export const period = ({ since, until }: Report): string => `${day(since)} to ${day(until - 1)} (UTC)`;
