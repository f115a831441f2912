/** What stands in machines' lines and hardly ever in a person's: codes, addresses in brackets, headers, logs, options. */
const machineLine =
  /[<>{}=|]|\b[245]\d\d\b|\b[245]\.\d{1,3}\.\d{1,3}\b|0x[0-9a-f]{4,}|\b\d{1,3}(?:\.\d{1,3}){3}\b|^\s*[\w-]+:\s|\b\d\d:\d\d\b|https?:\/\/|^\s*[-*_=#]{3,}/i;
/** What mail servers say around the reason, whoever the mail was for (Exim, Postfix, qmail, Exchange, Gmail). */
const noticeLine =
  /created automatically by|message that you sent|one or more of its|permanent error|following address|^\s*recipients\b|could ?n[o']t be delivered|be delivered to|undeliver|delivery (?:status|system|has|to the following)|this is the mail system|mail delivery (?:failed|software)|returning message|sorry to have to inform|for further assistance|own text from the attached|copy of (?:the|your) (?:original )?message|wasn't delivered|address not found|no action is required|delivery attempts will continue/i;
const fewestWords = 5;
/** Of a longer text only so much is searched for what the person wrote. */
const longest = 4000;

/**
 * The lines of a text that a person wrote beside what was pasted; `undefined` when all of them, or next to none, are.
 */
export function ownWordsOf(text: string): string | undefined {
  const start = text.slice(0, longest);
  if (!start.includes('\n')) return undefined;
  const { own, all } = linesOf(start);
  return own.length === all ? undefined : enough(own);
}

/**
 * What a person wrote beside a machine's message: all but machine's lines, and of a line in which one of its phrases
 * stands only what is before it. `phrases`: where they begin. `undefined` when next to nothing is left.
 */
export function wordsBeside(phrases: readonly number[], text: string): string | undefined {
  let from = 0;
  let rest = '';
  for (const start of [...phrases].sort((a, b) => a - b)) {
    if (start < from) continue;
    rest += text.slice(from, start);
    const end = text.indexOf('\n', start);
    from = end < 0 ? text.length : end;
  }
  return enough(linesOf((rest + text.slice(from, from + longest)).slice(0, longest)).own);
}

function linesOf(text: string): { own: string[]; all: number } {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const own = lines.filter((line) => !machineLine.test(line) && !noticeLine.test(line));
  return { own, all: lines.length };
}

function enough(lines: readonly string[]): string | undefined {
  const words = lines.join('\n');
  return (words.match(/\p{L}+/gu)?.length ?? 0) < fewestWords ? undefined : words;
}
