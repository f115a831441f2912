import { readBounce } from '../../bot/bounce/read-bounce.ts';
import { hintsFrom } from '../../bot/desk/error-hints.ts';
import { learnClassifier } from '../../bot/knowledge/classifier/open-classifier.ts';
import { evidenceNames, type RankWeights, type WeightsBySize } from '../../bot/knowledge/evidence.ts';
import { atOnce } from '../../bot/knowledge/gently.ts';
import { createLibrary, type Library } from '../../bot/knowledge/library.ts';
import { sameText } from '../../bot/knowledge/same-asks.ts';
import { buildSearch, type Ranking } from '../../bot/knowledge/search.ts';
import { astrayQuestions, type LabelledError, labelledBounces, labelledQuestions } from './labelled.ts';

/** A text to fit on, and what the library makes of it that has never seen it. */
export interface Sample {
  readonly text: string;
  /** The text as it may stand among the library's asks. */
  readonly asks: readonly string[];
  /** The articles that answer it; none for what is out of scope. */
  readonly slugs: readonly string[];
  readonly style: string;
  /** The set, by one hand, that it was held out with. */
  readonly fold: number;
  readonly ranking: Ranking;
}

/** Samples are ranked anew with the weights in question. */
const noWeights = Object.fromEntries(evidenceNames.map((name) => [name, 0])) as RankWeights;

export type Kind = keyof WeightsBySize;

/**
 * All samples to fit on, ranked with and without a classifier. The library of each fold lacks the asks that are
 * questions of that fold: what is fitted must hold for another hand's questions.
 */
export function readSamples(library: Library): Record<Kind, Sample[]> {
  const labelled = unranked(library);
  const samples: Record<Kind, Sample[]> = { classified: [], plain: [] };
  for (const fold of new Set(labelled.map((sample) => sample.fold))) {
    const tested = labelled.filter((sample) => sample.fold === fold);
    const unseen = withoutAsks(library, new Set(tested.flatMap(({ asks }) => asks.map(sameText))));
    for (const kind of ['classified', 'plain'] as const) {
      const classifier = kind === 'plain' ? undefined : atOnce(learnClassifier(unseen.articles));
      const search = atOnce(buildSearch(unseen, { classified: noWeights, plain: noWeights }, classifier));
      for (const sample of tested) {
        const ranking = search.rank(sample.text, hintsFrom(sample.text, readBounce(sample.text), unseen));
        samples[kind].push({ ...sample, ranking });
      }
    }
  }
  return samples;
}

type Unranked = Omit<Sample, 'ranking'>;

function unranked(library: Library): Unranked[] {
  const questions = labelledQuestions('tune');
  const sets = [...new Set(questions.map(({ set }) => set))];
  const bounces = labelledBounces('tune').flatMap(({ text, errors }, at) => {
    const [first] = errors;
    const slug = first && answeringOf(first, library)?.article.slug;
    return slug ? [{ text, asks: [text], slugs: [slug], style: 'bounce', fold: at % sets.length }] : [];
  });
  return [
    ...questions.map(({ text, ask = text, slug, also, style, set }) => ({
      text,
      asks: [text, ask],
      slugs: [slug, also].flatMap((one) => one ?? []),
      style,
      fold: sets.indexOf(set),
    })),
    ...astrayQuestions().map(({ text, style }) => ({
      text,
      asks: [text],
      slugs: [],
      style: `astray ${style}`,
      fold: sets.length,
    })),
    ...bounces,
  ];
}

function answeringOf({ reason, clientCode }: LabelledError, library: Library) {
  return (typeof clientCode === 'string' && library.answering(clientCode)) || library.answering(reason);
}

function withoutAsks(library: Library, texts: ReadonlySet<string>): Library {
  const others = (asks: readonly string[]) => asks.filter((ask) => !texts.has(sameText(ask)));
  return createLibrary(library.articles.map((article) => ({ ...article, asks: others(article.asks) })));
}
