import { isRecord, type Json, listOf, recordsOf, textOf } from '../../slack/json.ts';
import { hasFlag, type Message, messageFlag } from '../messages/message.ts';
import { attachmentReferences, componentsRule } from './components.ts';
import { embeds } from './embeds.ts';
import {
  anything,
  choice,
  flag,
  type Issue,
  integer,
  isAbsent,
  list,
  model,
  type Path,
  type Rule,
  snowflake,
  text,
  when,
} from './rule.ts';

export interface MessageForm {
  readonly body: Json;
  /** The message the form changes. */
  readonly existing?: Message | undefined;
  /** Names of the files it can refer to. */
  readonly fileNames: readonly string[];
  /** Where the form is in the request: interaction callbacks have it under `data`. */
  readonly path: Path;
}

const attachmentCount = 10;

const exclusive = when(({ parse, users, roles }) => {
  for (const [name, ids] of Object.entries({ users, roles }))
    if (listOf(parse).includes(name) && listOf(ids).length > 0)
      return [
        '',
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
      ];
  return undefined;
});
const ids = list(snowflake, { max: 100 });
const allowedMentions: Rule = (value, path, report) => {
  const parse = list(choice('users', 'roles', 'everyone'));
  model({}, { parse, users: ids, roles: ids, replied_user: flag })(value, path, report);
  exclusive(value, path, report);
};

const nonce: Rule = (value, path, report) => {
  if (typeof value !== 'string' && !Number.isInteger(value))
    return report(path, 'NONCE_TYPE_INVALID_TYPE', 'Must be a string or an integer.');
  if (String(value).length > 25) report(path, 'NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer characters long.');
};

const fields: Record<string, Rule> = {
  content: text({ max: 2000 }),
  nonce,
  enforce_nonce: flag,
  tts: flag,
  embeds,
  allowed_mentions: allowedMentions,
  message_reference: model(
    { message_id: snowflake },
    { channel_id: snowflake, guild_id: snowflake, type: choice(0, 1), fail_if_not_exists: flag },
  ),
  flags: integer({ min: 0 }),
  attachments: list(
    model({ id: anything }, { filename: text({ max: 1024 }), description: text({ max: 1024 }) }),
    { max: attachmentCount },
  ),
};

/** Whether the message is, after this form, one of Components V2. The flag is for ever. */
export const becomesV2 = ({ body, existing }: Pick<MessageForm, 'body' | 'existing'>): boolean =>
  (existing !== undefined && hasFlag(existing, 'componentsV2')) ||
  (Number(body.flags ?? 0) & messageFlag.componentsV2) !== 0;

/** Edits that name flags without this one have their components read as of the old kind, and so refused. */
const readAsV2 = (form: MessageForm): boolean =>
  becomesV2(form) &&
  (isAbsent(form.body.flags) || (Number(form.body.flags) & messageFlag.componentsV2) !== 0);

function legacyFields({ body, existing, path }: MessageForm): Issue[] {
  const stays = (field: string, value: unknown) =>
    body[field] === undefined && value !== undefined && listOf(value).length + textOf(value).length > 0;
  const used = [
    // discord.js turns a content of null into '', which Discord takes for content here.
    typeof body.content === 'string' || stays('content', existing?.content) ? 'content' : undefined,
    listOf(body.embeds).length > 0 || stays('embeds', existing?.embeds) ? 'embeds' : undefined,
    listOf(body.sticker_ids).length > 0 ? 'sticker_ids' : undefined,
    isRecord(body.poll) ? 'poll' : undefined,
  ];
  return used.flatMap((field) => {
    if (field === undefined) return [];
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    return [{ path: [...path, field], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message }];
  });
}

function lostReferences({ body, fileNames, path }: MessageForm): Issue[] {
  const references = [
    ...attachmentReferences(body.components, [...path, 'components']),
    ...attachmentReferences(body.embeds, [...path, 'embeds']),
  ];
  const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
  return references
    .filter(({ name }) => !fileNames.includes(name))
    .map(({ name, path: at }) => ({
      path: at,
      code,
      message: `The referenced attachment was not found: ${name}`,
    }));
}

/** What Discord finds wrong with the form of a message, new or changed. */
export function messageIssues(form: MessageForm): Issue[] {
  const { body, path } = form;
  const issues: Issue[] = [];
  const report = (at: Path, code: string, message: string) => issues.push({ path: at, code, message });
  model({}, { ...fields, components: componentsRule(readAsV2(form)) })(body, path, report);
  if (becomesV2(form)) issues.push(...legacyFields(form));
  if (recordsOf(body.attachments).length === 0 && form.fileNames.length > attachmentCount)
    report(
      [...path, 'attachments'],
      'BASE_TYPE_MAX_LENGTH',
      `Must be ${attachmentCount} or fewer in length.`,
    );
  return issues.length > 0 ? issues : lostReferences(form);
}
