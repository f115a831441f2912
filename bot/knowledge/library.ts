import type { Article, Section } from './article.ts';
import { atOnce } from './gently.ts';

/** All articles in service. Immutable: a changed knowledge base is a new library. */
export interface Library {
  readonly articles: readonly Article[];
  get(slug: string): Article | undefined;
  /**
   * The article, and the section of it, that says it answers this: a bounce reason, a client code or `cause:NAME`. One
   * in the language that is wanted comes first.
   */
  answering(what: string, language?: string): Answering | undefined;
}

export interface Answering {
  readonly article: Article;
  readonly section: Section | undefined;
}

const articlesBetweenPauses = 200;

/** Articles in the order of their paths, so that two processes with the same files rank alike. */
export const createLibrary = (articles: readonly Article[]): Library => atOnce(buildLibrary(articles));

/** The same with pauses. */
export function* buildLibrary(articles: readonly Article[]): Generator<void, Library> {
  const sorted = [...articles].sort((a, b) => (a.path < b.path ? -1 : 1));
  yield;
  const bySlug = new Map<string, Article>();
  const byAnswer = new Map<string, Answering>();
  const bySectionsAnswer = new Map<string, Answering>();
  for (const [at, article] of sorted.entries()) {
    bySlug.set(article.slug, article);
    for (const what of article.answers) {
      const section = article.sections.find(({ answers }) => answers.includes(what));
      claim(byAnswer, what, { article, section });
    }
    for (const section of article.sections)
      for (const what of section.answers) claim(bySectionsAnswer, what, { article, section });
    if (at % articlesBetweenPauses === 0) yield;
  }
  return {
    articles: sorted,
    get: (slug) => bySlug.get(slug),
    // An article's own claim stands above a section's: it is the better page to begin with.
    answering: (what, language) => {
      const [wanted, any] = [`${language} ${what}`, what];
      const own = byAnswer.get(wanted) ?? bySectionsAnswer.get(wanted);
      return own ?? byAnswer.get(any) ?? bySectionsAnswer.get(any);
    },
  };
}

/** The first article keeps what it claims, in general and in its language. */
function claim(claims: Map<string, Answering>, what: string, answering: Answering): void {
  for (const key of [what, `${answering.article.language} ${what}`])
    if (!claims.has(key)) claims.set(key, answering);
}
