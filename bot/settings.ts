import { z } from 'zod';
import { houseFacts } from './knowledge/house-facts.ts';

interface Setting {
  readonly name: string;
  readonly check: z.ZodType;
  readonly example: string;
  readonly meaning: string;
}

const text = z.string().trim().min(1);

/** Every setting once. `.env.example` is made from this list. */
const settings = {
  kbDir: {
    name: 'KB_DIR',
    check: text.default('kb'),
    example: 'kb',
    meaning: 'Folder of the knowledge base: TOPIC/SLUG.md',
  },
  kbUrl: {
    name: 'KB_URL',
    check: z.url({ protocol: /^https?$/ }).optional(),
    example: 'https://example.com/help',
    meaning: 'Where customers read the articles; an article is then linked as KB_URL/SLUG',
  },
  embeddingsUrl: {
    name: 'EMBEDDINGS_URL',
    check: z.url({ protocol: /^https?$/ }).optional(),
    example: 'http://127.0.0.1:11434/v1',
    meaning:
      'Optional semantic term: an endpoint that speaks the OpenAI embeddings API. Questions are sent to it',
  },
  embeddingsModel: {
    name: 'EMBEDDINGS_MODEL',
    check: text.optional(),
    example: 'nomic-embed-text',
    meaning: 'Model the embeddings endpoint is asked for',
  },
  embeddingsKey: {
    name: 'EMBEDDINGS_KEY',
    check: text.optional(),
    example: 'secret',
    meaning: 'Bearer token of the embeddings endpoint, where it wants one',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    check: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    example: 'info',
    meaning: 'How much is logged, on standard error',
  },
} satisfies Record<string, Setting>;

export type Settings = {
  readonly [Key in keyof typeof settings]: z.infer<(typeof settings)[Key]['check']>;
} & {
  /** Values of house facts by name, as far as they are set. */
  readonly house: Readonly<Record<string, string>>;
};

const housePrefix = 'HOUSE_';

/** Throws one Error that lists everything to put right, a line each. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [key, { name, check }] of Object.entries(settings) as [string, Setting][]) {
    const result = check.safeParse(env[name] === '' ? undefined : env[name]);
    if (result.success) read[key] = result.data;
    else problems.push(`${name}: ${result.error.issues.map((issue) => issue.message).join(', ')}`);
  }
  if (read.embeddingsUrl !== undefined && read.embeddingsModel === undefined) {
    problems.push(
      'EMBEDDINGS_MODEL: is needed with EMBEDDINGS_URL: name the model, or take EMBEDDINGS_URL away',
    );
  }
  const house: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(housePrefix) || value === undefined || value === '') continue;
    const fact = name.slice(housePrefix.length).toLowerCase();
    if (houseFacts.some((known) => known.name === fact)) house[fact] = value;
    else problems.push(`${name}: is no house fact; the names stand in .env.example`);
  }
  if (problems.length > 0) throw new Error(`Settings to put right:\n  ${problems.join('\n  ')}`);
  return { ...read, house } as Settings;
}

/** The text of `.env.example`. */
export function settingsExample(): string {
  const lines = ['# Settings of Hostdesk. Copy to .env and take the # away where you set one.', ''];
  for (const { name, example, meaning } of Object.values(settings))
    lines.push(`# ${meaning}`, `#${name}=${example}`, '');
  lines.push('# House facts: what your articles say for {{ name }}', '');
  for (const { name, example, meaning } of houseFacts) {
    lines.push(
      `# ${meaning}`,
      `#${housePrefix}${name.toUpperCase()}=${/\s/.test(example) ? `"${example}"` : example}`,
    );
  }
  return `${lines.join('\n')}\n`;
}
