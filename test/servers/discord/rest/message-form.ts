import { isRecord, type Json, recordsOf, textOf } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { type Attachment, attachmentLimit, storedName } from '../messages/attachments.ts';
import { filledComponents, filledEmbeds } from '../messages/filled-components.ts';
import { type Message, messageFlag } from '../messages/message.ts';
import { breaksDiscord } from '../payload-rules/components.ts';
import { becomesV2, messageIssues } from '../payload-rules/message-rules.ts';
import type { Path } from '../payload-rules/rule.ts';
import type { Content } from '../posting.ts';
import type { UploadedFile } from './call.ts';
import { refuse, refuseForm, refuseStatus } from './refusal.ts';

export interface Form {
  readonly body: Json;
  readonly files: readonly UploadedFile[];
  readonly channelId: string;
  /** The message it changes. */
  readonly existing?: Message;
  readonly ephemeral?: boolean;
  readonly path?: Path;
}

const settableFlags =
  messageFlag.suppressEmbeds | messageFlag.suppressNotifications | messageFlag.componentsV2;

const describedAs = (body: Json, index: string): Json =>
  recordsOf(body.attachments).find(({ id }) => String(id) === index) ?? {};

const nameOf = (body: Json, file: UploadedFile): string =>
  textOf(describedAs(body, file.index).filename) || file.name;

/** An edit that lists attachments keeps those it lists. */
function keptFiles({ body, existing }: Form): Attachment[] {
  const before = existing?.attachments ?? [];
  if (body.attachments === undefined) return [...before];
  const listed = new Set(recordsOf(body.attachments).map(({ id }) => String(id)));
  return before.filter(({ id }) => listed.has(id));
}

function uploaded({ attachments }: Backend, form: Form): Attachment[] {
  const { body, files, channelId, ephemeral = false } = form;
  return files.map((file) => {
    const description = textOf(describedAs(body, file.index).description);
    return attachments.add({ ...file, name: nameOf(body, file) }, channelId, { ephemeral, description });
  });
}

/** Buttons alone are no message, except in Components V2, where components are all there is. */
function checkNotEmpty({ content, embeds, components, attachments, flags }: Content, body: Json): void {
  const isV2 = (flags & messageFlag.componentsV2) !== 0;
  const isForward = isRecord(body.message_reference) && body.message_reference.type === 1;
  const has = isV2
    ? components.length > 0
    : content !== '' || embeds.length > 0 || attachments.length > 0 || isRecord(body.poll) || isForward;
  if (!has) refuse(50006);
}

/** What the message is after the form; refuses what Discord refuses. */
export function readMessageForm(backend: Backend, form: Form): Content {
  const { body, files, existing, path = [] } = form;
  const kept = keptFiles(form);
  const names = [...kept.map(({ name }) => name), ...files.map((file) => storedName(nameOf(body, file)))];
  refuseForm(messageIssues({ body, existing, fileNames: names, path }));
  if (files.some(({ content }) => content.length > attachmentLimit)) refuse(40005);
  if (becomesV2({ body, existing }) && breaksDiscord(recordsOf(body.components)))
    refuseStatus(500, 'Internal Server Error');

  const attachments = [...kept, ...uploaded(backend, form)];
  const { signedUrl } = backend.attachments;
  const before = existing?.flags ?? 0;
  const asked = typeof body.flags === 'number' ? body.flags & settableFlags : before & settableFlags;
  const keeps = (field: string) => existing !== undefined && body[field] === undefined;
  const content: Content = {
    content: keeps('content') ? (existing?.content ?? '') : textOf(body.content).trim(),
    embeds: keeps('embeds') ? (existing?.embeds ?? []) : filledEmbeds(body.embeds, attachments, signedUrl),
    components: keeps('components')
      ? (existing?.components ?? [])
      : filledComponents(body.components, attachments, signedUrl),
    attachments,
    flags: (before & ~messageFlag.suppressEmbeds) | asked,
  };
  checkNotEmpty(content, body);
  return content;
}
