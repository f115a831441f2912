import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { looksLikeMessage, textOfMessage } from '../bot/bounce/message-text.ts';
import { articleReply, composeReply } from '../bot/desk/compose-reply.ts';
import type { Reply } from '../bot/desk/reply.ts';
import { toDiscordMessage } from '../bot/platforms/discord/render/to-discord-message.ts';
import type { RenderOptions } from '../bot/platforms/reply-parts.ts';
import { toSlackMessage } from '../bot/platforms/slack/render/to-slack-message.ts';
import { toTerminal } from '../bot/platforms/terminal/to-terminal.ts';
import { readSettings } from '../bot/settings.ts';
import { openDesk } from './open-desk.ts';
import { discordText } from './preview/discord-html.ts';
import { previewPage } from './preview/page.ts';
import { endQuietlyWithoutReader } from './print.ts';

const usage = `Usage:
  npm run --silent preview -- "text" ["another text" …]      the reply on every platform
  npm run --silent preview -- --article SLUG[#SECTION]       an article as a button shows it
  … --html FILE      also a page that shows roughly how Slack and Discord display it
  … --public         as in a channel, where addresses are masked
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      article: { type: 'string', multiple: true },
      html: { type: 'string' },
      public: { type: 'boolean' },
    },
  });
  const audience = values.public ? 'public' : 'asker';
  const { diagnose, knowledge } = await openDesk();
  const replies: { text: string; reply: Reply }[] = [];
  for (const text of positionals) {
    const read = looksLikeMessage(text) ? await textOfMessage(text) : text;
    const reply = composeReply(diagnose(read, { directed: true }), audience);
    if (reply) replies.push({ text, reply });
  }
  for (const reference of values.article ?? []) {
    const [slug = '', section] = reference.split('#');
    const article = knowledge.library.get(slug);
    if (!article) throw new Error(`No article ${slug}.`);
    const part = article.sections.find(({ id }) => id === section);
    replies.push({ text: reference, reply: articleReply(article, part, audience) });
  }
  if (replies.length === 0) throw new Error(usage);

  const options = optionsFor(readSettings(process.env).kbUrl);
  for (const { text, reply } of replies) process.stdout.write(`${views(text, reply, options)}\n`);
  if (values.html !== undefined) await writeFile(values.html, previewPage(replies, options));
}

function optionsFor(kbUrl: string | undefined): RenderOptions {
  return {
    linkOf: ({ slug, section }) =>
      kbUrl === undefined ? undefined : `${kbUrl}/${slug}${section ? `#${section.id}` : ''}`,
  };
}

function views(text: string, reply: Reply, options: RenderOptions): string {
  const rule = (name: string) => `\n${'='.repeat(12)} ${name} ${'='.repeat(Math.max(4, 60 - name.length))}\n`;
  const { text: fallback, blocks } = toSlackMessage(reply, options);
  return [
    rule(`asked: ${text.replace(/\s+/g, ' ').slice(0, 60)}`),
    `${rule('terminal')}\n${toTerminal(reply, { width: 100, colours: false })}`,
    `${rule('Discord, as sent')}\n${discordText(toDiscordMessage(reply, options))}`,
    `${rule('Slack, in a notification')}\n${fallback}`,
    `${rule('Slack, blocks')}\n${JSON.stringify({ blocks }, undefined, 2)}`,
    `${rule('Block Kit Builder')}\nhttps://app.slack.com/block-kit-builder/#${encodeURIComponent(JSON.stringify({ blocks }))}`,
  ].join('\n');
}

try {
  endQuietlyWithoutReader();
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
