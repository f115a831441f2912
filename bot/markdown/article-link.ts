/** Another article, and perhaps a heading of it, as an article links to it: `SLUG.md#SECTION`. */
export interface ArticleLink {
  readonly slug: string;
  readonly section?: string;
}

export function parseArticleLink(href: string): ArticleLink | undefined {
  const [, slug, section] = /^(?:\.\.?\/)*(?:[a-z0-9-]+\/)?([a-z0-9-]+)\.md(?:#(.+))?$/.exec(href) ?? [];
  return slug === undefined ? undefined : { slug, ...(section === undefined ? {} : { section }) };
}
