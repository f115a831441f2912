import { withoutControls } from './without-controls.ts';

/** Characters that take no room but change what is seen or matched: soft hyphens, fillers, tags, word joiners. */
const invisible =
  /\u034f|\u17b4|\u17b5|[\u180b-\u180e]|[\u00ad\u061c\u115f\u1160\u200b\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
/** A joiner belongs only between parts of an emoji and in the scripts that are written with it. */
const strayJoiner =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])[\u200c\u200d]/gu;
/** Marks piled on one letter run over the lines above and below. */
const piledMarks = /(\p{M}{3})\p{M}+/gu;

/** Text whose every character is seen: no controls, direction marks, zero-width characters or broken surrogates. */
export function visibleText(text: string): string {
  return withoutControls(text.replace(/\r\n?|[\u2028\u2029]/g, '\n').toWellFormed())
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .replace(piledMarks, '$1');
}

/** The same in one line, without space around it. */
export function oneLine(text: string): string {
  return visibleText(text).replace(/\s+/g, ' ').trim();
}

/** At most `most` UTF-16 code units, cut at a space where one is near, with an ellipsis for what is missing. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, Math.max(0, most - 1)).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
