import { slackManifest } from '../../bot/platforms/slack/manifest.ts';
import { pastes } from '../memory/pastes.ts';
import { texts } from '../platforms/contract/texts.ts';
import { freePort } from '../platforms/slack/slack-bots.ts';
import { generousRateLimits } from '../servers/discord/rest/rate-limits.ts';
import { createDiscordServer } from '../servers/discord/server.ts';
import { createSlackServer } from '../servers/slack/server.ts';

/** A way in for questions, with the people who ask. */
export interface Door {
  /** Settings of the bot behind it. */
  readonly env: Readonly<Record<string, string>>;
  /** To be called when the bot is ready. */
  open(): Promise<void>;
  /** Somebody asks; gives what names the question. */
  ask(): string;
  /** When each answer's request came in, by question; those of this moment. */
  answers(): ReadonlyMap<string, readonly number[]>;
  /** Where mentions are not acknowledged: somebody asks by command. False when the answer did not come. */
  askByCommand?(): Promise<boolean>;
  /** How long every acknowledgement took so far. */
  acksMs(): readonly number[];
  /** Acknowledgements that did not come within the platform's three seconds. */
  late(): number;
  close(): Promise<void>;
}

export interface DoorOptions {
  /** The app may do whatever an app may, not only what the bot's own manifest asks for. */
  readonly forAnyBot: boolean;
}

export const doors = {
  'Slack, Socket Mode': (options) => openSlack('socket', options),
  'Slack, signed HTTP': (options) => openSlack('http', options),
  'Discord, gateway': openDiscord,
} satisfies Record<string, (options: DoorOptions) => Promise<Door>>;

export type DoorName = keyof typeof doors;

/** Slack and Discord take about one message a second into a channel. */
const channelCount = 200;
const personCount = 1000;
/** Without links and addresses: some bots wait whether Slack shows a preview of one. */
const asked = [
  ...Object.values(texts).filter((text) => !/@/.test(text)),
  ...pastes.map(({ text }) => text).filter((text) => text.length < 1500 && !/@|:\/\/|\w\.\w{2}/.test(text)),
  'my mails come back since this morning, what can i do',
  'outlook keeps asking for my password',
  'how do i create a mailbox for my colleague',
  'website shows error 500 after the update',
  'cannot send mail from my phone but webmail works',
  'which ports do i have to use for imap and smtp',
  'why does my newsletter end up in spam',
  'ssl certificate warning in thunderbird',
  'i deleted a file by accident, is there a backup',
  'how long does it take until my domain points to the new server',
  'the disk quota is full but i cannot find what takes the space',
  'php version is too old for my shop',
];

const nth = <Value>(values: readonly Value[], n: number): Value => values[n % values.length] as Value;

async function openSlack(transport: 'socket' | 'http', { forAnyBot }: DoorOptions): Promise<Door> {
  const app = forAnyBot ? {} : { manifest: slackManifest(transport) };
  const server = await createSlackServer({ ...app, retryDelaysMs: [0, 1000, 3000] });
  const people = Array.from({ length: personCount }, (_, n) => server.addUser({ name: `ann${n}` }));
  const channels = Array.from({ length: channelCount }, (_, n) =>
    server.addChannel({ name: `support-${n}`, members: people }),
  );
  const port = await freePort();
  const way =
    transport === 'socket'
      ? { SLACK_APP_TOKEN: server.appToken }
      : { SLACK_SIGNING_SECRET: server.app.signingSecret, PORT: String(port) };
  let count = 0;
  const attempts = () => server.deliveries().flatMap((delivery) => delivery.attempts);
  return {
    env: { SLACK_BOT_TOKEN: server.botToken, SLACK_API_URL: server.apiUrl, ...way },
    async open() {
      if (transport === 'http') await server.deliverTo(`http://127.0.0.1:${port}/slack/events`);
      else await server.connected();
    },
    ask() {
      const text = `<@${server.bot.id}> ${nth(asked, count)}`;
      const question = server.say(nth(people, count), nth(channels, count), text);
      count += 1;
      return question.ts;
    },
    answers: () =>
      byQuestion(server.calls('chat.postMessage').map(({ args, at }) => [String(args.thread_ts), at])),
    acksMs: () => attempts().flatMap(({ tookMs }) => tookMs ?? []),
    late: () => attempts().filter(({ outcome }) => outcome !== 'acked' && outcome !== 'pending').length,
    close: () => server.stop(),
  };
}

async function openDiscord(): Promise<Door> {
  const server = await createDiscordServer({ rateLimits: generousRateLimits });
  const people = Array.from({ length: personCount }, (_, n) => server.addUser({ name: `ann${n}` }));
  const channels = Array.from({ length: channelCount }, (_, n) =>
    server.addChannel({ name: `support-${n}` }),
  );
  let count = 0;
  return {
    env: {
      DISCORD_TOKEN: server.botToken,
      DISCORD_APPLICATION_ID: server.application.id,
      DISCORD_API_URL: server.apiUrl,
      // A thread and a message each: with Discord's own limit 25 questions a second are the most.
      DISCORD_REQUESTS_PER_SECOND: '1000',
    },
    open: () => server.connected().then(() => {}),
    ask() {
      const question = server.say(nth(people, count), nth(channels, count), `@hostdesk ${nth(asked, count)}`);
      count += 1;
      return question.id;
    },
    // The thread that is begun on a question has the question's id.
    answers: () =>
      byQuestion(
        server
          .calls('POST /channels/:channel/messages')
          .map(({ path, at }) => [path.split('/')[2] ?? '', at]),
      ),
    async askByCommand() {
      const { ok, message, thinking } = await server.slash(nth(people, count), nth(channels, count), '/ask', {
        question: nth(asked, count),
      });
      return ok && message !== undefined && !thinking;
    },
    // The gateway's events are not acknowledged, interactions are.
    acksMs: () => server.acksMs(),
    late: () => server.lateAcks.length,
    close: () => server.stop(),
  };
}

function byQuestion(answers: readonly (readonly [question: string, at: number])[]): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const [question, at] of answers) {
    const known = times.get(question);
    if (known) known.push(at);
    else times.set(question, [at]);
  }
  return times;
}
