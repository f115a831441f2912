/** As much of a text as is worth reading, and the way back to where each character stood. */
export interface Excerpt {
  readonly text: string;
  readonly origin: (offset: number) => number;
}

/**
 * A bounce says early what it has to say; of a longer text (a log) only the end counts besides. Longer ones would
 * hold up everyone else for too long.
 */
const longestHead = 24_000;
const longestTail = 12_000;
const seam = '\n\n';

export function excerptOf(text: string): Excerpt {
  if (text.length <= longestHead + longestTail) return { text, origin: (offset) => offset };
  const cut = text.length - longestTail - longestHead - seam.length;
  return {
    text: text.slice(0, longestHead) + seam + text.slice(-longestTail),
    origin: (offset) => (offset <= longestHead ? offset : offset + cut),
  };
}
