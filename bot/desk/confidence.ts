import { evidenceNames, type RankWeights } from '../knowledge/evidence.ts';
import type { Match, Ranking } from '../knowledge/search.ts';
import fitted from './fitted.json' with { type: 'json' };

/** Names of what the confidence is computed from; each has a fitted coefficient. */
export const confidenceNames = [
  'bias',
  ...evidenceNames,
  'share',
  'margin',
  'unknown',
  'length',
  'handOff',
] as const;

export type ConfidenceWeights = Readonly<Record<(typeof confidenceNames)[number], number>>;
type Features = ConfidenceWeights;

/** Thresholds and coefficients as `npm run calibrate` wrote them. */
export const fit: {
  readonly rank: RankWeights;
  readonly confidence: ConfidenceWeights;
  /** Confidence from which a channel gets an answer, a directed question gets one, and suggestions are worth showing. */
  readonly thresholds: { readonly channel: number; readonly answer: number; readonly suggest: number };
} = fitted;

/** What speaks for and against `match` being the right article, among the others that were found. */
export function featuresOf(match: Match, ranking: Ranking): Features {
  const rivals = ranking.matches.filter((other) => other.article.slug !== match.article.slug);
  const articles = rivals.filter((other) => other.article.kind === 'article');
  const handOff = rivals.find((other) => other.article.kind === 'hand-off');
  const best = articles[0]?.score ?? 0;
  const total = [match, ...articles].reduce((sum, other) => sum + Math.exp(other.score - match.score), 0);
  return {
    bias: 1,
    ...match.evidence,
    share: 1 / total,
    margin: Math.max(-4, Math.min(4, match.score - best)),
    unknown: ranking.query.unknownShare,
    length: Math.min(12, ranking.query.words.length) / 12,
    handOff: handOff ? Math.max(-4, Math.min(4, handOff.score - match.score)) : -4,
  };
}

/** Probability, 0 to 1, that the article answers the question. */
export function confidenceOf(features: Features, weights: ConfidenceWeights = fit.confidence): number {
  const logit = confidenceNames.reduce((sum, name) => sum + weights[name] * features[name], 0);
  return 1 / (1 + Math.exp(-logit));
}
