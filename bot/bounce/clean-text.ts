/** Text without the marks that mail programs put into it, and the way back to where each character stood. */
export interface CleanText {
  readonly text: string;
  /** Where the character at this offset of `text` begins in the original. */
  readonly startOf: (offset: number) => number;
  /** Where the character before this offset of `text` ends in the original. */
  readonly endOf: (offset: number) => number;
}

interface Piece {
  readonly at: number;
  readonly from: number;
  /** Length in the original; a piece that stands for one character (an entity) may be longer there. */
  readonly length: number;
}

const blockTags = new Set(
  'br p div tr td th li ul ol table tbody thead blockquote pre hr h1 h2 h3 h4 h5 h6 title'.split(' '),
);
const inlineTags = new Set(
  'a b i u em strong span font small big code tt html head body meta link img center style script sup sub o:p wbr'.split(
    ' ',
  ),
);
const hiddenTags = ['style', 'script'];

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

const longestTag = 1000;
const longestHidden = 8000;
const longestEntity = 10;

/** Where the string begins within this many characters; -1 when not. */
function within(text: string, what: string, from: number, most: number): number {
  const at = text.slice(from, from + most).indexOf(what);
  return at < 0 ? -1 : from + at;
}

/** `&auml;`, `&eacute;`, `&#39;`, `&#x27;`: the character, accents left off as matching does. */
function entityAt(text: string, at: number): { char: string; length: number } | undefined {
  const end = within(text, ';', at, longestEntity);
  if (end < 0) return undefined;
  const name = text.slice(at + 1, end);
  const length = end + 1 - at;
  if (name.startsWith('#')) {
    const hex = name[1] === 'x' || name[1] === 'X';
    const code = Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10);
    return code > 0 && code < 0x10ffff ? { char: String.fromCodePoint(code).slice(0, 1), length } : undefined;
  }
  const known = entities.get(name) ?? entities.get(name.toLowerCase());
  if (known) return { char: known, length };
  const accent = /^([a-z])(?:uml|acute|grave|circ|tilde|cedil|ring|slash)$/i.exec(name);
  return accent?.[1] ? { char: accent[1], length } : undefined;
}

/** The tag that opens or closes at `<`: where it ends and whether it breaks the line. `<user@host>` is no tag. */
function tagAt(text: string, at: number): { end: number; breaks: boolean } | undefined {
  if (text.startsWith('<!--', at)) {
    const end = within(text, '-->', at, longestTag);
    return end < 0 ? undefined : { end: end + 3, breaks: false };
  }
  let nameStart = at + 1;
  if (text[nameStart] === '/') nameStart++;
  let nameEnd = nameStart;
  while (nameEnd - nameStart < 12 && /[a-z0-9:]/i.test(text[nameEnd] ?? '')) nameEnd++;
  const name = text.slice(nameStart, nameEnd).toLowerCase();
  const breaks = blockTags.has(name);
  if (!breaks && !inlineTags.has(name)) return undefined;
  if (!/[\s/>]/.test(text[nameEnd] ?? '')) return undefined;
  const end = within(text, '>', nameEnd, longestTag);
  if (end < 0) return undefined;
  if (text[at + 1] !== '/' && hiddenTags.includes(name)) {
    const close = within(text, `</${name}`, end, longestHidden);
    if (close > 0) return { end: close, breaks: true };
  }
  return { end: end + 1, breaks };
}

const htmlHint = /<(?:\/|br\b|p\b|div\b|html\b|span\b|b>|td\b|!--)/i;
const entityHint = /&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});/i;
const softBreakHint = /=\r?\n/;
const encodedHint = /=(?:3D|20|E2|C3|0D|0A)/i;
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;
const quoteHint = /^[ \t]*[>|]/m;

/** Quote marks at the start of a line: `> > `, `| `, `>|`. Where they end. */
function quoteEnd(text: string, at: number): number {
  let end = at;
  let marks = 0;
  for (let next = at; next < text.length; next++) {
    const char = text[next];
    if (char === '>' || char === '|') {
      marks++;
      end = next + 1;
    } else if (char !== ' ' && char !== '\t') break;
  }
  // `>>> RCPT TO` and `<<< 550` of a transcript read the same without their marks.
  return marks > 0 ? end : at;
}

function hexAt(text: string, at: number): number {
  const code = Number.parseInt(text.slice(at + 1, at + 3), 16);
  return /^[0-9a-f]{2}$/i.test(text.slice(at + 1, at + 3)) ? code : -1;
}

/** Strips HTML, quote marks, soft line breaks and invisible characters, decodes entities. Linear in the text. */
export function cleanText(original: string): CleanText {
  const html = htmlHint.test(original);
  const encoded = entityHint.test(original);
  const printable = softBreakHint.test(original) && encodedHint.test(original);
  const wrapped = softBreakHint.test(original);
  const quoted = quoteHint.test(original);
  if (!html && !encoded && !wrapped && !quoted && !invisible.test(original)) {
    return { text: original, startOf: (offset) => offset, endOf: (offset) => offset };
  }

  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  const keep = (to: number): void => {
    if (to <= from) return;
    pieces.push({ at: length, from, length: to - from });
    parts.push(original.slice(from, to));
    length += to - from;
  };
  const replace = (at: number, end: number, by: string): void => {
    keep(at);
    if (by) {
      pieces.push({ at: length, from: at, length: end - at });
      parts.push(by);
      length += by.length;
    }
    from = end;
  };

  let lineStart = true;
  for (let at = 0; at < original.length; at++) {
    const code = original.charCodeAt(at);
    if (lineStart && quoted) {
      const end = quoteEnd(original, at);
      if (end > at) {
        replace(at, end, '');
        at = end - 1;
        lineStart = false;
        continue;
      }
    }
    lineStart = code === 10;
    if (code === 60 && html) {
      const tag = tagAt(original, at);
      if (tag) {
        replace(at, tag.end, tag.breaks ? '\n' : '');
        at = tag.end - 1;
      }
    } else if (code === 38 && encoded) {
      const entity = entityAt(original, at);
      if (entity) {
        replace(at, at + entity.length, entity.char);
        at += entity.length - 1;
      }
    } else if (code === 61 && wrapped) {
      const after = original[at + 1] === '\r' ? at + 2 : at + 1;
      if (original[after] === '\n') {
        replace(at, after + 1, '');
        at = after;
      } else if (printable) {
        const byte = hexAt(original, at);
        if (byte >= 0) {
          replace(at, at + 3, byte >= 32 && byte < 127 ? String.fromCharCode(byte) : ' ');
          at += 2;
        }
      }
    } else if (code > 160 && invisible.test(original[at] ?? '')) {
      replace(at, at + 1, '');
    }
  }
  keep(original.length);

  const pieceAt = (offset: number): Piece => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces[low] ?? { at: 0, from: 0, length: 0 };
  };
  const startOf = (offset: number): number => {
    const piece = pieceAt(offset);
    return piece.from + Math.min(offset - piece.at, Math.max(0, piece.length - 1));
  };
  const endOf = (offset: number): number => {
    if (offset === 0) return 0;
    const piece = pieceAt(offset - 1);
    const one = pieces[pieces.indexOf(piece) + 1];
    const inText = (one ? one.at : length) - piece.at;
    return inText === 1 ? piece.from + piece.length : piece.from + (offset - piece.at);
  };
  return { text: parts.join(''), startOf, endOf };
}
