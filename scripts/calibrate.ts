import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ConfidenceWeights,
  confidenceNames,
  confidenceOf,
  featuresOf,
  type Thresholds,
} from '../bot/desk/confidence.ts';
import { isWellKnown } from '../bot/desk/well-known.ts';
import { evidenceNames, type RankWeights, scoreOf } from '../bot/knowledge/evidence.ts';
import type { Library } from '../bot/knowledge/library.ts';
import type { Match, Ranking } from '../bot/knowledge/search.ts';
import { fitChoices, fitLogistic } from './measure/fit.ts';
import { type Kind, readSamples, type Sample } from './measure/samples.ts';
import { channelThreshold, type Judged, reportMisses, reportOn } from './measure/thresholds.ts';
import { openDesk, repository } from './open-desk.ts';

const rankPenalty = 0.002;
const confidencePenalty = 0.0005;
/** No labelled run with an embeddings endpoint stands behind this one: it is set, not fitted. */
const meaningWeight = 6;
/** A question that is an ask word for word outweighs everything fuzzy. */
const sameWeight = 30;
/** Bounces count less than questions: what is asked about one is what decides. */
const bounceWeight = 0.5;
/** So do texts made to lead astray: there are more of them here than in any channel. */
const astrayWeight = 0.5;

interface Fit {
  readonly rank: RankWeights;
  readonly confidence: ConfidenceWeights;
  readonly thresholds: Thresholds;
}

/** Fits ranking weights, confidence and thresholds on the tune sets and writes them where the bot reads them. */
async function main(): Promise<void> {
  const { knowledge } = await openDesk(join(repository, 'kb'));
  const samples = readSamples(knowledge.library);
  const fits = {
    classified: fitOn('classified', samples.classified, knowledge.library),
    plain: fitOn('plain', samples.plain, knowledge.library),
  };
  const fitted = {
    rank: both(fits, 'rank'),
    confidence: both(fits, 'confidence'),
    thresholds: both(fits, 'thresholds'),
  };
  writeFileSync(join(repository, 'bot/desk/fitted.json'), `${JSON.stringify(fitted, null, 2)}\n`);
}

const both = <Part extends keyof Fit>(fits: Record<Kind, Fit>, part: Part) => ({
  classified: fits.classified[part],
  plain: fits.plain[part],
});

/** What is judged, a fold at a time, never had a part in the weights that judge it. */
function fitOn(kind: Kind, samples: readonly Sample[], library: Library): Fit {
  const folds = [...new Set(samples.map(({ fold }) => fold))];
  const ranked = folds.flatMap((fold) => {
    const rank = fitRank(samples.filter((sample) => sample.fold !== fold));
    return samples.filter((sample) => sample.fold === fold).map((sample) => rerank(sample, rank));
  });
  const judged = folds.flatMap((fold) => {
    const confidence = fitConfidence(ranked.filter((sample) => sample.fold !== fold));
    return ranked
      .filter((sample) => sample.fold === fold)
      .map((sample) => judge(sample, confidence, library));
  });
  const channel = channelThreshold(judged);
  reportOn(kind, judged, channel);
  if (process.argv.includes('--misses')) reportMisses(judged);
  return {
    rank: fitRank(samples),
    confidence: fitConfidence(ranked),
    thresholds: { channel, answer: 0.5, suggest: 0.12 },
  };
}

const isAstray = ({ style }: { readonly style: string }) => style.startsWith('astray');

function weightOf(sample: Sample): number {
  if (isAstray(sample)) return astrayWeight;
  return sample.style === 'bounce' ? bounceWeight : 1;
}

function fitRank(samples: readonly Sample[]): RankWeights {
  const choices = samples.flatMap((sample) => {
    const { matches } = sample.ranking;
    const right = matches.findIndex(({ article }) => article.slug === sample.slugs[0]);
    const candidates = matches.map(({ evidence }) => evidenceNames.map((name) => evidence[name]));
    return right < 0 ? [] : [{ right, candidates, weight: weightOf(sample) }];
  });
  return {
    ...named(evidenceNames, fitChoices(choices, evidenceNames.length, rankPenalty)),
    same: sameWeight,
    meaning: meaningWeight,
  };
}

function rerank(sample: Sample, weights: RankWeights): Sample {
  const matches = sample.ranking.matches
    .map((match) => ({ ...match, score: scoreOf(match.evidence, weights) }))
    .sort((a, b) => b.score - a.score);
  return { ...sample, ranking: { ...sample.ranking, matches } };
}

const topOf = ({ matches }: Ranking): Match | undefined =>
  matches.find(({ article }) => article.kind === 'article');

function fitConfidence(samples: readonly Sample[]): ConfidenceWeights {
  const examples = samples.flatMap((sample) => {
    const top = topOf(sample.ranking);
    if (!top) return [];
    const features = featuresOf(top, sample.ranking);
    return {
      features: confidenceNames.map((name) => features[name]),
      right: sample.slugs.includes(top.article.slug),
      weight: weightOf(sample),
    };
  });
  return named(confidenceNames, fitLogistic(examples, confidenceNames.length, confidencePenalty));
}

function judge(sample: Sample, weights: ConfidenceWeights, library: Library): Judged {
  const { ranking, slugs, style } = sample;
  const top = topOf(ranking);
  const handedOff = ranking.matches[0]?.article.kind === 'hand-off';
  return {
    text: sample.text,
    found: top?.article.slug,
    slugs,
    style,
    inScope: slugs.length > 0,
    right: top !== undefined && slugs.includes(top.article.slug),
    place: ranking.matches
      .filter(({ article }) => article.kind === 'article')
      .findIndex(({ article }) => slugs.includes(article.slug)),
    heldBack: handedOff || top === undefined || !isWellKnown(top.article, library),
    confidence: top === undefined ? 0 : confidenceOf(featuresOf(top, ranking), weights),
  };
}

function named<Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0])) as Record<Name, number>;
}

await main();
