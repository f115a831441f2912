import type { Library } from '../../knowledge/library.ts';
import { buildSpeller } from '../../knowledge/speller.ts';
import { stemOf, type Word } from '../../knowledge/words.ts';
import type { Gap } from './gap.ts';
import { type GapGroup, gapGroupOf } from './gap-group.ts';
import { gapWordsOf } from './gap-words.ts';
import { createLeaders } from './leaders.ts';
import { readWordWeights } from './word-weights.ts';

/** A word that the library lacks and so many questions use is no misspelling. */
const knownFrom = 2;

/**
 * Puts questions that mean the same into groups, those of most people first. The same questions give the same groups
 * in whatever order they come: they are sorted first. Pauses often, so that nobody has to wait for it.
 */
export function* groupGaps(gaps: readonly Gap[], library: Library): Generator<void, GapGroup[]> {
  const ordered = [...gaps].sort((a, b) => a.askedAt - b.askedAt || (a.key < b.key ? -1 : 1));
  const groups = new Map<string, Gap[]>();
  const put = (group: string, members: readonly Gap[]) => {
    const known = groups.get(group) ?? [];
    known.push(...members);
    groups.set(group, known);
  };

  const asked: { gap: Gap; words: readonly Word[] }[] = [];
  for (const gap of ordered) {
    const read = gapWordsOf(gap.text);
    if ('error' in read) put(`error ${read.error}`, [gap]);
    else asked.push({ gap, words: read.words });
    yield;
  }

  const weights = yield* readWordWeights(library);
  const texts = yield* sameTexts(asked, weights.vocabulary);
  for (const { stems } of texts) weights.count(stems);
  const leaders = createLeaders();
  for (const { signature, stems, gaps: members } of texts) {
    const leader = leaders.join(signature, weights.vectorOf(stems), nearestOf(members));
    put(`words ${leader}`, members);
    yield;
  }
  return [...groups].map(([name, members]) => gapGroupOf(name, members)).sort(mostPeopleFirst);
}

interface Text {
  readonly signature: string;
  readonly stems: readonly string[];
  readonly gaps: Gap[];
}

/** Questions of the same words, corrected. Common ways of asking come first: they lead, and rarer ones join them. */
function* sameTexts(
  asked: readonly { gap: Gap; words: readonly Word[] }[],
  vocabulary: ReadonlyMap<string, number>,
): Generator<void, Text[]> {
  const correct = yield* correcting(
    asked.map(({ words }) => words),
    vocabulary,
  );
  const texts = new Map<string, Text>();
  for (const { gap, words } of asked) {
    const stems = [...new Set(words.map(({ folded }) => stemOf(correct(folded))))].sort();
    // "Ok", "thanks": nothing that an article could answer.
    if (stems.length === 0) continue;
    const signature = stems.join(' ');
    const known = texts.get(signature);
    if (known) known.gaps.push(gap);
    else texts.set(signature, { signature, stems, gaps: [gap] });
    yield;
  }
  return [...texts.values()].sort(
    (a, b) => b.gaps.length - a.gaps.length || (a.signature < b.signature ? -1 : 1),
  );
}

/** Gives the word that was meant: one of the library's, else one that several questions use. */
function* correcting(
  texts: readonly (readonly Word[])[],
  vocabulary: ReadonlyMap<string, number>,
): Generator<void, (folded: string) => string> {
  const counts = new Map<string, number>();
  for (const words of texts)
    for (const folded of new Set(words.map((word) => word.folded)))
      counts.set(folded, (counts.get(folded) ?? 0) + 1);
  const byLibrary = yield* buildSpeller(vocabulary);
  const known = new Map(vocabulary);
  for (const [folded, count] of counts) {
    if (count < knownFrom || vocabulary.has(folded) || byLibrary.correct(folded).length > 0) continue;
    known.set(folded, count);
    yield;
  }
  const byBoth = yield* buildSpeller(known);
  return (folded) => byBoth.correct(folded)[0]?.word ?? folded;
}

function nearestOf(gaps: readonly Gap[]): string | undefined {
  return gaps.find(({ nearest }) => nearest !== undefined)?.nearest;
}

/** What was only overheard comes last: much of it was meant for nobody's bot. */
function mostPeopleFirst(a: GapGroup, b: GapGroup): number {
  return (
    Number(overheard(a)) - Number(overheard(b)) ||
    b.people - a.people ||
    b.questions - a.questions ||
    b.lastAt - a.lastAt ||
    (a.id < b.id ? -1 : 1)
  );
}

const overheard = ({ kinds, questions }: GapGroup): boolean => kinds.silent === questions;
