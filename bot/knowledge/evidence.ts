/** What speaks for one article, each between 0 and some 1; the names are those of the fitted weights. */
export interface Evidence {
  /** BM25F over the short fields, and BM25 over the body, as shares of the best this question could reach. */
  readonly words: number;
  readonly body: number;
  /** Cosine to the nearest way of asking, and the mean over the three nearest. */
  readonly ask: number;
  readonly asks: number;
  /** Neighbouring words shared with a way of asking. */
  readonly pairs: number;
  /** Spelling: trigram cosine to the nearest way of asking. */
  readonly spelling: number;
  /** Share of the question's information found in the article, and in its title, asks, keywords and phrases. */
  readonly covered: number;
  readonly trusted: number;
  /** Share of the title's words in the question. */
  readonly title: number;
  /** 1 when one of the article's exact phrases stands in the question. */
  readonly phrase: number;
  /** 1 when the article says that it answers an error read from the text; and when only a machine says such a thing. */
  readonly error: number;
  readonly exact: number;
  /** How much the question sounds like this article's ways of asking and like no other's, by the classifier; 0 without one. */
  readonly likeness: number;
  /** The same for the lines that the person wrote beside what was pasted; without any, for the whole. */
  readonly ownLikeness: number;
  /** 1 when the question is one of the article's asks, word for word. */
  readonly same: number;
  /** Similarity by an embeddings endpoint, where one is set up. */
  readonly meaning: number;
}

export const evidenceNames = [
  'words',
  'body',
  'ask',
  'asks',
  'pairs',
  'spelling',
  'covered',
  'trusted',
  'title',
  'phrase',
  'error',
  'exact',
  'likeness',
  'ownLikeness',
  'same',
  'meaning',
] as const;

export type RankWeights = Readonly<Record<(typeof evidenceNames)[number], number>>;

/** Libraries with a classifier, and those too large for one. */
export interface WeightsBySize {
  readonly classified: RankWeights;
  readonly plain: RankWeights;
}

export function scoreOf(evidence: Evidence, weights: RankWeights): number {
  return evidenceNames.reduce((sum, name) => sum + weights[name] * evidence[name], 0);
}
