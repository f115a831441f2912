import type { Clock } from './clock.ts';
import type { Ids } from './ids.ts';
import { type Json, withoutUndefined } from './json.ts';

export interface SlackFile {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly mimetype: string;
  readonly content: Buffer;
  /** A picture in words, for those who do not see it. */
  readonly altText?: string;
  readonly userId: string;
  readonly teamId: string;
  readonly created: number;
  /** The conversations it was shared in: who may read it. */
  readonly channels: Set<string>;
}

export interface NewFile {
  name: string;
  content: string | Buffer;
  mimetype?: string;
  altText?: string | undefined;
}

export interface Upload {
  readonly fileId: string;
  readonly name: string;
  readonly length: number;
  readonly altText: string | undefined;
  readonly teamId: string;
  readonly userId: string;
  content?: Buffer;
}

export type Files = ReturnType<typeof createFiles>;

const mimetypes: Record<string, string> = {
  txt: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  eml: 'message/rfc822',
  json: 'application/json',
  png: 'image/png',
  pdf: 'application/pdf',
};

const extensionOf = (name: string) => name.split('.').at(-1)?.toLowerCase() ?? '';

export function createFiles(clock: Clock, ids: Ids, baseUrl: () => string) {
  const files = new Map<string, SlackFile>();
  const uploads = new Map<string, Upload>();

  const urlOf = (file: SlackFile, download: boolean) =>
    `${baseUrl()}/files-pri/${file.teamId}-${file.id}${download ? '/download' : ''}/${encodeURIComponent(file.name)}`;

  return {
    add: (file: NewFile, owner: { id: string; teamId: string }, id = ids.next('F')): SlackFile => {
      const stored: SlackFile = {
        id,
        name: file.name,
        title: file.name,
        mimetype: file.mimetype ?? mimetypes[extensionOf(file.name)] ?? 'application/octet-stream',
        content: Buffer.from(file.content),
        ...(file.altText === undefined ? {} : { altText: file.altText }),
        userId: owner.id,
        teamId: owner.teamId,
        created: clock.nowSeconds(),
        channels: new Set(),
      };
      files.set(id, stored);
      return stored;
    },
    get: (id: string): SlackFile | undefined => files.get(id),
    startUpload: (
      file: Pick<Upload, 'name' | 'length' | 'altText'>,
      owner: { id: string; teamId: string },
    ): Upload => {
      const upload = { fileId: ids.next('F'), ...file, teamId: owner.teamId, userId: owner.id };
      uploads.set(upload.fileId, upload);
      return upload;
    },
    upload: (fileId: string): Upload | undefined => uploads.get(fileId),
    endUpload: (fileId: string): void => {
      uploads.delete(fileId);
    },
    json: (file: SlackFile): Json => ({
      ...(file.altText === undefined ? {} : { alt_txt: file.altText }),
      id: file.id,
      created: file.created,
      timestamp: file.created,
      name: file.name,
      title: file.title,
      mimetype: file.mimetype,
      filetype: extensionOf(file.name) || 'text',
      pretty_type: extensionOf(file.name).toUpperCase(),
      user: file.userId,
      user_team: file.teamId,
      editable: false,
      size: file.content.length,
      mode: 'hosted',
      is_external: false,
      external_type: '',
      is_public: true,
      public_url_shared: false,
      display_as_bot: false,
      username: '',
      url_private: urlOf(file, false),
      url_private_download: urlOf(file, true),
      permalink: `${baseUrl()}/files/${file.userId}/${file.id}/${encodeURIComponent(file.name)}`,
      has_rich_preview: false,
      file_access: 'visible',
    }),
    /** What Slack Connect sends instead of a stranger's file: ask `files.info` for the rest. */
    stub: (file: SlackFile): Json =>
      withoutUndefined({
        id: file.id,
        created: 0,
        timestamp: 0,
        mode: 'file_access',
        file_access: 'check_file_info',
        user: '',
        size: 0,
      }),
  };
}
