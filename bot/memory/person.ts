import { opaqueId } from './opaque-id.ts';

/** Someone as a platform knows them. */
export interface Person {
  readonly platform: string;
  readonly workspace: string;
  readonly id: string;
}

export interface PersonColumns {
  platform: string;
  workspace: string;
  person: string;
}

export function personColumns({ platform, workspace, id }: Person): PersonColumns {
  return { platform, workspace, person: opaqueId(id) };
}

export function personFrom(row: PersonColumns): Person {
  return { platform: row.platform, workspace: row.workspace, id: row.person };
}

/** Names a person in one string: for locks and for the audit. */
export function personKey({ platform, workspace, id }: Person): string {
  return `${platform}/${workspace}/${opaqueId(id)}`;
}

export function personFromKey(key: string): Person {
  const [platform = '', workspace = '', ...id] = key.split('/');
  return { platform, workspace, id: id.join('/') };
}
