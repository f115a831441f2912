import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInContainer,
  APIContainerComponent,
} from 'discord.js';
import type { Reply } from '../../../desk/reply.ts';
import { fitBlocks } from '../../../markdown/fit-blocks.ts';
import { withoutTables } from '../../../markdown/table-as-text.ts';
import {
  type Control,
  type FooterPart,
  type RenderOptions,
  type ReplyParts,
  replyParts,
} from '../../reply-parts.ts';
import { component, isComponentsV2 } from './component.ts';
import { blockMarkdown, discordMarkdown, widestTable } from './discord-markdown.ts';
import { escaped } from './escape.ts';
import { linkTo } from './inline.ts';

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** What discord.js takes as it is for a message, a reply or an edit; the sender adds Ephemeral where it wants it. */
export interface DiscordMessage {
  readonly flags: number;
  readonly components: [APIContainerComponent];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
}

/** Discord counts 4000 characters over all texts; the rest is for the line that takes the place of the buttons. */
const mostCharacters = 3700;
/** And fails with a bare 500 above 10,170 bytes (discord-api-docs #8554), which other scripts reach first. */
const mostBytes = 9200;
const most = { facts: 1800, footer: 800, buttonsInRow: 5 };

/** Colours of the container's edge. */
const accents: Readonly<Record<Reply['kind'], number>> = {
  answer: 0x2f9e6e,
  suggestions: 0xd9a514,
  unsure: 0x7a828c,
};

/** A reply as one Discord message of components. Whatever the reply holds, Discord takes it and nothing in it is live. */
export function toDiscordMessage(reply: Reply, options: RenderOptions): DiscordMessage {
  const parts = replyParts(reply, options);
  const title = `## ${escaped(parts.title)}`;
  const facts = factsText(parts);
  const room =
    mostCharacters -
    [title, facts, footerText(parts.footer(true))].reduce((sum, part) => sum + weightOf(part), 0);
  const document = withoutTables(parts.body, widestTable);
  const { blocks, cut } = fitBlocks(
    document,
    Math.min(room, options.mostCharacters ?? room),
    (block) => weightOf(blockMarkdown(block)) + 2,
  );
  const components: APIComponentInContainer[] = [
    text(title),
    ...(facts === '' ? [] : [text(facts), { type: component.separator, divider: true, spacing: 1 as const }]),
    ...textsOf(discordMarkdown(blocks)),
    ...textsOf(footerText(parts.footer(cut))),
    ...parts.controls.flatMap(rowsOf),
  ];
  return {
    flags: isComponentsV2,
    components: [{ type: component.container, accent_color: accents[reply.kind], components }],
    allowedMentions: { parse: [], repliedUser: false },
  };
}

export function text(content: string): APIComponentInContainer {
  return { type: component.textDisplay, content };
}

const textsOf = (content: string) => (content.trim() === '' ? [] : [text(content)]);

function factsText({ facts }: ReplyParts): string {
  let lines = '';
  for (const { label, value } of facts) {
    const line = `**${escaped(label)}:** ${escaped(value)}`;
    if (weightOf(lines) + weightOf(line) + 1 <= most.facts) lines += lines === '' ? line : `\n${line}`;
  }
  return lines;
}

function footerText(footer: readonly FooterPart[]): string {
  if (footer.length === 0) return '';
  const parts = footer.map(
    ({ label, text, href }) =>
      (label ? `${escaped(label)}: ` : '') + (href ? linkTo(href, text) : escaped(text)),
  );
  const line = `-# ${parts.join(' · ')}`;
  return weightOf(line) <= most.footer ? line : footerText(footer.slice(0, -1));
}

function rowsOf(row: readonly Control[]): ButtonRow[] {
  const buttons = row.map(({ id, label, look }) => ({
    type: component.button,
    style: look === 'good' ? component.success : component.secondary,
    label,
    custom_id: id,
  }));
  const rows: ButtonRow[] = [];
  for (let at = 0; at < buttons.length; at += most.buttonsInRow)
    rows.push({ type: component.actionRow, components: buttons.slice(at, at + most.buttonsInRow) });
  return rows;
}

/** Characters, or the bytes of a text in a script that takes more of them. */
function weightOf(content: string): number {
  return Math.max(content.length, Math.ceil((Buffer.byteLength(content) * mostCharacters) / mostBytes));
}
