import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBounce } from '../bot/bounce/read-bounce.ts';
import { confidenceNames, confidenceOf, featuresOf } from '../bot/desk/confidence.ts';
import { answeringError, isExact } from '../bot/desk/diagnosis.ts';
import { evidenceNames, type RankWeights, scoreOf } from '../bot/knowledge/evidence.ts';
import type { Ranking } from '../bot/knowledge/search.ts';
import { type Choice, type Example, fitChoices, fitLogistic } from './measure/fit.ts';
import { type LabelledQuestion, labelledQuestions } from './measure/labelled.ts';
import { openDesk, repository } from './open-desk.ts';

const folds = 5;
const rankPenalty = 0.002;
const confidencePenalty = 0.001;
/** No labelled run with an embeddings endpoint stands behind this one: it is set, not fitted. */
const meaningWeight = 6;
/** A question that is an ask word for word outweighs everything fuzzy. */
const sameWeight = 30;

interface Row {
  readonly question: LabelledQuestion;
  readonly ranking: Ranking;
  /** Decided by an exact code or phrase: neither ranked nor in need of a confidence. */
  readonly exact: boolean;
}

/** Fits ranking weights, confidence and thresholds on the tune split and writes them where the bot reads them. */
async function main(): Promise<void> {
  const { knowledge } = await openDesk(join(repository, 'kb'));
  const rows: Row[] = labelledQuestions('tune').map((question) => {
    const errors = readBounce(question.text);
    const answered = new Set(
      errors.map((error) => answeringError(error, knowledge.library)?.article.slug ?? ''),
    );
    const exact = errors.some((error) => isExact(error) && answeringError(error, knowledge.library));
    return { question, exact, ranking: knowledge.search.rank(question.text, { answered }) };
  });

  const rank = fitRank(rows);
  const unseen = rows.flatMap((row, at) => {
    return row.exact ? [] : [{ row, fold: at % folds }];
  });
  const rankOfFold = Array.from({ length: folds }, (_, fold) =>
    fitRank(rows.filter((_, at) => at % folds !== fold)),
  );
  const examples = unseen.map(({ row, fold }) => toExample(row, rankOfFold[fold] ?? rank));
  const confidence = named(confidenceNames, fitLogistic(examples, confidenceNames.length, confidencePenalty));
  const weightsOfFold = Array.from({ length: folds }, (_, fold) =>
    named(
      confidenceNames,
      fitLogistic(
        examples.filter((_, at) => at % folds !== fold),
        confidenceNames.length,
        confidencePenalty,
      ),
    ),
  );
  const judged = examples.map(({ features, right }, at): Judged => {
    const { row, fold } = unseen[at] as (typeof unseen)[number];
    const weights = weightsOfFold[at % folds] ?? confidence;
    return {
      right,
      style: row.question.style,
      handOff: topIsHandOff(rerank(row.ranking, rankOfFold[fold] ?? rank)),
      confidence: confidenceOf(named(confidenceNames, features), weights),
    };
  });
  const thresholds = { channel: channelThreshold(judged), answer: 0.5, suggest: 0.12 };
  const fitted = { rank, confidence, thresholds };
  writeFileSync(join(repository, 'bot/desk/fitted.json'), `${JSON.stringify(fitted, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(fitted, null, 2)}\n`);
  report(judged, thresholds.channel);
}

interface Judged {
  readonly right: boolean;
  readonly style: string;
  readonly handOff: boolean;
  readonly confidence: number;
}

function fitRank(rows: readonly Row[]): RankWeights {
  const choices: Choice[] = [];
  for (const { question, ranking, exact } of rows) {
    const right = ranking.matches.findIndex((match) => match.article.slug === question.slug);
    if (exact || right < 0) continue;
    choices.push({
      right,
      candidates: ranking.matches.map((match) => evidenceNames.map((name) => match.evidence[name])),
    });
  }
  return {
    ...named(evidenceNames, fitChoices(choices, evidenceNames.length, rankPenalty)),
    same: sameWeight,
    meaning: meaningWeight,
  };
}

function rerank(ranking: Ranking, weights: RankWeights): Ranking {
  const matches = ranking.matches.map((match) => ({ ...match, score: scoreOf(match.evidence, weights) }));
  return { ...ranking, matches: matches.sort((a, b) => b.score - a.score) };
}

const topIsHandOff = (ranking: Ranking): boolean => ranking.matches[0]?.article.kind === 'hand-off';

function toExample({ question, ranking }: Row, weights: RankWeights): Example {
  const again = rerank(ranking, weights);
  const top = again.matches.find((match) => match.article.kind === 'article');
  if (!top) return { features: confidenceNames.map((name) => (name === 'bias' ? 1 : 0)), right: false };
  const features = featuresOf(top, again);
  return {
    features: confidenceNames.map((name) => features[name]),
    right: top.article.slug === question.slug,
  };
}

/** The lowest confidence from which 98.5 % of the answers in a channel would be right. */
function channelThreshold(judged: readonly Judged[]): number {
  const sorted = judged.filter((one) => !one.handOff).sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let threshold = 1;
  sorted.forEach((one, at) => {
    if (one.right) right++;
    if (right / (at + 1) >= 0.985) threshold = one.confidence;
  });
  return Math.ceil(threshold * 1000) / 1000;
}

function report(judged: readonly Judged[], channel: number): void {
  const said = judged.filter((one) => !one.handOff && one.confidence >= channel);
  const scope = judged.filter((one) => one.style !== 'out-of-scope' && one.style !== 'small-talk');
  const right = said.filter((one) => one.right).length;
  process.stdout.write(
    `On the tune split, out of fold, without exact ones: ${said.length} answers in a channel, ${right} right; ` +
      `${scope.length} questions in scope; first place right for ${scope.filter((one) => one.right).length}\n`,
  );
  for (let low = 0; low < 10; low++) {
    const bin = judged.filter((one) => Math.min(9, Math.floor(one.confidence * 10)) === low);
    const hits = bin.filter((one) => one.right).length;
    process.stdout.write(`  confidence ${(low / 10).toFixed(1)}: ${hits} right of ${bin.length}\n`);
  }
}

function named<Name extends string>(names: readonly Name[], values: readonly number[]): Record<Name, number> {
  return Object.fromEntries(names.map((name, at) => [name, values[at] ?? 0])) as Record<Name, number>;
}

await main();
