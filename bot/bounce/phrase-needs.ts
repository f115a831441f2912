import type { Item } from './phrase-language.ts';
import type { Vocabulary } from './vocabulary.ts';

const none: readonly number[] = [];

/** The words of which one at least must stand in a text that has the item; none when the item may be left out. */
function needsOf(item: Item, symbolOf: Vocabulary['symbolOf']): readonly number[] {
  if ('word' in item) return [symbolOf(item.word)];
  if ('gap' in item) return none;
  let mayBeMissing = false;
  const needs: number[] = [];
  for (const choice of item.choices) {
    // Each inner item is looked at, so that every word of the phrase gets its number.
    const inner = choice.map((one) => needsOf(one, symbolOf));
    const first = inner.find((one) => one.length > 0);
    if (first) needs.push(...first);
    else mayBeMissing = true;
  }
  return mayBeMissing ? none : needs;
}

/** Word numbers, one list a need: of each list one at least must stand in the text. */
export const needsOfPhrase = (items: readonly Item[], { symbolOf }: Vocabulary): number[][] =>
  items
    .map((item) => needsOf(item, symbolOf))
    .filter((words) => words.length > 0)
    .map((words) => (words.length === 1 ? [...words] : [...new Set(words)]))
    .sort((one, other) => one.length - other.length);

/** Words that stand in many bounces whatever their reason, most of all the first: poor ones to tell phrases by. */
const everywhere = (
  '# @ 550 host! to the message not mail is ip! for 5.7.1 this your server error in of from address host a rejected 554 ' +
  'smtp recipient has failed .com domain or and was .mail by email be mailbox user please sender you spam command ' +
  'recipients remote exceeded no said rcpt on .https 552 account delivery reply 5.1.1 ip delivered send try sending that ' +
  'does sent been status too allowed more blocked following an because connection 451 it see .mx found after data i ' +
  'authentication 421 refused relay our again denied policy as action messages unknown dns name list with limit at .net ' +
  'could service are code cannot access due later many one contact max hour .http 450 per have end reason 4.7.1 system ' +
  'quota invalid 553 its permanent de client mx unavailable type check subject local accepted outlook response size full ' +
  'unable'
).split(' ');
const plentiful = 10;

/** For each word, the phrases to look at when it stands in a text: those of which it is the rarest need. */
export function anchorsOf(
  needs: readonly (readonly (readonly number[])[])[],
  vocabulary: Vocabulary,
): readonly (readonly number[])[] {
  const uses = new Int32Array(vocabulary.size());
  for (const word of needs.flat(2)) uses[word] = (uses[word] ?? 0) + 1;
  for (const [place, word] of everywhere.entries()) {
    uses[vocabulary.symbolOf(word)] = (everywhere.length - place) * plentiful;
  }
  const anchors: number[][] = Array.from({ length: vocabulary.size() }, () => []);
  for (const [phrase, lists] of needs.entries()) {
    let rarest: readonly number[] = none;
    let fewest = Number.POSITIVE_INFINITY;
    for (const words of lists) {
      const common = words.reduce((sum, word) => sum + (uses[word] ?? 0), 0);
      if (common < fewest) {
        fewest = common;
        rarest = words;
      }
    }
    for (const word of rarest) anchors[word]?.push(phrase);
  }
  return anchors;
}

/** All needs in one array, each list behind its length: `from[phrase]` to `from[phrase + 1]` are those of a phrase. */
export function packedNeeds(needs: readonly (readonly (readonly number[])[])[]): {
  from: Int32Array;
  packed: Int32Array;
} {
  const from = new Int32Array(needs.length + 1);
  const packed: number[] = [];
  for (const [phrase, lists] of needs.entries()) {
    for (const words of lists) packed.push(words.length, ...words);
    from[phrase + 1] = packed.length;
  }
  return { from, packed: Int32Array.from(packed) };
}
