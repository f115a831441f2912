import { type Span, textOf } from '../../../markdown/document.ts';
import { asLine, escaped, inlineCode } from './escape.ts';

/** Spans as one or more lines of Discord's Markdown. */
export function inlineMarkdown(spans: readonly Span[]): string {
  let out = '';
  for (const [at, span] of spans.entries()) {
    const piece = span.href === undefined ? styled(span) : linked(spans, at);
    // Two runs of markers that touch would be read as one.
    out += /[*_~`|]$/.test(out) && /^[*_~`|]/.test(piece) ? `\u200b${piece}` : piece;
  }
  return asLine(out);
}

function styled({ text, bold, italic, struck, code }: Span): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (words === '') return text;
  const marks = [bold ? '**' : '', italic ? '*' : '', struck ? '~~' : ''];
  const open = marks.join('');
  // Markers do not reach over a line break.
  const lines = words
    .split('\n')
    .map((line) =>
      line.trim() === ''
        ? line
        : open + (code ? inlineCode(line) : escaped(line)) + marks.toReversed().join(''),
    );
  return before + lines.join('\n') + after;
}

/** All spans of one link are written with its first. */
function linked(spans: readonly Span[], at: number): string {
  const { href = '' } = spans[at] ?? {};
  if (spans[at - 1]?.href === href) return '';
  const end = spans.findIndex((span, later) => later > at && span.href !== href);
  const label = spans.slice(at, end < 0 ? spans.length : end);
  return linkTo(
    href,
    textOf(label),
    label.every((span) => span.bold),
  );
}

/**
 * Discord links only to the web, and shows a link as raw text when its label has an address or an emoji in it:
 * then the bare address does.
 */
export function linkTo(href: string, label: string, bold = false): string {
  const words = label
    .replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, (found) => (/[©®™\d#*]/.test(found) ? found : ''))
    .replace(/\s+/g, ' ')
    .trim();
  const mark = bold ? '**' : '';
  if (href.startsWith('mailto:')) {
    const address = href.slice('mailto:'.length);
    return escaped(words === '' || words.includes(address) ? words || address : `${words} (${address})`);
  }
  const target = href.replaceAll('@', '%40');
  if (words === '' || /https?:|www\./i.test(words)) return `${mark}<${target}>${mark}`;
  return `${mark}[${escaped(words.replace(/\[/g, '(').replace(/\]/g, ')'))}](<${target}>)${mark}`;
}
