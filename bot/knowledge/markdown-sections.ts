import { parseBlocks, parseMarkdown } from '../markdown/parse-markdown.ts';

export interface MarkdownSection {
  /** Anchor made from the heading as GitHub makes it; '' before the first heading. */
  readonly id: string;
  readonly heading: string;
  /** 2 for `##`; 0 before the first heading. */
  readonly level: number;
  /** Markdown below the heading, without it. */
  readonly text: string;
}

/** Cuts Markdown at its headings, as markdown-it finds them (so a `#` in a code block is none). */
export function sectionsOf(body: string): MarkdownSection[] {
  const lines = body.split('\n');
  const sections: MarkdownSection[] = [];
  let open = { id: '', heading: '', level: 0, from: 0 };
  const close = (to: number) => {
    const { from, ...rest } = open;
    const text = lines.slice(from, to).join('\n').trim();
    if (rest.level > 0 || text !== '') sections.push({ ...rest, text });
  };
  const tokens = parseBlocks(body);
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open' || !token.map) return;
    close(token.map[0]);
    const heading = plainText(tokens[at + 1]?.content ?? '');
    open = { id: anchorOf(heading), heading, level: Number(token.tag.slice(1)), from: token.map[1] };
  });
  close(lines.length);
  return sections;
}

/** Slugs that the text links to as `[…](SLUG.md)` or `[…](SLUG.md#SECTION)`. */
export function linksOf(body: string): { slug: string; section: string | undefined }[] {
  const links: { slug: string; section: string | undefined }[] = [];
  for (const block of parseMarkdown(body)) {
    for (const token of block.children ?? []) {
      const href = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : '';
      const target = /^(?:\.\.?\/)*(?:[a-z0-9-]+\/)?([a-z0-9-]+)\.md(?:#(.+))?$/.exec(href);
      if (target) links.push({ slug: target[1] ?? '', section: target[2] });
    }
  }
  return links;
}

function plainText(inline: string): string {
  return inline.replace(/[*_`]/g, '').trim();
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
}
