import type { APIComponentInContainer } from 'discord.js';
import type { DiscordMessage } from '../../bot/platforms/discord/render/to-discord-message.ts';

/** About what Discord shows, made from the Markdown that is sent, so that an escape that fails is seen. */
export function discordHtml({ components: [container] }: DiscordMessage): string {
  const accent = (container.accent_color ?? 0).toString(16).padStart(6, '0');
  return `<div class="discord" style="border-left-color:#${accent}">${container.components.map(partHtml).join('\n')}</div>`;
}

/** The message as text: what is sent, with the buttons in brackets. */
export function discordText({ components: [container] }: DiscordMessage): string {
  return container.components
    .map((part) => {
      if ('content' in part) return part.content;
      if (part.type !== 1) return '―'.repeat(20);
      return part.components
        .map((button) => ('label' in button ? `[ ${button.label ?? ''} ]` : ''))
        .join(' ');
    })
    .join('\n\n');
}

function partHtml(part: APIComponentInContainer): string {
  if ('content' in part) return markdownHtml(part.content);
  if (part.type !== 1) return '<hr>';
  return `<div class="actions">${part.components.map((button) => ('label' in button ? `<button class="style${button.style}">${html(button.label ?? '')}</button>` : '')).join('')}</div>`;
}

function markdownHtml(markdown: string): string {
  const blocks = markdown.split(/(```[\s\S]*?```)/);
  return blocks
    .map((block) => {
      const code = /^```[^\n]*\n([\s\S]*?)\n?```$/.exec(block);
      return code ? `<pre>${html(code[1] ?? '')}</pre>` : linesHtml(block.replace(/^\n|\n$/g, ''));
    })
    .join('');
}

function linesHtml(text: string): string {
  if (text === '') return '';
  return text
    .split('\n')
    .map((line) => {
      const [, hashes, heading] = /^(#{1,3}) (.*)$/.exec(line) ?? [];
      if (hashes) return `<h${hashes.length}>${inlineHtml(heading ?? '')}</h${hashes.length}>`;
      if (line.startsWith('-# ')) return `<div class="small">${inlineHtml(line.slice(3))}</div>`;
      if (line.startsWith('> ')) return `<blockquote>${inlineHtml(line.slice(2))}</blockquote>`;
      const [, space = '', marker, words] = /^( *)(-|\d+\.) (.*)$/.exec(line) ?? [];
      if (marker)
        return `<div class="item" style="margin-left:${space.length > 0 ? 44 : 22}px"><span>${marker === '-' ? '•' : marker}</span>${inlineHtml(words ?? '')}</div>`;
      return line.trim() === ''
        ? '<div class="gap"></div>'
        : `<div style="margin-left:${line.startsWith('  ') ? 22 : 0}px">${inlineHtml(line.trim())}</div>`;
    })
    .join('');
}

/** Discord's inline rules, in the order in which it tries them. */
const rules: readonly [RegExp, (match: RegExpExecArray) => string][] = [
  [/^\\([^0-9A-Za-z\s])/, ([, character]) => html(character ?? '')],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/, ([, , code]) => `<code>${html((code ?? '').trim())}</code>`],
  [
    /^\[((?:\\.|[^\]\\])+)\]\(<?([^)\s>]+)>?\)/,
    ([, label, href]) => `<a href="${html(href ?? '')}">${inlineHtml(label ?? '')}</a>`,
  ],
  [/^<(https?:[^>\s]+)>/, ([, href]) => `<a href="${html(href ?? '')}">${html(href ?? '')}</a>`],
  [/^(https?:\/\/[^\s<]+)/, ([, href]) => `<a href="${html(href ?? '')}">${html(href ?? '')}</a>`],
  [/^\*\*\*((?:\\[\s\S]|[^\\])+?)\*\*\*(?!\*)/, ([, words]) => `<b><i>${inlineHtml(words ?? '')}</i></b>`],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, ([, words]) => `<b>${inlineHtml(words ?? '')}</b>`],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, ([, words]) => `<u>${inlineHtml(words ?? '')}</u>`],
  [/^\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/, ([, words]) => `<i>${inlineHtml(words ?? '')}</i>`],
  [/^~~((?:\\[\s\S]|[^\\])+?)~~/, ([, words]) => `<s>${inlineHtml(words ?? '')}</s>`],
  [/^\|\|([\s\S]+?)\|\|/, ([, words]) => `<span class="spoiler">${inlineHtml(words ?? '')}</span>`],
  [/^(@everyone|@here|<(?:@[!&]?|#)\d+>)/, ([, mention]) => `<mark>${html(mention ?? '')}</mark>`],
  [/^(?:[^\\`[<*_~|@:h]+|[\s\S])/, ([words]) => html(words ?? '')],
];

function inlineHtml(markdown: string): string {
  let out = '';
  let rest = markdown;
  while (rest !== '') {
    for (const [pattern, write] of rules) {
      const match = pattern.exec(rest);
      if (!match) continue;
      out += write(match);
      rest = rest.slice(match[0].length);
      break;
    }
  }
  return out;
}

const html = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
