import { type ArticleLink, parseArticleLink } from './article-link.ts';
import { type Span, textOf } from './document.ts';
import type { MarkdownToken } from './parse-markdown.ts';
import { honestLabel, safeLink } from './safe-link.ts';
import { visibleText } from './visible-text.ts';

/** The web address of an article's page, where it has one. */
export type AddressOf = (link: ArticleLink) => string | undefined;

const styleOf = { strong: 'bold', em: 'italic', s: 'struck' } as const;
const bareAddress = /https?:\/\/[^\s<>"'`\\]{1,500}/g;

/** Inline tokens as runs of text; what may not be linked stays as words. */
export function toSpans(tokens: readonly MarkdownToken[], addressOf: AddressOf): Span[] {
  const spans: Span[] = [];
  const depth = { strong: 0, em: 0, s: 0 };
  const style = (): Partial<Span> =>
    Object.fromEntries(
      Object.entries(styleOf).flatMap(([tag, name]) =>
        depth[tag as keyof typeof depth] > 0 ? [[name, true]] : [],
      ),
    );
  let link: { href: string; from: number } | undefined;
  const push = (text: string, extra: Partial<Span> = {}) => {
    if (text !== '') spans.push({ text, ...style(), ...extra });
  };
  for (const token of tokens) {
    const [, tag] = /^(strong|em|s)_(?:open|close)$/.exec(token.type) ?? [];
    if (tag) depth[tag as keyof typeof depth] += token.nesting;
    else if (token.type === 'softbreak') push(' ');
    else if (token.type === 'hardbreak') push('\n');
    else if (token.type === 'code_inline') push(visibleText(token.content), { code: true });
    else if (token.type === 'link_open') link = { href: attribute(token, 'href'), from: spans.length };
    else if (token.type === 'link_close' && link) {
      spans.splice(link.from, Infinity, ...linked(spans.slice(link.from), link.href, addressOf));
      link = undefined;
    } else if (token.type === 'image') {
      const image = [{ text: visibleText(token.content) || 'image', ...style() }];
      spans.push(...(link ? image : linked(image, attribute(token, 'src'), addressOf)));
    } else if (link) push(visibleText(token.content));
    else for (const part of withAddresses(visibleText(token.content))) push(part.text, part);
  }
  return joined(spans);
}

function linked(label: readonly Span[], target: string, addressOf: AddressOf): Span[] {
  const article = parseArticleLink(target);
  const address = article ? addressOf(article) : target;
  const href = address === undefined ? undefined : safeLink(address);
  if (href === undefined) return [...label];
  // An article's own page may be called anything; any other place must be what it is called.
  const shown = article ? textOf(label) : honestLabel(textOf(label), href);
  return shown === textOf(label) ? label.map((span) => ({ ...span, href })) : [{ text: shown, href }];
}

/** Finds the web addresses that stand in plain text. */
function withAddresses(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(bareAddress)) {
    const shown = match[0].replace(/[.,;:!?)\]}*_]+$/, '');
    const href = safeLink(shown);
    if (href === undefined || !/^https?:\/\/[^/]*[.:]/.test(href)) continue;
    spans.push({ text: text.slice(from, match.index) }, { text: honestLabel(shown, href), href });
    from = match.index + shown.length;
  }
  return [...spans, { text: text.slice(from) }];
}

/** One span for neighbours that look the same. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const last = out.at(-1);
    if (last && look(last) === look(span)) out[out.length - 1] = { ...last, text: last.text + span.text };
    else out.push(span);
  }
  return out;
}

const look = ({ bold, italic, struck, code, href }: Span) =>
  `${!!bold}${!!italic}${!!struck}${!!code} ${href ?? ''}`;

const attribute = (token: MarkdownToken, name: string) => String(token.attrGet(name) ?? '');
