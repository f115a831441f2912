import type { Person } from '../memory/person.ts';

/** How the platform calls whoever asks; for people to read, and no proof of anything. */
export interface CalledBy {
  readonly name?: string | undefined;
  readonly workspace?: string | undefined;
}

const platformNames: Readonly<Record<string, string>> = {
  slack: 'Slack',
  discord: 'Discord',
  web: 'the web chat',
};

export const platformName = (platform: string): string => platformNames[platform] ?? plainWords(platform, 30);

/** `Slack, Acme, user U123` */
export function whereWords({ platform, id }: Person, { workspace }: CalledBy): string {
  const parts = [platformName(platform), workspace ? plainWords(workspace, 60) : ''];
  return [...parts, `user ${plainWords(id, 60)}`].filter((part) => part !== '').join(', ');
}

export function whoWords(person: Person, called: CalledBy): string {
  return `${called.name ? `“${plainWords(called.name, 60)}”` : 'A user'} (${whereWords(person, called)})`;
}

/** A stranger chooses these words, and we send them: no line breaks, and nothing that a mail program makes a link of. */
export function plainWords(text: string, most: number): string {
  return text
    .slice(0, most * 2)
    .replace(/[^\p{L}\p{N}\p{M}' ,()-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most);
}
