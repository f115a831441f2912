/** What becomes of a text before it is stored: masked, without what a database refuses, at most so long. */
export type Keep = (text: string, most?: number) => string;

const usualLength = 4000;
/** What stands further on could not be kept anyhow; masking a megabyte would only take time. */
const lookedAt = 8;

export function createKeep(mask: (text: string) => string): Keep {
  return (text, most = usualLength) => {
    return mask(beginningOf(text, most * lookedAt).replaceAll('\0', ''))
      .slice(0, most)
      .toWellFormed();
  };
}

/** Ends at a blank: half an address would not be seen as one. */
function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const beginning = text.slice(0, most);
  const blank = Math.max(beginning.lastIndexOf(' '), beginning.lastIndexOf('\n'));
  return blank > 0 ? beginning.slice(0, blank) : beginning;
}
