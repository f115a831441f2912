import { stemmer } from 'stemmer';
import { stopWords } from './language/stop-words.ts';

/** One content word of a text: as it was written (folded) and its stem. */
export interface Word {
  readonly folded: string;
  readonly stem: string;
}

const maxWordLength = 40;
const wordPattern = /[\p{L}\p{N}]+/gu;
/** Codes whose digits must never be taken apart: 0x80042108, 5.7.26, 550-5.7.1. */
const codePattern = /0x[0-9a-f]{8}|\b[245]\.\d{1,3}\.\d{1,3}\b/g;

/** Words that people write as one or as two; as one, both spellings are the same word. */
const splitCompound =
  /\b(?:(?<first>web|you)[- ](?<second>mail|sites?)|(?<first>sub|add)[- ](?<second>domains?|on)|(?<first>log|sign)[- ](?<second>in|on|out)|(?<first>set|back)[- ](?<second>ups?)|(?<first>name)[- ](?<second>servers?)|(?<first>host|user|file)[- ](?<second>names?)|(?<first>pass)[- ](?<second>words?)|(?<first>in|out|mail)[- ](?<second>box|boxes)|(?<first>black|white|block|allow)[- ](?<second>list|lists|listed|listing)|(?<first>data)[- ](?<second>bases?)|(?<first>up|down)[- ](?<second>load|loads|loaded|loading)|(?<first>auto)[- ](?<second>responders?|reply|replies|ssl|discover)|(?<first>word)[- ](?<second>press)|(?<first>box)[- ](?<second>trapper)|(?<first>spam)[- ](?<second>assassin)|(?<first>time)[- ](?<second>outs?)|(?<first>cron)[- ](?<second>jobs?)|(?<first>sent)[- ](?<second>box))\b/g;

/** Lower case, no accents, one spelling of quotes, and the words that people write in two ways as one. */
function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[’‘`´']/g, '')
    .replace(/\be[- ]mail/g, 'email')
    .replace(splitCompound, '$<first>$<second>')
    .replace(/\bwi[- ]fi\b/g, 'wifi');
}

const stems = new Map<string, string>();

/** Porter's stem; words with digits and short words stay as they are. */
export function stemOf(folded: string): string {
  if (folded.length < 4 || /\d/.test(folded)) return folded;
  const known = stems.get(folded);
  if (known !== undefined) return known;
  const stem = stemmer(folded);
  if (stems.size > 50_000) stems.clear();
  stems.set(folded, stem);
  return stem;
}

/** All words of a text in order, stop words and all. */
export function tokensOf(text: string): string[] {
  const folded = foldText(text);
  const codes = folded.match(codePattern) ?? [];
  const words = (folded.replace(codePattern, ' ').match(wordPattern) ?? []).filter(
    (word) => word.length <= maxWordLength,
  );
  return [...codes, ...words];
}

/** The content words of a text, in order, with repetitions. */
export function wordsOf(text: string): Word[] {
  return tokensOf(text)
    .filter((folded) => !stopWords.has(folded) && (folded.length > 1 || /\d/.test(folded)))
    .map((folded) => ({ folded, stem: stemOf(folded) }));
}
