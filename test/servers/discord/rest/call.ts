import type { Json } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import type { NewFile } from '../messages/attachments.ts';

export interface UploadedFile extends NewFile {
  /** The n of `files[n]`. */
  readonly index: string;
}

/** One request for a route, read. */
export interface Call {
  readonly backend: Backend;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as it came: some routes take a list. */
  readonly raw: unknown;
  /** The body as a record; empty when it is none. */
  readonly body: Json;
  readonly files: readonly UploadedFile[];
}

export interface Answer {
  readonly status: number;
  readonly body?: Json | Json[];
}

export type Run = (call: Call) => Answer | Promise<Answer>;

/** `POST /channels/:channel/messages` → what it does. */
export type Routes = Readonly<Record<string, Run>>;

export const ok = (body: Json | Json[]): Answer => ({ status: 200, body });
export const created = (body: Json): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

export const param = ({ params }: Call, name: string): string => params[name] ?? '';
