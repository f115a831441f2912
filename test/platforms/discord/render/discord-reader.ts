/** Something in a Discord text that is more than its letters. */
export interface Live {
  readonly kind: string;
  readonly text: string;
  readonly href?: string;
}

export interface Read {
  /** The letters a person sees, without gaps of no width. */
  readonly text: string;
  readonly live: readonly Live[];
}

interface Rule {
  readonly kind: string;
  readonly pattern: RegExp;
  /** Groups that hold the words and the address. */
  readonly words?: number;
  readonly href?: number;
  /** Read on inside. */
  readonly inside?: boolean;
}

/** Discord's own order: what comes first wins. Written from the client's rules, not from our renderer. */
const rules: readonly Rule[] = [
  { kind: 'letter', pattern: /^\\([^0-9A-Za-z\s])/, words: 1 },
  { kind: 'code block', pattern: /^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```/i, words: 2 },
  { kind: 'code', pattern: /^(`+)([\s\S]*?[^`])\1(?!`)/, words: 2 },
  {
    kind: 'masked link',
    pattern:
      /^\[((?:\[[^\]]*\]|[^[\]\\]|\\.|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/,
    words: 1,
    href: 2,
    inside: true,
  },
  { kind: 'address', pattern: /^<((?:https?|steam|discord):\/\/[^ >]+)>/, words: 1, href: 1 },
  { kind: 'address', pattern: /^((?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s])/, words: 1, href: 1 },
  { kind: 'everyone', pattern: /^@(?:everyone|here)/ },
  { kind: 'mention', pattern: /^<(?:@[!&]?|#)\d+>/ },
  { kind: 'emoji', pattern: /^<a?:\w+:\d+>/ },
  { kind: 'time', pattern: /^<t:-?\d+(?::[a-z])?>/i },
  { kind: 'command', pattern: /^<\/[-\w ]+:\d+>/ },
  { kind: 'guide', pattern: /^<id:\w+>/ },
  { kind: 'bold', pattern: /^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, words: 1, inside: true },
  { kind: 'underline', pattern: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, words: 1, inside: true },
  { kind: 'italic', pattern: /^\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/, words: 1, inside: true },
  {
    kind: 'italic',
    pattern: /^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    words: 1,
    inside: true,
  },
  { kind: 'struck', pattern: /^~~([\s\S]+?)~~(?!_)/, words: 1, inside: true },
  { kind: 'spoiler', pattern: /^\|\|([\s\S]+?)\|\|/, words: 1, inside: true },
];

const lineRules: readonly Rule[] = [
  { kind: 'heading', pattern: /^ *#{1,3}\s+(?=\S)/ },
  { kind: 'small', pattern: /^ *-#\s+(?=\S)/ },
  { kind: 'quote', pattern: /^ *>(?:>>)? / },
  { kind: 'list', pattern: /^ *(?:[-*]|\d{1,10}\.) +/ },
];

/** A text display as Discord's client reads it. */
export function readDiscord(markdown: string, atLineStart = true): Read {
  const live: Live[] = [];
  let text = '';
  let rest = markdown;
  let lineStart = atLineStart;
  while (rest !== '') {
    const opening = lineStart ? lineRules.find(({ pattern }) => pattern.test(rest)) : undefined;
    const rule = opening ?? rules.find(({ pattern }) => pattern.test(rest));
    const match = rule?.pattern.exec(rest);
    if (!rule || !match) {
      const letter = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      lineStart = atLineStart && letter === '\n';
      text += letter;
      rest = rest.slice(letter.length);
      continue;
    }
    const words = rule.words === undefined ? (opening ? '' : match[0]) : (match[rule.words] ?? '');
    const inside = rule.inside ? readDiscord(words, false) : { text: words, live: [] };
    if (rule.kind !== 'letter')
      live.push({
        kind: rule.kind,
        text: inside.text,
        ...(rule.href ? { href: match[rule.href] ?? '' } : {}),
      });
    live.push(...inside.live);
    text += inside.text;
    rest = rest.slice(match[0].length);
    lineStart = rule.kind === 'list';
  }
  return { text: text.replaceAll('\u200b', ''), live };
}
