import type { SlackFile } from '../files.ts';
import { recordsOf, textOf } from '../json.ts';
import { postAsBot } from '../posting.ts';
import type { ChannelKind } from '../workspace.ts';
import { postableChannel } from './channels.ts';
import { threadOf } from './chat.ts';
import { type Call, type Methods, refuse } from './method.ts';

/** The bot may read its own files and those shared where it sits. */
export function visibleFile(
  { backend, installation }: Pick<Call, 'backend' | 'installation'>,
  id: string,
): SlackFile {
  const file = backend.files.get(id);
  if (!file) return refuse('file_not_found');
  const mine = file.userId === installation.bot.id;
  const seen = [...file.channels].some((channel) =>
    backend.workspace.channels.get(channel)?.members.has(installation.bot.id),
  );
  return mine || seen ? file : refuse('file_not_found');
}

function finished({ backend, installation }: Call, id: string, title: string): SlackFile {
  const upload = backend.files.upload(id);
  if (!upload || upload.userId !== installation.bot.id) return refuse('file_not_found');
  if (!upload.content) return refuse('file_upload_not_complete');
  const { name, content, altText } = upload;
  const file = backend.files.add({ name, content, altText }, installation.bot, id);
  file.title = title || name;
  backend.files.endUpload(id);
  return file;
}

/** Slack takes other files than pictures with an alternative text and never shows them: python-slack-sdk #1818. */
const isShown = ({ altText, mimetype }: SlackFile) => altText === undefined || mimetype.startsWith('image/');

/** The conversations it was shared in, by their kind. */
function sharesOf({ backend }: Call, file: SlackFile) {
  const of = (kinds: readonly ChannelKind[]) =>
    [...file.channels].filter((id) => {
      const kind = backend.workspace.channels.get(id)?.kind;
      return kind !== undefined && kinds.includes(kind);
    });
  return { channels: of(['channel']), groups: of(['group', 'mpim']), ims: of(['im']) };
}

export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run: ({ backend, args, installation }) => {
      const name = args.need('filename');
      const length = args.number('length', 0);
      args.need('length');
      if (!Number.isInteger(length) || length < 1) return refuse('invalid_arguments');
      const altText = args.text('alt_txt');
      const upload = backend.files.startUpload({ name, length, altText }, installation.bot);
      return { upload_url: `${backend.baseUrl()}/upload/v1/${upload.fileId}`, file_id: upload.fileId };
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run: (call) => {
      const { backend, args, installation } = call;
      const wanted = recordsOf(args.json('files'));
      if (wanted.length === 0) return refuse('invalid_arguments');
      const address = args.text('channel_id') ?? args.text('channels');
      const channel = address === undefined ? undefined : postableChannel(call, address);
      const threadTs = channel && threadOf(call, channel);
      const files = wanted.map(({ id, title }) => finished(call, textOf(id), textOf(title)));
      const shown = files.filter(isShown);
      if (channel && shown.length > 0) {
        for (const file of shown) file.channels.add(channel.id);
        const text = args.text('initial_comment') ?? '';
        const shared = shown.map((file) => backend.files.json(file));
        postAsBot(backend, installation, { channel: channel.id, threadTs, text, files: shared });
      }
      return { files: files.map((file) => backend.files.json(file)) };
    },
  },
  'files.info': {
    scopes: ['files:read'],
    run: (call) => {
      const file = visibleFile(call, call.args.need('file'));
      return { file: { ...call.backend.files.json(file), ...sharesOf(call, file) }, comments: [] };
    },
  },
};
