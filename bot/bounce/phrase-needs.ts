import type { Item } from './phrase-language.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The words of which one at least must stand in a text that has the item; none when the item may be left out. */
function needsOf(item: Item): readonly string[] {
  if ('word' in item) return [item.word];
  if ('gap' in item || item.choices.some((choice) => choice.every((inner) => needsOf(inner).length === 0)))
    return [];
  return item.choices.flatMap((choice) => choice.map(needsOf).find((needs) => needs.length > 0) ?? []);
}

/** Word numbers, one list a need: of each list one at least must stand in the text. */
export const needsOfPhrase = (items: readonly Item[], vocabulary: Vocabulary): number[][] =>
  items
    .map(needsOf)
    .filter((words) => words.length > 0)
    .map((words) => [...new Set(words.map(vocabulary.symbolOf))])
    .sort((one, other) => one.length - other.length);

/** Words that stand in most bounces whatever their reason: poor ones to tell phrases by. */
const everywhere = new Set(
  (
    '@ # host! ip! the a an to of for by in on at is was has been be not from your this that and or with host server mail ' +
    'email message messages smtp error recipient recipients address user sender rejected said 550 554 5.7.1 com mailbox ' +
    'could remote delivery failed following access list'
  ).split(' '),
);
const plentiful = 1000;

/** For each word, the phrases to look at when it stands in a text: those of which it is the rarest need. */
export function anchorsOf(
  parsed: readonly (readonly Item[])[],
  vocabulary: Vocabulary,
): readonly (readonly number[])[] {
  const uses = new Map<string, number>();
  for (const items of parsed) {
    for (const word of items.flatMap(needsOf)) uses.set(word, (uses.get(word) ?? 0) + 1);
  }
  const anchors: number[][] = Array.from({ length: vocabulary.size() }, () => []);
  for (const [phrase, items] of parsed.entries()) {
    let rarest: readonly string[] = [];
    let fewest = Number.POSITIVE_INFINITY;
    for (const item of items) {
      const needs = needsOf(item);
      const common = needs.reduce(
        (sum, word) => sum + (everywhere.has(word) ? plentiful : (uses.get(word) ?? 0)),
        0,
      );
      if (needs.length > 0 && common < fewest) {
        fewest = common;
        rarest = needs;
      }
    }
    for (const word of new Set(rarest)) anchors[vocabulary.symbolOf(word)]?.push(phrase);
  }
  return anchors;
}
