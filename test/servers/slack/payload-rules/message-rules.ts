import { isRecord, type Json, listOf, recordsOf, textOf } from '../json.ts';
import { messageBlock } from './blocks.ts';
import { pointed, type Refused, refused } from './refusal.ts';
import { characters, list } from './rule.ts';
import { checkUniqueIds } from './unique-ids.ts';

export interface MessageContent {
  readonly text?: string | undefined;
  readonly markdownText?: string | undefined;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
  readonly metadata?: unknown;
}

export type PostedBy = 'post' | 'update' | 'ephemeral' | 'response-url';

const markdownLimit = 12_000;
/** Not in Slack's documentation: bolt-js #2509 measured it between 13,172 and 13,297 characters. */
const blocksTextLimit = 13_200;
const tableTextLimit = 10_000;
/** Posting truncates at 40,000; an update of plain text is refused far sooner. */
const updateTextLimit = 4000;

/** Every string a reader would see, however deep in the blocks. */
function visibleLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + visibleLength(entry), 0);
  if (!isRecord(value)) return 0;
  let sum = 0;
  for (const [field, entry] of Object.entries(value)) {
    if (typeof entry !== 'string') sum += visibleLength(entry);
    else if (field === 'text' || field === 'alt_text' || field === 'caption') sum += characters(entry);
  }
  return sum;
}

const ofType = (blocks: readonly Json[], type: string) => blocks.filter((block) => block.type === type);

export function checkBlocks(blocks: unknown, at = '/blocks'): Refused | undefined {
  const issues: string[] = [];
  const report = (issue: string, where: string) => issues.push(pointed(issue, where));
  list(messageBlock, { max: 50 })(blocks, at, report);
  const records = recordsOf(blocks);
  checkUniqueIds(records, at, report);
  if (ofType(records, 'table').length > 1) issues.push('only_one_table_allowed');
  if (ofType(records, 'data_visualization').length > 2) issues.push('too many data_visualization blocks');
  for (const [index, block] of records.entries())
    if (block.type === 'table' && visibleLength(block) > tableTextLimit)
      report(`must be less than ${tableTextLimit + 1} characters`, `${at}/${index}/rows`);
  if (issues.length > 0) return refused('invalid_blocks', issues);
  const markdown = ofType(records, 'markdown').reduce(
    (sum, block) => sum + characters(textOf(block.text)),
    0,
  );
  if (markdown > markdownLimit || visibleLength(records) > blocksTextLimit)
    return refused('msg_blocks_too_long');
  return undefined;
}

function checkAttachments(attachments: readonly unknown[]): Refused | undefined {
  if (attachments.length > 100) return refused('too_many_attachments');
  for (const [index, attachment] of recordsOf(attachments).entries()) {
    if (attachment.blocks === undefined) continue;
    const problem = checkBlocks(attachment.blocks, `/attachments/${index}/blocks`);
    if (problem) return { ...problem, error: 'invalid_attachments' };
  }
  return undefined;
}

function checkMetadata(metadata: unknown): Refused | undefined {
  if (!isRecord(metadata)) return refused('invalid_metadata_format');
  if (!textOf(metadata.event_type) || !isRecord(metadata.event_payload))
    return refused('invalid_metadata_schema');
  return JSON.stringify(metadata).length > 16_000 ? refused('metadata_too_large') : undefined;
}

/** `undefined` when Slack would take the message. */
export function checkMessage(content: MessageContent, by: PostedBy = 'post'): Refused | undefined {
  const { text = '', markdownText = '', blocks, attachments, metadata } = content;
  if (markdownText && (text || blocks !== undefined)) return refused('markdown_text_conflict');
  if (characters(markdownText) > markdownLimit) return refused('msg_too_long');
  if (
    by !== 'post' &&
    by !== 'response-url' &&
    characters(text) > (by === 'update' ? updateTextLimit : 40_000)
  )
    return refused('msg_too_long');
  if (blocks !== undefined && !Array.isArray(blocks)) return refused('invalid_blocks_format');
  if (metadata !== undefined) {
    const problem = checkMetadata(metadata);
    if (problem) return problem;
  }
  const hasBlocks = listOf(blocks).length > 0;
  const hasAttachments = listOf(attachments).length > 0;
  if (!text.trim() && !markdownText.trim() && !hasBlocks && !hasAttachments) return refused('no_text');
  if (hasAttachments) {
    const problem = checkAttachments(listOf(attachments));
    if (problem) return problem;
  }
  return hasBlocks ? checkBlocks(blocks) : undefined;
}
