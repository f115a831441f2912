/** `<@U1>`, `<#C1|name>`, `<!here>`, `<mailto:a@b|a@b>`, `<https://…|label>`: everything between Slack's angle brackets. */
const token = /<([^<>]*)>/g;

/** What the person typed: Slack's tokens and entities as text again. A mention of `bot` is left out. */
export function typedText(text: string, bot?: string): string {
  return text
    .replace(token, (_, inside: string) => written(inside, bot))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim();
}

export function mentions(text: string, user: string): boolean {
  return new RegExp(`<@${user}(?:\\|[^<>]*)?>`).test(text);
}

/** Whether it opens with a mention of somebody else: then it is theirs to answer. */
export function opensWithOther(text: string, bot: string): boolean {
  const [, user] = /^\s*<@(\w+)/.exec(text) ?? [];
  return user !== undefined && user !== bot;
}

function written(inside: string, bot: string | undefined): string {
  const bar = inside.indexOf('|');
  const [what, label] = bar < 0 ? [inside, undefined] : [inside.slice(0, bar), inside.slice(bar + 1)];
  if (what.startsWith('@')) return what.slice(1) === bot ? '' : `@${label ?? what.slice(1)}`;
  if (what.startsWith('#')) return `#${label ?? what.slice(1)}`;
  if (what.startsWith('!')) return label ?? `@${what.slice(1).replace(/\^.*/, '')}`;
  return label ?? what.replace(/^(?:mailto|tel):/, '');
}
