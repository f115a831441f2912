import { entityAt, tagAt } from './html-marks.ts';

/** Text without the marks that mail programs put into it, and the way back to where each character stood. */
export interface CleanText {
  readonly text: string;
  /** Where the character at this offset of `text` begins in the original. */
  readonly startOf: (offset: number) => number;
  /** Where the character before this offset of `text` ends in the original. */
  readonly endOf: (offset: number) => number;
}

/** A stretch of the clean text and where it came from; a decoded character may be longer there. */
interface Piece {
  readonly at: number;
  readonly text: string;
  readonly from: number;
  readonly length: number;
}

const htmlHint = /<(?:\/|br\b|p\b|div\b|html\b|span\b|b>|td\b|!--)/i;
const entityHint = /&(?:[a-z]{2,8}|#x?[0-9a-f]{2,6});/i;
const softBreakHint = /=\r?\n/;
const encodedHint = /=(?:3D|20|E2|C3|0D|0A)/i;
const quoteHint = /^[ \t]*[>|]/m;
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;
const twoHexDigits = /^[0-9a-f]{2}$/i;

const lineFeed = 10;
const ampersand = 38;
const lessThan = 60;
const equalsSign = 61;

/** What stands in for some characters from here on, and where they end. */
interface Change {
  readonly end: number;
  readonly by: string;
}

/** Quote marks at the start of a line: `> > `, `| `. `<<< 550` of a transcript reads the same without its marks. */
function quoteAt(text: string, at: number): Change | undefined {
  let end = at;
  for (let next = at; next < text.length; next++) {
    const char = text[next];
    if (char === '>' || char === '|') end = next + 1;
    else if (char !== ' ' && char !== '\t') break;
  }
  return end > at ? { end, by: '' } : undefined;
}

/** A soft line break of quoted-printable text, or (`decode`) one of its characters. */
function printableAt(text: string, at: number, decode: boolean): Change | undefined {
  const after = text[at + 1] === '\r' ? at + 2 : at + 1;
  if (text[after] === '\n') return { end: after + 1, by: '' };
  const digits = text.slice(at + 1, at + 3);
  if (!decode || !twoHexDigits.test(digits)) return undefined;
  const code = Number.parseInt(digits, 16);
  return { end: at + 3, by: code >= 32 && code < 127 ? String.fromCharCode(code) : ' ' };
}

function piecesOf(original: string): Piece[] {
  const html = htmlHint.test(original);
  const entities = entityHint.test(original);
  const wrapped = softBreakHint.test(original);
  const decode = wrapped && encodedHint.test(original);
  const quoted = quoteHint.test(original);
  const pieces: Piece[] = [];
  if (!html && !entities && !wrapped && !quoted && !invisible.test(original)) return pieces;

  let length = 0;
  let from = 0;
  const push = (text: string, start: number, end: number): void => {
    if (text === '') return;
    pieces.push({ at: length, text, from: start, length: end - start });
    length += text.length;
  };
  const changeAt = (at: number, lineStart: boolean): Change | undefined => {
    const code = original.charCodeAt(at);
    if (lineStart && quoted) {
      const quote = quoteAt(original, at);
      if (quote) return quote;
    }
    if (code === lessThan) return html ? tagAt(original, at) : undefined;
    if (code === ampersand) return entities ? entityAt(original, at) : undefined;
    if (code === equalsSign) return wrapped ? printableAt(original, at, decode) : undefined;
    return code > 160 && invisible.test(original[at] ?? '') ? { end: at + 1, by: '' } : undefined;
  };

  let lineStart = true;
  for (let at = 0; at < original.length; ) {
    const change = changeAt(at, lineStart);
    lineStart = original.charCodeAt(at) === lineFeed;
    if (change) {
      push(original.slice(from, at), from, at);
      push(change.by, at, change.end);
      from = change.end;
    }
    at = change?.end ?? at + 1;
  }
  push(original.slice(from), from, original.length);
  return pieces;
}

/** Strips HTML, quote marks, soft line breaks and invisible characters, decodes entities. Linear in the text. */
export function cleanText(original: string): CleanText {
  const pieces = piecesOf(original);
  if (pieces.length === 0) return { text: original, startOf: (offset) => offset, endOf: (offset) => offset };

  const pieceAt = (offset: number): Piece | undefined => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return pieces[low];
  };
  return {
    text: pieces.map((piece) => piece.text).join(''),
    startOf: (offset) => {
      const piece = pieceAt(offset);
      if (!piece) return 0;
      return piece.from + (piece.text.length === piece.length ? offset - piece.at : 0);
    },
    endOf: (offset) => {
      const piece = pieceAt(offset - 1);
      if (!piece || offset === 0) return 0;
      return piece.from + (piece.text.length === piece.length ? offset - piece.at : piece.length);
    },
  };
}
