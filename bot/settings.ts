import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { houseFacts } from './knowledge/house-facts.ts';
import { problemsAmong } from './problems-among.ts';

export interface Setting {
  readonly name: string;
  readonly check: z.ZodType;
  readonly example: string;
  readonly meaning: string;
  /** May also be in a file, which NAME_FILE names. */
  readonly file?: true;
}

const text = z.string().trim().min(1);

/** Ids after one another, with commas or spaces between. */
const list = z
  .string()
  .default('')
  .transform((value) => value.split(/[\s,]+/).filter((one) => one !== ''));
const listOf = (id: RegExp, problem: string) =>
  list.refine((ids) => ids.every((one) => id.test(one)), problem);
const slackChannel = /^[CGD][A-Z0-9]+$/;
const slackChannelProblem = 'must be ids such as C0123: open the channel’s details in Slack to copy its own';
const discordId = /^\d{15,22}$/;
const discordIdProblem = 'must be ids, digits only: Discord’s developer mode copies them';

/** A number of days; without it, for good. */
const days = z.coerce.number().int().min(1).optional();

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const webAddress = z.url({ protocol: /^https?$/ }).optional();

/** Every setting once. `.env.example` is made from this list. */
export const settings = {
  kbDir: {
    name: 'KB_DIR',
    check: text.default('kb'),
    example: 'kb',
    meaning: 'Folder of the knowledge base: TOPIC/SLUG.md',
  },
  draftsDir: {
    name: 'DRAFTS_DIR',
    check: text.default('drafts'),
    example: 'drafts',
    meaning: 'Folder of drafts that staff make of questions: TOPIC/SLUG.md, outside KB_DIR, never in service',
  },
  kbUrl: {
    name: 'KB_URL',
    check: z.url({ protocol: /^https?$/ }).optional(),
    example: 'https://example.com/help',
    meaning: 'Where customers read the articles; an article is then linked as KB_URL/SLUG',
  },
  embeddingsUrl: {
    name: 'EMBEDDINGS_URL',
    check: z.url({ protocol: /^https?$/ }).optional(),
    example: 'http://127.0.0.1:11434/v1',
    meaning:
      'Optional semantic term: an endpoint that speaks the OpenAI embeddings API. Questions are sent to it',
  },
  embeddingsModel: {
    name: 'EMBEDDINGS_MODEL',
    check: text.optional(),
    example: 'nomic-embed-text',
    meaning: 'Model the embeddings endpoint is asked for',
  },
  embeddingsKey: {
    name: 'EMBEDDINGS_KEY',
    check: text.optional(),
    example: 'secret',
    meaning: 'Bearer token of the embeddings endpoint, where it wants one',
  },
  slackBotToken: {
    name: 'SLACK_BOT_TOKEN',
    check: text.startsWith('xoxb-').optional(),
    example: 'xoxb-…',
    meaning: 'Slack: the bot token of your app (OAuth & Permissions)',
  },
  slackAppToken: {
    name: 'SLACK_APP_TOKEN',
    check: text.startsWith('xapp-').optional(),
    example: 'xapp-…',
    meaning: 'Slack: the app-level token with connections:write; Socket Mode when it is set',
  },
  slackSigningSecret: {
    name: 'SLACK_SIGNING_SECRET',
    check: text.optional(),
    example: 'secret',
    meaning: 'Slack: the signing secret; signed HTTP on PORT, path /slack/events, when no app token is set',
  },
  slackClientId: {
    name: 'SLACK_CLIENT_ID',
    check: text.optional(),
    example: '1234567890.1234567890',
    meaning:
      'Slack: for several workspaces, each of which installs the app at /slack/install (OAuth); and for Sign in with Slack',
  },
  slackClientSecret: {
    name: 'SLACK_CLIENT_SECRET',
    check: text.optional(),
    example: 'secret',
    meaning: 'Slack: the client secret that belongs to SLACK_CLIENT_ID',
    file: true,
  },
  slackApiUrl: {
    name: 'SLACK_API_URL',
    check: webAddress,
    example: 'https://slack.com/api/',
    meaning: 'Slack: another address of the Web API, for tests',
  },
  slackStaff: {
    name: 'SLACK_STAFF',
    check: listOf(
      /^[USW][A-Z0-9]+$/,
      'must be ids such as U0123 or S0456: a profile’s menu in Slack copies them',
    ),
    example: 'U0123,S0456',
    meaning: 'Slack: staff, as ids of users and user groups',
  },
  slackChannels: {
    name: 'SLACK_CHANNELS',
    check: listOf(slackChannel, slackChannelProblem),
    example: 'C0123,C0456',
    meaning: 'Slack: ids of channels to listen in without a mention; none: mentions only',
  },
  discordToken: {
    name: 'DISCORD_TOKEN',
    check: text.optional(),
    example: 'token',
    meaning: 'Discord: the bot token',
  },
  discordApplicationId: {
    name: 'DISCORD_APPLICATION_ID',
    check: z
      .string()
      .regex(/^\d{15,22}$/, 'must be the application’s id, digits only')
      .optional(),
    example: '123456789012345678',
    meaning: 'Discord: the application id',
  },
  discordClientSecret: {
    name: 'DISCORD_CLIENT_SECRET',
    check: text.optional(),
    example: 'secret',
    meaning: 'Discord: the client secret (OAuth2), for linking by sign-in',
    file: true,
  },
  discordGuildId: {
    name: 'DISCORD_GUILD_ID',
    check: z
      .string()
      .regex(/^\d{15,22}$/, 'must be a server’s id, digits only')
      .optional(),
    example: '123456789012345678',
    meaning: 'Discord: commands for this one server only, while developing',
  },
  discordApiUrl: {
    name: 'DISCORD_API_URL',
    check: webAddress,
    example: 'https://discord.com/api',
    meaning: 'Discord: another address of the API, for tests',
  },
  discordStaffRoles: {
    name: 'DISCORD_STAFF_ROLES',
    check: listOf(discordId, discordIdProblem),
    example: '123456789012345678',
    meaning: 'Discord: ids of the roles that are staff',
  },
  discordChannels: {
    name: 'DISCORD_CHANNELS',
    check: listOf(discordId, discordIdProblem),
    example: '123456789012345678',
    meaning:
      'Discord: ids of channels and forums to listen in without a mention (needs the Message Content intent); none: mentions only',
  },
  discordRequestsPerSecond: {
    name: 'DISCORD_REQUESTS_PER_SECOND',
    check: z.coerce.number().int().min(1).default(50),
    example: '50',
    meaning:
      'Discord: requests a second that this process may make; Discord allows a bot 50 in all, very large ones more',
  },
  shards: {
    name: 'SHARDS',
    check: z.union([z.literal('auto'), z.coerce.number().int().min(1)]).default('auto'),
    example: 'auto',
    meaning: 'Discord: number of shards in all, or auto',
  },
  shardIds: {
    name: 'SHARD_IDS',
    check: list.transform((ids) => ids.map(Number)).pipe(z.array(z.int().min(0))),
    example: '0,1',
    meaning: 'Discord: those of the SHARDS that this process runs; all when not set',
  },
  port: {
    name: 'PORT',
    check: z.union([z.literal('off'), z.coerce.number().int().min(0).max(65_535)]).default(3000),
    example: '3000',
    meaning: 'The one port: health, metrics, signed HTTP of Slack, sign-in; off: none',
  },
  bindAddress: {
    name: 'BIND_ADDRESS',
    check: z
      .union([z.ipv4(), z.ipv6()], 'must be an address of this machine, such as 0.0.0.0')
      .default('127.0.0.1'),
    example: '127.0.0.1',
    meaning:
      'Address that the port is bound to; 0.0.0.0 where the proxy with TLS is on another machine or in another container',
  },
  publicUrl: {
    name: 'PUBLIC_URL',
    check: z
      .url({ protocol: /^https$/, error: 'must look like https://desk.example.com' })
      .refine(
        (url) => (URL.parse(url)?.pathname ?? '/') === '/',
        'must have no path: https://desk.example.com',
      )
      .optional(),
    example: 'https://desk.example.com',
    meaning: 'Our address in the outside world, where a proxy with TLS hands requests on to PORT',
  },
  whmcsUrl: {
    name: 'WHMCS_URL',
    check: z.url({ protocol: /^https$/, error: 'must look like https://example.com/billing' }).optional(),
    example: 'https://example.com/billing',
    meaning: 'WHMCS: where it lies, for linking by sign-in and for tickets',
  },
  whmcsApiIdentifier: {
    name: 'WHMCS_API_IDENTIFIER',
    check: text.optional(),
    example: 'identifier',
    meaning:
      'WHMCS: API credentials; their role needs GetClients, GetClientsDetails, GetClientsProducts, and OpenTicket for tickets',
  },
  whmcsApiSecret: {
    name: 'WHMCS_API_SECRET',
    check: text.optional(),
    example: 'secret',
    meaning: 'WHMCS: the secret of the API credentials',
    file: true,
  },
  whmcsClientId: {
    name: 'WHMCS_CLIENT_ID',
    check: text.optional(),
    example: 'HOSTDESK.abc',
    meaning: 'WHMCS: client id of its OpenID Connect page, redirect URI PUBLIC_URL/link/whmcs',
  },
  whmcsClientSecret: {
    name: 'WHMCS_CLIENT_SECRET',
    check: text.optional(),
    example: 'secret',
    meaning: 'WHMCS: the client secret that belongs to WHMCS_CLIENT_ID',
    file: true,
  },
  whmcsSubject: {
    name: 'WHMCS_SUBJECT',
    check: z.enum(['client', 'user']).default('client'),
    example: 'client',
    meaning: 'WHMCS: whom its ID tokens name, a client or a user; for users the role needs GetUsers, too',
  },
  whmcsCaFile: {
    name: 'WHMCS_CA_FILE',
    check: text.optional(),
    example: '/etc/hostdesk/whmcs-ca.pem',
    meaning: 'WHMCS: certificate authority, where its certificate is not publicly signed',
  },
  whmcsTicketDepartment: {
    name: 'WHMCS_TICKET_DEPARTMENT',
    check: z.coerce.number().int().min(1).optional(),
    example: '1',
    meaning:
      'WHMCS: number of the department that gets a ticket for each customer with a linked account who wants a person',
  },
  dataDir: {
    name: 'DATA_DIR',
    check: text.default('data'),
    example: 'data',
    meaning: 'Folder of the memory: a SQLite file and its key',
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    check: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
    example: 'postgres://hostdesk@db.example.com/hostdesk',
    meaning: 'PostgreSQL for the memory, when several processes share it; needs MEMORY_KEYS',
  },
  memoryKeys: {
    name: 'MEMORY_KEYS',
    check: text.optional(),
    example: 'base64-of-32-bytes',
    meaning:
      'Keys of the memory, the current one first (openssl rand -base64 32); without, one is made in DATA_DIR',
  },
  questionsDays: {
    name: 'QUESTIONS_DAYS',
    check: days,
    example: '365',
    meaning: 'Days that questions, hand-offs and their texts are kept, masked; for good when it is not set',
  },
  votesDays: {
    name: 'VOTES_DAYS',
    check: days,
    example: '730',
    meaning: 'Days that votes are kept; for good when it is not set',
  },
  auditDays: {
    name: 'AUDIT_DAYS',
    check: days,
    example: '1095',
    meaning: 'Days that lines of the audit are kept; for good when it is not set',
  },
  slackStaffChannel: {
    name: 'SLACK_STAFF_CHANNEL',
    check: text.regex(slackChannel, slackChannelProblem).optional(),
    example: 'C0789',
    meaning: 'Slack: id of the staff’s own channel, where hand-offs and alerts go; the bot must be in it',
  },
  discordStaffChannel: {
    name: 'DISCORD_STAFF_CHANNEL',
    check: text.regex(discordId, discordIdProblem).optional(),
    example: '123456789012345678',
    meaning: 'Discord: id of the staff’s own channel, where hand-offs and alerts go',
  },
  supportOpen: {
    name: 'SUPPORT_OPEN',
    check: text.optional(),
    example: 'Mon-Fri 09:00-17:00, Sat 10:00-14:00',
    meaning:
      'When people of the support are there, in TIME_ZONE; without it nothing is said of when they answer',
  },
  timeZone: {
    name: 'TIME_ZONE',
    check: text.refine(isTimeZone, 'must be an IANA name such as Europe/Berlin').default('UTC'),
    example: 'Europe/Berlin',
    meaning: 'Time zone in which times are said',
  },
  smtpUrl: {
    name: 'SMTP_URL',
    check: z.url({ protocol: /^smtps?$/ }).optional(),
    example: 'smtps://user:password@mail.example.com:465',
    meaning: 'Mail server for the codes that link accounts; needs MAIL_FROM',
  },
  mailFrom: {
    name: 'MAIL_FROM',
    check: text
      .regex(/[^\s<]@[^\s>]/, 'must hold an address, such as Support <support@example.com>')
      .optional(),
    example: '"Example Hosting <support@example.com>"',
    meaning: 'Sender of these mails',
  },
  addresses: {
    name: 'ADDRESSES',
    check: z.enum(['masked', 'whole']).default('masked'),
    example: 'masked',
    meaning: 'Recipients in the private mail numbers: masked until the owner asks, or whole at once',
  },
  watchHours: {
    name: 'WATCH_HOURS',
    check: z.coerce.number().min(0.5).max(72).default(3),
    example: '3',
    meaning: 'Hours after which “Tell me when it clears” says that it has not',
  },
  takeOverSeconds: {
    name: 'TAKE_OVER_SECONDS',
    check: z.coerce.number().min(1).max(600).default(30),
    example: '30',
    meaning:
      'A process that was silent so long counts as dead, and another takes over what it had begun; with less than 30 an answer may come twice when Slack is slow',
  },
  answersPerMinute: {
    name: 'ANSWERS_PER_MINUTE',
    check: z.coerce.number().int().min(1).default(6),
    example: '6',
    meaning: 'Answers that one person can get in a minute',
  },
  logLevel: {
    name: 'LOG_LEVEL',
    check: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    example: 'info',
    meaning: 'How much is logged, on standard error',
  },
} satisfies Record<string, Setting>;

export type Settings = {
  readonly [Key in keyof typeof settings]: z.infer<(typeof settings)[Key]['check']>;
} & {
  /** Values of house facts by name, as far as they are set. */
  readonly house: Readonly<Record<string, string>>;
};

/** Before the name of a house fact, in capitals. */
export const housePrefix = 'HOUSE_';

/** Throws one Error that lists everything to put right, a line each. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const problems: string[] = [];
  const read: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [key, { name, check, file, example }] of Object.entries(settings) as [string, Setting][]) {
    const result = check.safeParse(given({ name, file }, env, problems));
    if (result.success) read[key] = result.data;
    else {
      wrong.push(name);
      problems.push(`${name}: ${problemWords(result.error, example)}`);
    }
  }
  // What is wrong by itself is not missing.
  const among = problemsAmong(read, env).filter(
    (problem) => !wrong.some((name) => problem.split(':')[0]?.includes(name)),
  );
  problems.push(...among);
  const house: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith(housePrefix) || value === undefined || value === '') continue;
    const fact = name.slice(housePrefix.length).toLowerCase();
    if (houseFacts.some((known) => known.name === fact)) house[fact] = value;
    else problems.push(`${name}: is no house fact; the names stand in .env.example`);
  }
  if (problems.length > 0) throw new Error(`Settings to put right:\n  ${problems.join('\n  ')}`);
  return { ...read, house } as Settings;
}

/** The checks' own words begin with Invalid or Too, and say what is wrong rather than what to write. */
function problemWords({ issues }: z.ZodError, example: string): string {
  const words = issues.map(({ message }) => message).join(', ');
  return /^(?:Invalid|Too) /.test(words) ? `${words}; write it as in ${example}` : words;
}

/** What the environment, or the file that it names, has to say for a setting. */
function given(
  { name, file }: { readonly name: string; readonly file: true | undefined },
  env: Readonly<Record<string, string | undefined>>,
  problems: string[],
): string | undefined {
  const path = file ? env[`${name}_FILE`] : undefined;
  if (!path) return env[name] || undefined;
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch {
    problems.push(`${name}_FILE: the file cannot be read`);
    return undefined;
  }
}
