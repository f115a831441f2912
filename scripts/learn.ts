import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Part } from '../bot/bounce/part.ts';
import { type Reading, readText } from '../bot/bounce/reading.ts';
import type { ReasonRule } from '../bot/bounce/reason.ts';
import { reasonRules } from '../bot/bounce/reasons/index.ts';
import { returnedFrom, sectionsOf } from '../bot/bounce/sections.ts';
import { conceptNames, visitFeatures } from '../bot/bounce/word-features.ts';
import { fitWords, type WordExample, type WordFit } from './measure/fit-words.ts';
import { bounceParts, type LabelledBounce, labelledBounces, labelledQuestions } from './measure/labelled.ts';
import { talkAround } from './measure/talk.ts';
import { repository } from './open-desk.ts';

const strength = 2;
/** A sample was written to its phrase: it teaches less than a paste. */
const sampleWeight = 0.5;
const talkWeight = 0.5;
/** Weights are kept as whole steps, -127 to 127; the few beyond are cut. */
const mostSteps = 127;
const kept = 0.9995;

const rules: readonly ReasonRule[] = reasonRules;

/** Learns from samples, labelled pastes and plain questions which words speak for which reason. */
function main(): void {
  const examples = [...samples(), ...pastes(), ...questions()];
  const fit = fitWords(examples, strength);
  writeFileSync(join(repository, 'bot/bounce/fitted.json'), `${JSON.stringify(packed(fit), null, 2)}\n`);
  process.stdout.write(`${examples.length} texts, ${fit.features.length} words and pairs\n`);
}

const samples = (): WordExample[] => {
  let told = 0;
  const around = (sample: string): string =>
    (talkAround[told++ % talkAround.length] as string).replace('…', () => sample.trim());
  return rules.flatMap(({ reason, phrases }) =>
    phrases.flatMap(({ sample }) => [
      ...whole(sample, reason, sampleWeight),
      ...whole(around(sample), reason, talkWeight),
    ]),
  );
};

const pastes = (): WordExample[] => bounceParts.tune.flatMap(labelledBounces).flatMap(learntFrom);

/** Customers' questions that speak of no mail error. */
const questions = (): WordExample[] =>
  labelledQuestions('tune')
    .filter(({ slug, style }) => slug === null || style === 'plain')
    .flatMap(({ text }) => whole(text, 'none'));

/** As the reader reads them from the fitted file: `=word`, `concept`, `concept concept`. */
function featuresOf(reading: Reading, part: Part, end: number): string[] {
  const features: string[] = [];
  visitFeatures(reading, part, end, {
    word: ({ text }) => features.push(`=${text}`),
    label: (label) => features.push(`=${label}`),
    concept: (concept) => features.push(conceptNames[concept] ?? ''),
    pair: (one, other) => features.push(`${conceptNames[one]} ${conceptNames[other]}`),
  });
  return features;
}

function whole(text: string, label: string, weight = 1): WordExample[] {
  const reading = readText(text);
  const end = returnedFrom(reading);
  const [section] = sectionsOf(reading, end);
  return [{ features: featuresOf(reading, section?.part ?? [{ first: 0, end }], end), label, weight }];
}

/** A part a recipient where the label has as many errors as the text has parts. */
function learntFrom({ text, errors }: LabelledBounce): WordExample[] {
  const [first] = errors;
  if (!first) return whole(text, 'none');
  const reading = readText(text);
  const end = returnedFrom(reading);
  const sections = sectionsOf(reading, end);
  if (errors.length < 2 || sections.length !== errors.length) return whole(text, first.reason);
  return sections.map(({ part }, at) => ({
    features: featuresOf(reading, part, end),
    label: errors[at]?.reason ?? first.reason,
    weight: 1,
  }));
}

function packed({ labels, features, weights, bias }: WordFit): object {
  const sizes = weights.flatMap((sums) => [...sums].map(Math.abs)).sort((one, other) => one - other);
  const step = (sizes[Math.floor(sizes.length * kept)] ?? 1) / mostSteps;
  const steps = Int8Array.from(
    weights.flatMap((sums) => [...sums]),
    (weight) => Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight / step))),
  );
  return {
    reasons: labels.join(' '),
    bias: [...bias].map((value) => value.toFixed(3)).join(' '),
    step,
    strength,
    features: features.join('\n'),
    ...nonZero(steps, labels.length),
  };
}

/** How many weights of each feature are not zero, which reasons they are of, and the weights themselves. */
function nonZero(steps: Int8Array, reasons: number): { counts: string; places: string; weights: string } {
  const counts = new Uint8Array(steps.length / reasons);
  const places: number[] = [];
  for (const [at, weight] of steps.entries()) {
    if (weight === 0) continue;
    const row = Math.floor(at / reasons);
    counts[row] = (counts[row] as number) + 1;
    places.push(at % reasons);
  }
  const weights = Int8Array.from(steps.filter((weight) => weight !== 0));
  return { counts: base64(counts), places: base64(Uint8Array.from(places)), weights: base64(weights) };
}

const base64 = ({ buffer }: Uint8Array<ArrayBuffer> | Int8Array<ArrayBuffer>): string =>
  Buffer.from(buffer).toString('base64');

main();
