import type { Align, Block, Cell, Span, Table } from './document.ts';
import { type MarkdownToken, parseMarkdown } from './parse-markdown.ts';
import { type AddressOf, toSpans } from './to-spans.ts';
import { visibleText } from './visible-text.ts';

/** More than any chat shows; keeps a huge body from being parsed to the end for nothing. */
const mostSource = 30_000;

/** Markdown as a tree whose text is clean and whose links are checked. Every platform renders from it. */
export function toDocument(source: string, addressOf: AddressOf): Block[] {
  const tokens = parseMarkdown(source.slice(0, mostSource));
  return blocksOf(tokens, (inline) => toSpans(inline?.children ?? [], addressOf));
}

type Inline = (token: MarkdownToken | undefined) => Span[];

function blocksOf(tokens: readonly MarkdownToken[], inline: Inline): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as MarkdownToken;
    const end = token.nesting === 1 ? closeOf(tokens, at) : at;
    const block = blockOf(token, tokens.slice(at + 1, end), inline);
    if (block) blocks.push(block);
    at = end;
  }
  return blocks;
}

function blockOf(token: MarkdownToken, inside: readonly MarkdownToken[], inline: Inline): Block | undefined {
  switch (token.type) {
    case 'paragraph_open':
      return written('paragraph', inline(inside[0]));
    case 'heading_open': {
      const spans = inline(inside[0]);
      return spans.length > 0 ? { kind: 'heading', level: Number(token.tag.slice(1)), spans } : undefined;
    }
    case 'bullet_list_open':
    case 'ordered_list_open': {
      const start = token.type === 'ordered_list_open' ? Number(token.attrGet('start') ?? 1) : undefined;
      return { kind: 'list', start, items: groups(inside).map((item) => blocksOf(item, inline)) };
    }
    case 'blockquote_open':
      return { kind: 'quote', blocks: blocksOf(inside, inline) };
    case 'fence':
    case 'code_block': {
      const text = visibleText(token.content).replace(/\s+$/, '').replace(/^\n+/, '');
      const language = /^[\w+#-]{1,20}$/.exec(token.info.trim().split(/\s/)[0] ?? '')?.[0];
      return text === '' ? undefined : { kind: 'code', language, text };
    }
    case 'table_open':
      return tableOf(inside, inline);
    case 'hr':
      return { kind: 'rule' };
    case 'inline':
      return written('paragraph', inline(token));
    default:
      return undefined;
  }
}

function written(kind: 'paragraph', spans: readonly Span[]): Block | undefined {
  return spans.some((span) => span.text.trim() !== '') ? { kind, spans } : undefined;
}

/** Index of the token that closes the one at `from`. */
function closeOf(tokens: readonly MarkdownToken[], from: number): number {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** The tokens within each of the elements that stand side by side. */
function groups(tokens: readonly MarkdownToken[]): (readonly MarkdownToken[])[] {
  const found: (readonly MarkdownToken[])[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = closeOf(tokens, at);
    found.push(tokens.slice(at + 1, end));
    at = end;
  }
  return found;
}

function tableOf(tokens: readonly MarkdownToken[], inline: Inline): Table {
  const rows = groups(tokens).flatMap(groups);
  const cells = (row: readonly MarkdownToken[]): Cell[] => groups(row).map((cell) => inline(cell[0]));
  const [head = [], ...body] = rows;
  return { kind: 'table', head: cells(head), rows: body.map(cells), align: head.filter(opens).map(alignOf) };
}

const opens = (token: MarkdownToken) => token.nesting === 1;

function alignOf(token: MarkdownToken): Align {
  const style = String(token.attrGet('style') ?? '');
  return style.includes('right') ? 'right' : style.includes('center') ? 'center' : 'left';
}
