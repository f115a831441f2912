import { isRecord, recordOf } from '../../slack/json.ts';
import type { UploadedFile } from './call.ts';
import { refuse, refuseField } from './refusal.ts';

export interface RequestBody {
  readonly raw: unknown;
  readonly files: readonly UploadedFile[];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(50109);
  }
}

async function multipart(body: Buffer, contentType: string): Promise<RequestBody> {
  const request = new Request('http://localhost', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': contentType },
  });
  const form = await request.formData().catch(() => refuse(50035));
  let raw: unknown = {};
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    if (field === 'payload_json' && typeof value === 'string') raw = parsed(value);
    const index = /^files?\[(\d+)\]$/.exec(field)?.[1];
    if (typeof value === 'string') continue;
    const file = { name: value.name, content: Buffer.from(await value.arrayBuffer()), index: index ?? field };
    files.push(value.type ? { ...file, contentType: value.type } : file);
  }
  return { raw: isRecord(raw) ? raw : recordOf(raw), files };
}

/** JSON, or a form with the JSON in `payload_json` and the files in `files[n]`. */
export async function readBody(body: Buffer, contentType = ''): Promise<RequestBody> {
  if (body.length === 0) return { raw: {}, files: [] };
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'multipart/form-data') return multipart(body, contentType);
  if (type === 'application/json') return { raw: parsed(body.toString('utf8')), files: [] };
  return refuseField(
    [],
    'CONTENT_TYPE_INVALID',
    `Expected "Content-Type" header to be one of {'application/json', 'multipart/form-data'}.`,
  );
}
