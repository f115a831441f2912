import { DiscordAdapter } from '@chat-adapter/discord';
import { createSlackAdapter } from '@chat-adapter/slack';
import { createMemoryState } from '@chat-adapter/state-memory';
import { serve } from '@hono/node-server';
import { type Adapter, Chat, ConsoleLogger, type Message, type Thread } from 'chat';
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js';
import { fit } from '../../bot/desk/confidence.ts';
import { createDesk } from '../../bot/desk/desk.ts';
import { createDiagnose } from '../../bot/desk/diagnosis.ts';
import type { Question } from '../../bot/desk/question.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { openKnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';

// The same desk on the package `chat` with its adapters, in the way their documentation shows: what Hostdesk's own
// platforms are measured beside. It keeps its state in memory and remembers no questions.

const env = (name: string) => process.env[name] ?? '';
const folder = env('KB_DIR');
const knowledge = await openKnowledgeBase({ folder, facts: houseFactsFrom({}), weights: fit.rank });
const consult = createDesk({
  diagnose: () => createDiagnose(knowledge.library, knowledge.search),
  onError: (error) => console.error(error),
});

async function answer(thread: Thread, message: Message): Promise<void> {
  const { reply } = await consult(questionFrom(thread, message));
  if (reply) await thread.post({ markdown: `**${reply.title}**\n\n${reply.body}` });
}

function questionFrom(thread: Thread, { id, text, author }: Message): Question {
  const platform = thread.adapter.name;
  return {
    id,
    text,
    attachments: [],
    asker: { platform, workspace: '', id: author.userId, staff: false },
    place: { platform, workspace: '', channel: thread.channelId, thread: thread.id, private: false },
    directed: true,
  };
}

/** Its gateway listener knows no other address than Discord's own: this one gives it a connected client. */
class LocalDiscordAdapter extends DiscordAdapter {
  async listen(apiUrl: string): Promise<void> {
    const { Guilds, GuildMessages, MessageContent, DirectMessages } = GatewayIntentBits;
    const client = new Client({
      intents: [Guilds, GuildMessages, MessageContent, DirectMessages],
      partials: [Partials.Channel],
      rest: { api: apiUrl },
    });
    this.setupLegacyGatewayHandlers(client, () => false);
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(env('DISCORD_TOKEN'));
    await ready;
  }
}

const logger = new ConsoleLogger('silent');
const state = createMemoryState();
const userName = 'hostdesk';

if (env('DISCORD_TOKEN')) await openDiscord();
else await openSlack(env('SLACK_APP_TOKEN') ? 'socket' : 'webhook');
process.stderr.write(`${JSON.stringify({ level: 30, msg: 'ready' })}\n`);
process.once('SIGTERM', () => process.exit(0));

async function openSlack(mode: 'socket' | 'webhook'): Promise<void> {
  const way = mode === 'socket' ? { appToken: env('SLACK_APP_TOKEN') } : {};
  const adapter = createSlackAdapter({
    ...{ mode, ...way, apiUrl: env('SLACK_API_URL'), botToken: env('SLACK_BOT_TOKEN') },
    signingSecret: env('SLACK_SIGNING_SECRET') || 'none',
    logger,
  });
  const bot = new Chat({ userName, adapters: { slack: typed(adapter) }, state, logger });
  bot.onNewMention(answer);
  await bot.initialize();
  if (mode === 'socket') return;
  const waitUntil = (work: Promise<unknown>) => void work.catch(() => {});
  const hear = bot.webhooks.slack;
  if (!hear) throw new Error('no webhook of Slack');
  const fetch = (request: Request) => hear(request, { waitUntil });
  await new Promise<void>((resolve) =>
    serve({ fetch, port: Number(env('PORT')), hostname: '127.0.0.1' }, () => resolve()),
  );
}

/** Its types were written for less strict settings than these. */
function typed(adapter: unknown): Adapter {
  return adapter as Adapter;
}

async function openDiscord(): Promise<void> {
  const adapter = new LocalDiscordAdapter({
    apiUrl: `${env('DISCORD_API_URL')}/v10`,
    applicationId: env('DISCORD_APPLICATION_ID'),
    botToken: env('DISCORD_TOKEN'),
    // Of interactions over HTTP, which it does not get here.
    publicKey: '0'.repeat(64),
    logger,
  });
  const bot = new Chat({ userName, adapters: { discord: typed(adapter) }, state, logger });
  bot.onNewMention(answer);
  await bot.initialize();
  await adapter.listen(env('DISCORD_API_URL'));
}
