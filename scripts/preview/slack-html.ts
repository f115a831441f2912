import type { types } from '@slack/bolt';
import type { SlackMessage } from '../../bot/platforms/slack/render/to-slack-message.ts';

/** About what Slack's desktop window shows. */
export function slackHtml({ blocks }: SlackMessage): string {
  return `<div class="slack">${blocks.map(blockHtml).join('\n')}</div>`;
}

function blockHtml(block: types.KnownBlock): string {
  switch (block.type) {
    case 'header':
      return `<h3>${html(block.text.text)}</h3>`;
    case 'rich_text':
      return `<div class="rich">${block.elements.map(partHtml).join('')}</div>`;
    case 'table':
      return `<table>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${cellHtml(cell)}</td>`).join('')}</tr>`).join('')}</table>`;
    case 'context':
      return `<div class="context">${block.elements.map((element) => ('text' in element ? mrkdwnHtml(element.text) : '')).join(' ')}</div>`;
    case 'actions':
      return `<div class="actions">${block.elements.map((element) => (element.type === 'button' ? `<button class="${element.style ?? ''}">${html(element.text.text)}</button>` : '')).join('')}</div>`;
    default:
      return `<pre>${html(JSON.stringify(block))}</pre>`;
  }
}

function partHtml(part: types.RichTextBlock['elements'][number]): string {
  switch (part.type) {
    case 'rich_text_section':
      return `<div>${inlineHtml(part.elements)}</div>`;
    case 'rich_text_quote':
      return `<blockquote>${inlineHtml(part.elements)}</blockquote>`;
    case 'rich_text_preformatted':
      return `<pre>${inlineHtml(part.elements)}</pre>`;
    case 'rich_text_list': {
      const tag = part.style === 'ordered' ? 'ol' : 'ul';
      const items = part.elements.map((item) => `<li>${inlineHtml(item.elements)}</li>`).join('');
      return `<${tag} start="${1 + Number('offset' in part ? part.offset : 0)}" style="margin-left:${(part.indent ?? 0) * 28}px">${items}</${tag}>`;
    }
  }
}

function cellHtml(cell: types.TableBlock['rows'][number][number]): string {
  if (cell.type === 'rich_text') return cell.elements.map(partHtml).join('');
  return html(cell.type === 'raw_text' ? cell.text : String(cell.value));
}

function inlineHtml(elements: readonly types.RichTextElement[]): string {
  return elements
    .map((element) => {
      if (element.type !== 'text' && element.type !== 'link') return `[${element.type}]`;
      const { bold, italic, strike, code } = (element.style ?? {}) as Record<string, boolean | undefined>;
      let text = html(element.text ?? '')
        .replace(/\n\n/g, '<span class="gap"></span>')
        .replace(/\n/g, '<br>');
      if (code) text = `<code>${text}</code>`;
      if (bold) text = `<b>${text}</b>`;
      if (italic) text = `<i>${text}</i>`;
      if (strike) text = `<s>${text}</s>`;
      return element.type === 'link' ? `<a href="${html(element.url)}">${text}</a>` : text;
    })
    .join('');
}

/** Only what the footer uses. */
function mrkdwnHtml(text: string): string {
  return text.replace(/<([^|>]+)\|([^>]*)>/g, '<a href="$1">$2</a>');
}

const html = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
