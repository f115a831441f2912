import dictionary from 'dictionary-en';
import { stemOf } from './words.ts';

/**
 * Whether a word, folded, is plain English: a general word list (the package dictionary-en) has one of its stem.
 * Only the words that begin like it are stemmed, when it is asked for: all would take longer than the start.
 */
export function isEnglish(folded: string): boolean {
  return hasStem(stemOf(folded)) || hasStem(stemOf(folded.replace(/(?:er|est|ly|ness|less|ful|ish)$/, '')));
}

let list: string | undefined;
const stemsByBeginning = new Map<string, ReadonlySet<string>>();

function hasStem(stem: string): boolean {
  // Porter's stemmer leaves the first two letters of a word as they are.
  const beginning = stem.slice(0, 2);
  if (!/^[a-z]+$/.test(beginning)) return false;
  let stems = stemsByBeginning.get(beginning);
  if (!stems) {
    list ??= new TextDecoder().decode(dictionary.dic);
    const words = list.match(new RegExp(`^${beginning}[a-z]*(?=/|$)`, 'gm')) ?? [];
    stems = new Set(words.map(stemOf));
    stemsByBeginning.set(beginning, stems);
  }
  return stems.has(stem);
}
