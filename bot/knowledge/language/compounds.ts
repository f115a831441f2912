/** Words that people write as one or as two (first parts, second parts); as one, both spellings are the same word. */
const groups = [
  ['web you', 'mail site sites'],
  ['sub add', 'domain domains on'],
  ['log sign', 'in on out'],
  ['set back', 'up ups'],
  ['name', 'server servers'],
  ['host user file', 'name names'],
  ['pass', 'word words'],
  ['in out mail', 'box boxes'],
  ['black white block allow', 'list lists listed listing'],
  ['data', 'base bases'],
  ['up down', 'load loads loaded loading'],
  ['auto', 'responder responders reply replies ssl discover'],
  ['word', 'press'],
  ['box', 'trapper'],
  ['spam', 'assassin'],
  ['time', 'out outs'],
  ['cron', 'job jobs'],
  ['sent', 'box'],
  ['wi', 'fi'],
] as const;

const seconds = new Map<string, Set<string>>();
for (const [firstParts, secondParts] of groups) {
  for (const first of firstParts.split(' '))
    seconds.set(first, new Set([...(seconds.get(first) ?? []), ...secondParts.split(' ')]));
}

/** Whether two neighbouring words, in lower case, are one. */
export function isCompound(first: string, second: string): boolean {
  return seconds.get(first)?.has(second) ?? false;
}

const written = new RegExp(
  `\\b(?:${[...seconds].map(([first, parts]) => `${first}[- ](?:${[...parts].join('|')})`).join('|')})\\b`,
  'g',
);

/** A text in lower case with such words written as one. */
export function joinCompounds(text: string): string {
  return text.replace(/\be[- ]mail/g, 'email').replace(written, (compound) => compound.replace(/[- ]/, ''));
}
