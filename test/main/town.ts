import { texts } from '../platforms/contract/texts.ts';
import type { Message as DiscordMessage } from '../servers/discord/messages/message.ts';
import {
  createDiscordServer,
  type DiscordServer,
  type DiscordServerOptions,
} from '../servers/discord/server.ts';
import { recordOf } from '../servers/slack/json.ts';
import type { Message as SlackMessage } from '../servers/slack/messages.ts';
import { createSlackServer, type SlackServer, type SlackServerOptions } from '../servers/slack/server.ts';

export interface TownOptions {
  readonly slack?: SlackServerOptions;
  readonly discord?: DiscordServerOptions;
  /** Channels on each; every question is asked in the next one. */
  readonly channels?: number;
}

export interface TownCounts {
  readonly asked: number;
  /** Questions that have exactly one answer. */
  readonly answered: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** A Slack and a Discord full of people who ask, for bots that come, go and die. */
export interface Town {
  readonly slack: SlackServer;
  readonly discord: DiscordServer;
  /** Settings of a bot that is in both. */
  readonly env: Readonly<Record<string, string>>;
  /** Somebody asks on each. */
  ask(): void;
  /** Tells once more what was told lately. */
  repeat(): void;
  /** The next answer on each runs into trouble: it has to wait, gets lost, or only seems lost. */
  trouble(): void;
  slackAnswers(question: SlackMessage): number;
  discordAnswers(question: DiscordMessage): number;
  counts(): Readonly<Record<'slack' | 'discord', TownCounts>>;
  stop(): Promise<void>;
}

const members = 200;

export async function createTown({ channels = 40, ...options }: TownOptions = {}): Promise<Town> {
  const slack = await createSlackServer({ ackTimeoutMs: 1500, retryDelaysMs: retries, ...options.slack });
  const discord = await createDiscordServer(options.discord);
  const slackSide = askersOnSlack(slack, channels);
  const discordSide = askersOnDiscord(discord, channels);
  return {
    slack,
    discord,
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_TOKEN: discord.botToken,
      DISCORD_APPLICATION_ID: discord.application.id,
      DISCORD_API_URL: discord.apiUrl,
    },
    ask() {
      slackSide.ask();
      discordSide.ask();
    },
    repeat() {
      slackSide.repeat();
      discordSide.repeat();
    },
    trouble() {
      const kind = troubles[Math.floor(Math.random() * troubles.length)] ?? 'http-500';
      slack.fault({ method: 'chat.postMessage', kind, retryAfterSeconds: 1 });
      discord.fault({ method: 'POST', path: '/channels/:channel/messages', kind, retryAfterSeconds: 1 });
    },
    slackAnswers: slackSide.answersTo,
    discordAnswers: discordSide.answersTo,
    counts: () => ({ slack: slackSide.counts(), discord: discordSide.counts() }),
    async stop() {
      await Promise.all([slack.stop(), discord.stop()]);
    },
  };
}

/** Slack's own are at once, a minute, five minutes; here a bot is back within seconds. */
const retries = [0, 1000, 3000, 10_000];

const troubles = ['rate-limited', 'http-500', 'reset-before', 'reset-after'] as const;

function askersOnSlack(server: SlackServer, count: number) {
  const people = Array.from({ length: members }, (_, n) => server.addUser({ name: `ann${n}` }));
  const channels = Array.from({ length: count }, (_, n) =>
    server.addChannel({ name: `support-${n}`, members: people }),
  );
  const text = `<@${server.bot.id}> ${texts.defers}`;
  const asked: SlackMessage[] = [];
  const answersTo = (question: SlackMessage) =>
    server.replies(question).filter(({ app_id }) => app_id === server.app.id).length;
  return {
    answersTo,
    ask() {
      const [person, channel] = [people[asked.length % people.length], channels[asked.length % count]];
      if (person && channel) asked.push(server.say(person, channel, text));
    },
    repeat() {
      const told = server.deliveries().slice(-20);
      const eventId = told[Math.floor(Math.random() * told.length)]?.eventId;
      if (eventId !== undefined) void server.redeliver(eventId);
    },
    counts: () => countsOf(asked, ({ ts }) => ts, answersTo),
  };
}

function askersOnDiscord(server: DiscordServer, count: number) {
  const people = Array.from({ length: members }, (_, n) => server.addUser({ name: `ann${n}` }));
  const channels = Array.from({ length: count }, (_, n) => server.addChannel({ name: `support-${n}` }));
  const text = `@hostdesk ${texts.defers}`;
  const asked: DiscordMessage[] = [];
  /** Sentences of the product's own have no frame. */
  const isAnswer = ({ components }: DiscordMessage) => recordOf(components[0]).type === 17;
  const answersTo = (question: DiscordMessage) => {
    const thread = server.threadOn(question);
    return thread ? server.botMessages(thread).filter(isAnswer).length : 0;
  };
  return {
    answersTo,
    ask() {
      const [person, channel] = [people[asked.length % people.length], channels[asked.length % count]];
      if (person && channel) asked.push(server.say(person, channel, text));
    },
    repeat() {
      const question = asked[asked.length - 1 - Math.floor(Math.random() * Math.min(20, asked.length))];
      if (question) server.redeliver(question);
    },
    counts: () => countsOf(asked, ({ id }) => id, answersTo),
  };
}

function countsOf<Question>(
  asked: readonly Question[],
  idOf: (question: Question) => string,
  answersTo: (question: Question) => number,
): TownCounts {
  const answers = asked.map((question) => ({ id: idOf(question), count: answersTo(question) }));
  return {
    asked: asked.length,
    answered: answers.filter(({ count }) => count === 1).length,
    lost: answers.filter(({ count }) => count === 0).map(({ id }) => id),
    doubled: answers.filter(({ count }) => count > 1).map(({ id }) => id),
  };
}
