import type { types } from '@slack/bolt';
import type { Reply } from '../../../desk/reply.ts';
import type { Block } from '../../../markdown/document.ts';
import { fitBlocks } from '../../../markdown/fit-blocks.ts';
import { plainText } from '../../../markdown/plain-text.ts';
import { shorten } from '../../../markdown/visible-text.ts';
import {
  type Control,
  type FooterPart,
  type RenderOptions,
  type ReplyParts,
  replyParts,
} from '../../reply-parts.ts';
import { bodyBlocks, joinedBlocks, tableBlock, withOneTable } from './body-blocks.ts';
import { literal, mrkdwn, mrkdwnLink } from './literal.ts';
import { elementsOf, richParts } from './rich-text.ts';

export interface SlackMessage {
  /** For notifications and screen readers. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

/**
 * Slack refuses a message somewhere above 13,000 characters of blocks and does not say what it counts, so this counts
 * the JSON, of which everything else is a part.
 */
const mostJson = 12_500;
const mostBodyBlocks = 40;
const mostFallback = 3500;

/** A reply as one Slack message. Whatever the reply holds, Slack takes it and nothing in it is live. */
export function toSlackMessage(reply: Reply, options: RenderOptions): SlackMessage {
  const parts = replyParts(reply, options);
  const head = [headerOf(parts.title), ...factsOf(parts)];
  const controls = parts.controls.map(actionsOf);
  const room = mostJson - sizeOf([head, controls, footerOf(parts.footer(true))]);
  const { blocks: body, cut } = fitBlocks(
    withOneTable(parts.body),
    Math.min(room, options.mostCharacters ?? room),
    costOf,
  );
  return {
    text: fallbackOf(parts, body),
    blocks: [
      ...head,
      ...joinedBlocks(bodyBlocks(body), mostBodyBlocks),
      ...footerOf(parts.footer(cut)),
      ...controls,
    ],
  };
}

function headerOf(title: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text: shorten(literal(title), 150), emoji: false } };
}

function factsOf({ facts }: ReplyParts): types.RichTextBlock[] {
  if (facts.length === 0) return [];
  const lines = facts.flatMap(({ label, value }, at) =>
    elementsOf([{ text: `${label}: `, bold: true }, { text: at < facts.length - 1 ? `${value}\n` : value }]),
  );
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements: lines }] }];
}

function footerOf(footer: readonly FooterPart[]): types.ContextBlock[] {
  if (footer.length === 0) return [];
  const text = footer
    .map(
      ({ label, text, href }) =>
        (label ? `${mrkdwn(label)}: ` : '') + (href ? mrkdwnLink(href, text) : mrkdwn(text)),
    )
    .join(' · ');
  return text.length <= 3000 ? [context(text)] : footerOf(footer.slice(0, -1));
}

/** A small grey line. */
export function context(text: string): types.ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
}

function actionsOf(row: readonly Control[]): types.ActionsBlock {
  return {
    type: 'actions',
    elements: row.map(({ id, label, look }) => ({
      type: 'button',
      action_id: id,
      text: { type: 'plain_text', text: shorten(literal(label), 75), emoji: false },
      ...(look === 'good' ? { style: 'primary' } : {}),
    })),
  };
}

function fallbackOf({ title, facts }: ReplyParts, shown: readonly Block[]): string {
  const lines = [title, ...facts.map(({ label, value }) => `${label}: ${value}`), '', plainText(shown)];
  const text = lines.join('\n').trim().slice(0, mostFallback).toWellFormed();
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  // Escaping makes it longer, and half an entity would show.
  return shorten(escaped, mostFallback).replace(/&[a-z]{0,4}(?=…?$)/, '');
}

/** What a block adds to the message's JSON, with the gap that may precede it. */
function costOf(block: Block): number {
  if (block.kind === 'table') return sizeOf(tableBlock(block));
  return richParts(block).reduce((sum, part) => sum + sizeOf(part) + 60, 0);
}

const sizeOf = (value: unknown): number => JSON.stringify(value).length;
