import { articleLink } from '../desk/compose-reply.ts';
import type { Answered } from '../desk/desk-memory.ts';
import type { Diagnosis } from '../desk/diagnosis.ts';
import { actorWords, lifeWords } from '../desk/wording.ts';
import type { Library } from '../knowledge/library.ts';
import { codeSpan } from '../markdown/code-span.ts';

export interface HandOffNotes {
  readonly answered: Answered | undefined;
  /** Of the question's kept text; `undefined` where nothing is known of it. */
  readonly diagnosis: Diagnosis | undefined;
  /** Articles the customer said of whether they helped. */
  readonly votes: readonly { readonly slug: string; readonly helped: boolean }[];
  /** The customer, as people there call them. */
  readonly name: string;
  /** Address of the thread. */
  readonly link: string | undefined;
  readonly library: Library;
}

/** The finished diagnosis for whoever takes over, as Markdown: nothing in it has to be asked again. */
export function handOffNotes({ answered, diagnosis, votes, name, link, library }: HandOffNotes): string {
  const titleOf = (slug: string) => {
    const article = library.get(slug);
    return article ? articleLink(article) : slug;
  };
  const [error] = diagnosis?.mailErrors ?? [];
  const shown = answered?.shown === undefined ? 'none' : titleOf(answered.shown);
  const tried = votes.map(({ slug, helped }) => `${titleOf(slug)} (${helped ? 'helped' : 'did not help'})`);
  const codes = [error?.replyCode, error?.statusCode, error?.clientCode].filter((code) => code !== undefined);
  const lines = [
    `- Who: ${codeSpan(name)}${link === undefined ? '' : `, [go there](${link})`}`,
    ...(error
      ? [
          `- Read from the text: **${error.reason}**${error.phrase ? `, by ${codeSpan(error.phrase.text)}` : ''}`,
          `- Who must act: ${actorWords(error)}${lifeWords(error) ? `; ${lifeWords(error)}` : ''}`,
          ...(codes.length > 0 ? [`- Code: ${codeSpan(codes.join(' '))}`] : []),
          ...(error.domain ? [`- Domain: ${codeSpan(error.domain)}`] : []),
        ]
      : []),
    `- Article shown: ${shown}`,
    ...(tried.length > 0 ? [`- Said of articles: ${tried.join('; ')}`] : []),
  ];
  return [quotation(answered?.text), lines.join('\n')].filter((part) => part !== '').join('\n\n');
}

const longest = 1500;

/** Somebody's words as a block in which nothing formats or links. */
export function quotation(text: string | undefined): string {
  const words = (text ?? '').trim().slice(0, longest);
  if (words === '') return '';
  const longestRun = Math.max(2, ...(words.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}\n${words}\n${fence}`;
}
