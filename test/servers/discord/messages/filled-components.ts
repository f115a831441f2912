import { isRecord, type Json, recordOf, recordsOf, textOf } from '../../slack/json.ts';
import { componentType, everyComponent } from '../payload-rules/controls.ts';
import type { Attachment, Attachments } from './attachments.ts';

type SignedUrl = Attachments['signedUrl'];

/** `attachment://name` becomes the file's own link, as Discord hands it back. */
export function withLinks<T>(value: T, files: readonly Attachment[], signedUrl: SignedUrl): T {
  if (Array.isArray(value)) return value.map((entry) => withLinks(entry, files, signedUrl)) as T;
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([field, entry]) => [field, withLinks(entry, files, signedUrl)]);
  const filled: Json = Object.fromEntries(entries);
  if (value.type === componentType.file) {
    const shown = fileAt(recordOf(value.file).url, files);
    return { ...filled, name: shown?.name, size: shown?.content.length } as T;
  }
  const file = fileAt(value.url, files);
  // What an app sends of the fields that are Discord's own is overlooked.
  delete filled.attachment_id;
  if (!file) return filled as T;
  const url = signedUrl(file);
  return { ...filled, url, proxy_url: url, attachment_id: file.id, content_type: file.contentType } as T;
}

function fileAt(url: unknown, files: readonly Attachment[]): Attachment | undefined {
  const [, name] = /^attachment:\/\/(.+)$/.exec(textOf(url)) ?? [];
  return files.find((of) => of.name === name);
}

/** Gives each component that has none an id, counting up past those in use. */
export function withIds(components: readonly Json[]): Json[] {
  const filled = structuredClone(components) as Json[];
  const all = everyComponent(filled);
  const used = new Set(all.map(({ id }) => id).filter(Boolean));
  let next = 0;
  for (const component of all) {
    if (component.id) continue;
    do next += 1;
    while (used.has(next));
    component.id = next;
  }
  return filled;
}

export const filledComponents = (
  components: unknown,
  files: readonly Attachment[],
  signedUrl: SignedUrl,
): Json[] => withIds(withLinks(recordsOf(components), files, signedUrl));

export const filledEmbeds = (embeds: unknown, files: readonly Attachment[], signedUrl: SignedUrl): Json[] =>
  withLinks(recordsOf(embeds), files, signedUrl).map((embed) => ({ type: 'rich', ...embed }));
