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
    let first = none;
    // Each inner item is looked at, so that every word of the phrase gets its number.
    for (const one of choice) {
      const inner = needsOf(one, symbolOf);
      if (first === none) first = inner;
    }
    if (first === none) mayBeMissing = true;
    for (const word of first) needs.push(word);
  }
  return mayBeMissing ? none : needs;
}

/** Word numbers, one list a need: of each list one at least must stand in the text. */
export type Needs = readonly (readonly number[])[];

export function needsOfPhrase(items: readonly Item[], { symbolOf }: Vocabulary): Needs {
  const needs: (readonly number[])[] = [];
  for (const item of items) {
    const words = needsOf(item, symbolOf);
    if (words !== none) needs.push(words);
  }
  return needs;
}

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

export interface Anchors {
  /** For each word, the phrases to look at when it stands in a text: those of which it is in the rarest need. */
  readonly byWord: readonly (readonly number[])[];
  /** The other needs in one array, each list behind its length. */
  readonly others: readonly number[];
  /** `from[phrase]` to `from[phrase + 1]` are those of a phrase. */
  readonly from: Int32Array;
}

export function anchorsOf(needs: readonly Needs[], vocabulary: Vocabulary): Anchors {
  const uses = usesIn(needs, vocabulary);
  const byWord: number[][] = Array.from({ length: vocabulary.size() }, () => []);
  const from = new Int32Array(needs.length + 1);
  const others: number[] = [];
  for (let phrase = 0; phrase < needs.length; phrase++) {
    const lists = needs[phrase] as Needs;
    const rarest = rarestOf(lists, uses);
    for (const words of lists) {
      if (words === rarest) for (const word of words) byWord[word]?.push(phrase);
      else others.push(words.length, ...words);
    }
    from[phrase + 1] = others.length;
  }
  return { byWord, others, from };
}

function usesIn(needs: readonly Needs[], vocabulary: Vocabulary): Int32Array {
  const uses = new Int32Array(vocabulary.size());
  for (const lists of needs) {
    for (const words of lists) for (const word of words) uses[word] = (uses[word] as number) + 1;
  }
  for (const [place, word] of everywhere.entries()) {
    uses[vocabulary.symbolOf(word)] = (everywhere.length - place) * plentiful;
  }
  return uses;
}

/** The need that the fewest texts meet. */
function rarestOf(lists: Needs, uses: Int32Array): readonly number[] {
  let rarest = none;
  let fewest = Number.POSITIVE_INFINITY;
  for (const words of lists) {
    let common = 0;
    for (const word of words) common += uses[word] ?? 0;
    if (common >= fewest) continue;
    fewest = common;
    rarest = words;
  }
  return rarest;
}
