import dictionary from 'dictionary-en';
import nspell from 'nspell';
import type { Article } from '../article.ts';
import type { CheckFinding } from './finding.ts';
import { lineOf } from './structure.ts';

/** Checks the English of titles, summaries, asks and texts; `allowed` are names and terms that no dictionary has. */
export function createSpellingCheck(allowed: readonly string[]) {
  const speller = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  for (const word of allowed) speller.add(word);
  const known = new Set(allowed.map((word) => word.toLowerCase()));
  const judged = new Map<string, boolean>();
  const isRight = (word: string): boolean => {
    const seen = judged.get(word);
    if (seen !== undefined) return seen;
    const british = word
      .replace(/is(e|ed|es|ing|ation|ations|er|ers)$/i, 'iz$1')
      .replace(/our/i, 'or')
      .replace(/ll(ed|ing)$/, 'l$1')
      .replace(/yse(d?)$/, 'yze$1')
      .replace(/tre$/, 'ter')
      .replace(/ogue(s?)$/, 'og$1');
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    // Customers write monday and english.
    const right =
      known.has(word.toLowerCase()) || [word, british, capital].some((one) => speller.correct(one));
    judged.set(word, right);
    return right;
  };
  return (article: Article, source: string): CheckFinding[] => {
    const texts = [article.title, article.summary, ...article.asks, article.body].map(proseOf).join('\n');
    const words = new Set(
      texts.match(/(?<![\p{L}\p{N}_./@-])\p{L}[\p{L}’']*\p{L}(?![\p{L}\p{N}_@]|[./-]\p{L})/gu) ?? [],
    );
    return [...words]
      .filter(
        (word) => !/[A-Z]/.test(word.slice(1)) && !isRight(word.replace(/[’']s?$/, '').replace(/’/g, "'")),
      )
      .map((word) => ({
        check: 'spelling',
        path: article.path,
        line: lineOf(source, word),
        message: `"${word}" is in no dictionary: correct it, or add it to kb/words.txt`,
      }));
  };
}

/** Markdown without code, links' targets and menu paths' symbols. */
function proseOf(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/`[^`\n]*`/g, ' ')
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/https?:\/\/\S+/g, ' ');
}
