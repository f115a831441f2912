import { z } from 'zod';

const oneLine = z
  .string()
  .trim()
  .min(1)
  .regex(/^[^\n]*$/, 'must be one line');
/** YAML reads an unquoted 550 as a number; the writer meant the word. */
const lines = z.array(z.preprocess((value) => (typeof value === 'number' ? String(value) : value), oneLine));

/** What a section or an article answers: a bounce reason, a mail program's code (`0x…`) or `cause:NAME` of the host's likely causes. */
const answer = z.preprocess(
  // Unquoted, YAML reads a code as a hexadecimal number.
  (value) => (typeof value === 'number' ? `0x${value.toString(16).padStart(8, '0')}` : value),
  oneLine.regex(/^(?:[a-z][a-z-]*|0x[0-9a-f]{8}|cause:[a-z][a-z-]*)$/, {
    message: 'must be a bounce reason, a code such as 0x80042108, or cause:NAME',
  }),
);

const section = z.strictObject({
  heading: oneLine,
  answers: z.array(answer).default([]),
  asks: lines.default([]),
});

/** The head of an article in `kb/`; `kb/README.md` explains each field to the person who writes one. */
export const frontMatter = z.strictObject({
  title: oneLine.max(90),
  summary: oneLine.min(20).max(300),
  kind: z.enum(['article', 'hand-off']).default('article'),
  /** Of the text; a channel may ask for one. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'must be a two-letter language code')
    .default('en'),
  audience: z.enum(['customer', 'staff']).default('customer'),
  asks: lines.min(1),
  foreign: z.record(z.string().regex(/^[a-z]{2}$/, 'must be a two-letter language code'), lines).default({}),
  keywords: lines.default([]),
  phrases: lines.default([]),
  answers: z.array(answer).default([]),
  sections: z.array(section).default([]),
  related: lines.default([]),
  reviewed: z.strictObject({
    date: z.preprocess(
      (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
      z.iso.date(),
    ),
    by: oneLine,
  }),
  helpful: z.int().min(0).default(0),
  examples: z
    .strictObject({
      must: z.array(z.string().min(1)).default([]),
      mustNot: z.array(z.string().min(1)).default([]),
    })
    .default({ must: [], mustNot: [] }),
});

export type FrontMatter = z.infer<typeof frontMatter>;
