const gap = '\u200b';

/** Words in which Discord finds no formatting, mention, link or timestamp; asLine sees to the start of a line. */
export function escaped(text: string): string {
  return unpinged(text)
    .replace(/[\\*_~|`<[\]#]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:');
}

/** Escapes what would make a line of finished Markdown a list, heading, quote or small print. */
export function asLine(markdown: string): string {
  return markdown.replace(/^([ \t]*)([-+>#])/gm, '$1\\$2').replace(/^([ \t]*\d+)([.)])/gm, '$1\\$2');
}

/** `<@1>`, `<@&1>`, `<#1>`, `<:emoji:1>`, `</command:1>`, `<t:1>`, `<id:guide>`. */
const token = /<(?=@[!&]?\d|#\d|a?:\w+:\d|\/[\w -]{1,100}:\d|t:-?\d|id:\w)/gi;

/** Mentions with a gap in them: nobody is pinged even where allowed_mentions is forgotten. Code stays fit to copy. */
function unpinged(text: string): string {
  return text.replace(/@(?=everyone|here)/gi, `@${gap}`).replace(token, `<${gap}`);
}

/** Inline code; more backticks outside than inside. */
export function inlineCode(text: string): string {
  const code = unpinged(text).replace(/\s+/g, ' ');
  if (code.trim() === '') return code;
  if (!code.includes('`')) return `\`${code}\``;
  return code.includes('``') ? `\`${code.replaceAll('`', 'ˋ')}\`` : `\`\` ${code} \`\``;
}

/** A fenced block that the text cannot close. */
export function fenced(text: string, language: string | undefined): string {
  return `\`\`\`${language?.toLowerCase() ?? ''}\n${unpinged(text).replace(/``(?=`)/g, `\`\`${gap}`)}\n\`\`\``;
}
