/** Slack's tokens for people, channels, groups and broadcasts: `<@U1>`, `<#C1>`, `<!here>`, `<!subteam^S1>`. */
const tokenStart = /<(?=[@#]\w|!(?:channel|here|everyone|group|subteam|date)\b)/g;

/**
 * Text for rich_text and plain_text, which Slack does not parse. The word joiner is a second lock: should a client
 * or a copy of the message ever be parsed, no token is left in it.
 */
export function literal(text: string): string {
  return text.replace(tokenStart, '<\u2060');
}

/** Text for mrkdwn: nothing in it formats, pings, links or becomes an emoji. */
export function mrkdwn(text: string): string {
  return text
    .replace(/\*/g, '∗')
    .replace(/~/g, '∼')
    .replace(/`/g, 'ˋ')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .replace(/:(?=[a-z0-9_+'-]+:)/gi, '꞉')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** `<url|label>` for an address that safeLink has passed. */
export function mrkdwnLink(href: string, label: string): string {
  return `<${href.replace(/&/g, '&amp;').replace(/\|/g, '%7C')}|${mrkdwn(label).replace(/\|/g, '¦')}>`;
}
