import { createAnswerLimit } from './desk/answer-limit.ts';
import { createConversations } from './desk/conversation.ts';
import { countedLimit, countedMemory } from './desk/counted-memory.ts';
import type { Consult } from './desk/desk.ts';
import type { DeskMemory } from './desk/desk-memory.ts';
import type { Diagnose } from './desk/diagnosis.ts';
import { createPress } from './desk/press.ts';
import type { Person } from './desk/question.ts';
import { createReception } from './desk/reception.ts';
import type { Source } from './desk/reply.ts';
import { createStaffDesk } from './desk/staff-desk.ts';
import { wording } from './desk/wording.ts';
import { type Autocomplete, createAutocomplete } from './knowledge/autocomplete.ts';
import type { HouseFacts } from './knowledge/house-facts.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { Library } from './knowledge/library.ts';
import type { Log } from './log.ts';
import type { ResilientMemory } from './memory/resilient/resilient.ts';
import type { Metrics } from './metrics.ts';
import type { Platform } from './platforms/platform.ts';
import type { Mount } from './platforms/slack/connection/signed-http.ts';
import { createKeptInstallations } from './platforms/slack/installations/kept-installations.ts';
import type { createSlack } from './platforms/slack/slack.ts';
import type { Settings } from './settings.ts';

export interface PlatformParts {
  readonly settings: Settings;
  readonly knowledge: KnowledgeBase;
  readonly facts: HouseFacts;
  readonly consult: Consult;
  diagnose(): Diagnose;
  readonly memory: DeskMemory;
  readonly kept: ResilientMemory;
  readonly metrics: Metrics;
  /** `undefined` where no port is served. */
  readonly mount: Mount | undefined;
  readonly log: Log;
}

/** The chat platforms that the settings name; none of them is started yet. */
export async function openPlatforms(parts: PlatformParts): Promise<Platform[]> {
  const { settings, knowledge, facts, consult, diagnose, kept, metrics, log } = parts;
  const memory = countedMemory(parts.memory, metrics);
  const conversations = createConversations();
  const limit = countedLimit(createAnswerLimit(settings.answersPerMinute), metrics);
  const library = () => knowledge.library;
  const handOver = async (_: unknown, by: Person) => {
    metrics.handedOver(by.platform);
    return wording.person(facts);
  };
  const desk = {
    reception: createReception({ consult, memory, conversations, limit }),
    press: createPress({ library, memory, handOver }),
    staffDesk: createStaffDesk({ library, diagnose, complete: latestAutocomplete(knowledge), memory }),
    memory,
    library,
    linkOf: linksTo(settings.kbUrl),
    takeUpEveryMs: (settings.takeOverSeconds * 1000) / 2,
    metrics,
    log,
    ...(parts.mount ? { mount: parts.mount } : {}),
  };
  const platforms = await Promise.all([slackFrom(settings, desk, kept), discordFrom(settings, desk)]);
  return platforms.filter((platform) => platform !== undefined);
}

const slackRedirect = '/slack/oauth_redirect';

type Desk = Omit<Parameters<typeof createSlack>[0], 'staff' | 'channels'>;

async function slackFrom(
  settings: Settings,
  desk: Desk,
  kept: ResilientMemory,
): Promise<Platform | undefined> {
  const {
    slackBotToken: token,
    slackAppToken: appToken,
    slackSigningSecret: signingSecret,
    slackClientId: clientId,
    slackClientSecret: clientSecret,
    slackApiUrl: apiUrl,
  } = settings;
  // With a token, there is one workspace, and these are for Sign in with Slack alone.
  const redirectUri =
    settings.publicUrl === undefined
      ? {}
      : { redirectUri: `${settings.publicUrl.replace(/\/$/, '')}${slackRedirect}` };
  const oauth = token === undefined &&
    clientId !== undefined &&
    clientSecret !== undefined && {
      ...{ clientId, clientSecret, ...redirectUri },
      installations: createKeptInstallations(kept),
    };
  if (token === undefined && !oauth) return undefined;
  const { createSlack } = await import('./platforms/slack/slack.ts');
  return createSlack({
    ...desk,
    ...(oauth ? { oauth } : {}),
    ...(token === undefined ? {} : { token }),
    staff: settings.slackStaff,
    channels: settings.slackChannels,
    ...(appToken ? { appToken } : {}),
    ...(signingSecret ? { signingSecret } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  });
}

async function discordFrom(settings: Settings, desk: Desk): Promise<Platform | undefined> {
  const {
    discordToken: token,
    discordApplicationId: applicationId,
    discordGuildId: guildId,
    discordApiUrl: apiUrl,
  } = settings;
  if (token === undefined || applicationId === undefined) return undefined;
  const { createDiscord } = await import('./platforms/discord/discord.ts');
  return createDiscord({
    ...desk,
    token,
    applicationId,
    staffRoles: settings.discordStaffRoles,
    channels: settings.discordChannels,
    messageContent: settings.discordMessageContent,
    requestsPerSecond: settings.discordRequestsPerSecond,
    shards:
      settings.shardIds.length > 0
        ? { ids: settings.shardIds, count: Number(settings.shards) }
        : settings.shards,
    ...(guildId ? { guildId } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  });
}

/** The address of an article's page, where the operator shows the articles on the web. */
function linksTo(kbUrl: string | undefined) {
  return ({ slug, section }: Source): string | undefined =>
    kbUrl && `${kbUrl.replace(/\/$/, '')}/${slug}${section ? `#${section.id}` : ''}`;
}

/** Built anew when the knowledge base has changed. */
function latestAutocomplete(knowledge: KnowledgeBase): () => Autocomplete {
  let of: Library | undefined;
  let complete: Autocomplete | undefined;
  return () => {
    if (of !== knowledge.library || !complete) {
      of = knowledge.library;
      complete = createAutocomplete(knowledge.library, knowledge.search);
    }
    return complete;
  };
}
