const blockTags = new Set(
  'br p div tr td th li ul ol table tbody thead blockquote pre hr h1 h2 h3 h4 h5 h6 title'.split(' '),
);
const inlineTags = new Set(
  'a b i u em strong span font small big code tt html head body meta link img center style script sup sub o:p wbr'.split(
    ' ',
  ),
);
const hiddenTags = new Set(['style', 'script']);

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['rsquo', "'"],
  ['lsquo', "'"],
  ['ldquo', '"'],
  ['rdquo', '"'],
  ['ndash', '-'],
  ['mdash', '-'],
  ['hellip', '.'],
  ['szlig', 'ß'],
  ['aelig', 'æ'],
  ['oslash', 'ø'],
]);
const accented = /^([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|slash)$/i;

const longestTag = 1000;
const longestTagName = 12;
const longestHidden = 8000;
const longestEntity = 10;
const lastCodePoint = 0x10ffff;

/** What a mark stands for in the text, and where it ends. */
interface Mark {
  readonly end: number;
  readonly by: string;
}

/** Where the string begins within this many characters; -1 when not. */
function within(text: string, what: string, from: number, most: number): number {
  const at = text.slice(from, from + most).indexOf(what);
  return at < 0 ? -1 : from + at;
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith('#')) return entities.get(name.toLowerCase()) ?? accented.exec(name)?.[1];
  const hex = name[1] === 'x' || name[1] === 'X';
  const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= lastCodePoint ? String.fromCodePoint(code).slice(0, 1) : undefined;
}

/** `&auml;`, `&eacute;`, `&#39;`, `&#x27;`: the character, accents left off as matching does. */
export function entityAt(text: string, at: number): Mark | undefined {
  const end = within(text, ';', at, longestEntity);
  const by = end < 0 ? undefined : characterOf(text.slice(at + 1, end));
  return by === undefined ? undefined : { end: end + 1, by };
}

const nameLetter = /[a-z0-9:]/i;
const nameEnding = /[\s/>]/;

/** The tag or comment that begins at `<`; a tag of a block stands for a line break. `<user@host>` is no tag. */
export function tagAt(text: string, at: number): Mark | undefined {
  if (text.startsWith('<!--', at)) {
    const end = within(text, '-->', at, longestTag);
    return end < 0 ? undefined : { end: end + 3, by: '' };
  }
  const closing = text[at + 1] === '/';
  const nameStart = closing ? at + 2 : at + 1;
  let nameEnd = nameStart;
  while (nameEnd - nameStart < longestTagName && nameLetter.test(text[nameEnd] ?? '')) nameEnd++;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  if (!(blockTags.has(name) || inlineTags.has(name)) || !nameEnding.test(text[nameEnd] ?? ''))
    return undefined;
  const end = within(text, '>', nameEnd, longestTag);
  if (end < 0) return undefined;
  const close = !closing && hiddenTags.has(name) ? within(text, `</${name}`, end, longestHidden) : -1;
  return { end: close < 0 ? end + 1 : close, by: blockTags.has(name) ? '\n' : '' };
}
