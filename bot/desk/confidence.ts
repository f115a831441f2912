import { evidenceNames, type WeightsBySize } from '../knowledge/evidence.ts';
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
  'rivalLikeness',
  'handOffLikeness',
  'handOffNearness',
  'scope',
] as const;

export type ConfidenceWeights = Readonly<Record<(typeof confidenceNames)[number], number>>;
type Features = ConfidenceWeights;

/** Confidence from which a channel gets an answer, a directed question gets one, and suggestions are worth showing. */
export interface Thresholds {
  readonly channel: number;
  readonly answer: number;
  readonly suggest: number;
}

/** Thresholds and coefficients as `npm run calibrate` wrote them, with a classifier and without. */
export const fit: {
  readonly rank: WeightsBySize;
  readonly confidence: { readonly classified: ConfidenceWeights; readonly plain: ConfidenceWeights };
  readonly thresholds: { readonly classified: Thresholds; readonly plain: Thresholds };
} = fitted;

/** What speaks for and against `match` being the right article, among the others that were found. */
export function featuresOf(match: Match, ranking: Ranking): Features {
  const rivals = ranking.matches.filter((other) => other.article.slug !== match.article.slug);
  const articles = rivals.filter((other) => other.article.kind === 'article');
  const handOffs = rivals.filter((other) => other.article.kind === 'hand-off');
  const total = [match, ...articles].reduce((sum, other) => sum + Math.exp(other.score - match.score), 0);
  const handOffLikeness = ranking.classified ? largestLikeness(handOffs) : 0;
  return {
    bias: 1,
    ...match.evidence,
    share: 1 / total,
    margin: within(4, match.score - (articles[0]?.score ?? 0)),
    unknown: ranking.query.unknownShare,
    length: Math.min(12, ranking.query.words.length) / 12,
    // The classifier says the same more surely.
    handOff: ranking.classified ? 0 : within(6, (handOffs[0]?.score ?? 0) - match.score),
    rivalLikeness: ranking.classified ? largestLikeness(articles) : 0,
    scope: ranking.scope,
    handOffLikeness,
    handOffNearness: handOffLikeness ** 2,
  };
}

const within = (limit: number, value: number) => Math.max(-limit, Math.min(limit, value));

/** −1, which is like nothing, when there is no match. */
const largestLikeness = (matches: readonly Match[]) =>
  matches.reduce((largest, { evidence }) => Math.max(largest, evidence.likeness), -1);

/** Probability, 0 to 1, that the article answers the question. */
export function confidenceOf(features: Features, weights: ConfidenceWeights): number {
  const logit = confidenceNames.reduce((sum, name) => sum + weights[name] * features[name], 0);
  return 1 / (1 + Math.exp(-logit));
}
