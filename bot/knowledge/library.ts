import type { Article, Section } from './article.ts';

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

/** Articles in the order of their paths, so that two processes with the same files rank alike. */
export function createLibrary(articles: readonly Article[]): Library {
  const sorted = [...articles].sort((a, b) => (a.path < b.path ? -1 : 1));
  const bySlug = new Map(sorted.map((article) => [article.slug, article]));
  // An article's own claim stands above a section's: it is the better page to begin with.
  const byAnswer = new Map<string, Answering>();
  const claim = (what: string, answering: Answering) => {
    for (const key of [what, `${answering.article.language} ${what}`])
      if (!byAnswer.has(key)) byAnswer.set(key, answering);
  };
  for (const article of sorted) {
    for (const what of article.answers)
      claim(what, { article, section: article.sections.find((section) => section.answers.includes(what)) });
  }
  for (const article of sorted) {
    for (const section of article.sections)
      for (const what of section.answers) claim(what, { article, section });
  }
  return {
    articles: sorted,
    get: (slug) => bySlug.get(slug),
    answering: (what, language) => byAnswer.get(`${language} ${what}`) ?? byAnswer.get(what),
  };
}
