import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import type { Reply } from '../../../desk/reply.ts';
import { oneLine, shorten } from '../../../markdown/visible-text.ts';
import { discordWording } from '../discord-wording.ts';
import type { AttachedFile, MessageBody } from '../saying/message-body.ts';
import { component } from './component.ts';
import { escaped } from './escape.ts';
import { type DiscordMessage, text } from './to-discord-message.ts';

/** What Discord takes from everybody. */
const mostBytes = 10 * 1024 * 1024;
const mostDescribed = 1000;

/** The message with the reply's picture and file above its buttons. For messages that one person alone sees. */
export function withFiles({ flags, components: [container] }: DiscordMessage, reply: Reply): MessageBody {
  const files = filesOf(reply);
  const parts = container.components;
  const buttonsAt = parts.findIndex(({ type }) => type === component.actionRow);
  const end = buttonsAt < 0 ? parts.length : buttonsAt;
  const shown = [...parts.slice(0, end), ...files.map(shownFile), ...parts.slice(end)];
  return {
    flags,
    components: [{ ...container, components: shown }],
    files: files.filter(fits),
  };
}

function filesOf({ picture, file }: Reply): AttachedFile[] {
  return [
    ...(picture
      ? [
          {
            name: 'chart.png',
            data: picture.png,
            description: shorten(oneLine(picture.alternative), mostDescribed),
          },
        ]
      : []),
    ...(file
      ? [{ name: file.name.replace(/[^\w.-]+/g, '_') || 'file.txt', data: Buffer.from(file.text) }]
      : []),
  ];
}

const fits = ({ data }: AttachedFile): boolean => data.byteLength <= mostBytes;

function shownFile(file: AttachedFile): APIComponentInContainer {
  const url = `attachment://${file.name}`;
  if (!fits(file)) return text(escaped(discordWording.fileTooLarge(file.name)));
  if (file.description === undefined) return { type: component.file, file: { url } };
  return { type: component.mediaGallery, items: [{ media: { url }, description: file.description }] };
}

/**
 * Components of a message that stands, as they have to be sent to change it: Discord hands the addresses of its files
 * out signed and for a day, and takes them by their names alone.
 */
export function keepingFiles(
  components: readonly APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] {
  return components.map((top) =>
    top.type === component.container ? { ...top, components: top.components.map(byName) } : top,
  );
}

function byName(part: APIComponentInContainer): APIComponentInContainer {
  if (part.type === component.file) return { type: part.type, file: { url: nameIn(part.file.url) } };
  if (part.type !== component.mediaGallery) return part;
  const items = part.items.map(({ media, description }) => ({
    media: { url: nameIn(media.url) },
    ...(description ? { description } : {}),
  }));
  return { type: part.type, items };
}

/** Of a picture from elsewhere, which has no file, the address stays. */
function nameIn(url: string): string {
  const [, name] = /\/(?:ephemeral-)?attachments\/\d+\/\d+\/([^/?#]+)/.exec(url) ?? [];
  return name === undefined ? url : `attachment://${decodeURIComponent(name)}`;
}
