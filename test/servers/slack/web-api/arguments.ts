import { isRecord, type Json, listOf, textOf } from '../json.ts';
import { pointed, refused } from '../payload-rules/refusal.ts';
import { Refusal, refuse } from './method.ts';

/** Fields that travel as JSON inside a form. */
const jsonFields = ['blocks', 'attachments', 'metadata', 'view', 'prompts', 'files', 'loading_messages'];

const formatErrors: Record<string, string> = {
  blocks: 'invalid_blocks_format',
  metadata: 'invalid_metadata_format',
  attachments: 'invalid_attachments',
};

/** The form as an object, with its JSON fields read; what does not parse stays a string. */
export function readForm(fields: Iterable<[string, string]>): Json {
  const args: Json = {};
  for (const [name, value] of fields) {
    args[name] = value;
    if (!jsonFields.includes(name)) continue;
    try {
      args[name] = JSON.parse(value);
    } catch {}
  }
  return args;
}

export async function readArguments(
  contentType: string,
  body: Buffer,
  query: URLSearchParams,
): Promise<Json> {
  const fromQuery = readForm(query.entries());
  if (body.length === 0) return fromQuery;
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === '') return refuse('missing_post_type');
  if (type === 'application/json') {
    let parsed: unknown;
    try {
      parsed = JSON.parse(body.toString('utf8'));
    } catch {
      return refuse('invalid_json');
    }
    return isRecord(parsed) ? { ...fromQuery, ...parsed } : refuse('json_not_object');
  }
  if (type === 'application/x-www-form-urlencoded')
    return { ...fromQuery, ...readForm(new URLSearchParams(body.toString('utf8')).entries()) };
  if (type !== 'multipart/form-data') return refuse('invalid_post_type');
  const request = new Request('http://localhost', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': contentType },
  });
  const form = await request.formData().catch(() => refuse('invalid_form_data'));
  const fields = [...form.entries()].map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : value.name,
  ]);
  return { ...fromQuery, ...readForm(fields) };
}

export type Arguments = ReturnType<typeof createArguments>;

export function createArguments(all: Json) {
  const text = (name: string): string | undefined => {
    const value = all[name];
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return textOf(value) || undefined;
  };
  return {
    all,
    text,
    has: (name: string): boolean => all[name] !== undefined,
    /** Slack names what is missing and refuses. */
    need: (name: string): string => {
      const value = text(name);
      if (value !== undefined) return value;
      const problem = refused('invalid_arguments', [`missing required field: ${name}`]);
      throw new Refusal(problem.error, problem.details);
    },
    flag: (name: string): boolean => ['true', '1'].includes(text(name) ?? ''),
    number: (name: string, otherwise: number): number => {
      const value = Number(text(name) ?? otherwise);
      return Number.isFinite(value) ? value : refuse('invalid_arguments');
    },
    /** A field that is JSON; refuses text that is not. `undefined` when it is not there or empty. */
    json: (name: string): unknown => {
      const value = all[name];
      if (value === undefined || value === null || value === '') return undefined;
      if (typeof value !== 'string') return value;
      const format = formatErrors[name];
      if (format) return refuse(format);
      const problem = refused('invalid_arguments', [pointed('must provide an object', `/${name}`)]);
      throw new Refusal(problem.error, problem.details);
    },
    ids: (name: string): string[] =>
      Array.isArray(all[name]) ? listOf(all[name]).map(textOf) : (text(name)?.split(',') ?? []),
  };
}
