import { createAnswerLimit } from './desk/answer-limit.ts';
import type { ChannelRules } from './desk/channel-rules.ts';
import { createSetRules } from './desk/channel-rules.ts';
import { type ClockWords, createClockWords } from './desk/clock-words.ts';
import { fit } from './desk/confidence.ts';
import { createConversations } from './desk/conversation.ts';
import { countedLimit, countedMemory } from './desk/counted-memory.ts';
import { createDesk, type DeskParts } from './desk/desk.ts';
import type { DeskMemory } from './desk/desk-memory.ts';
import { createDiagnose } from './desk/diagnosis.ts';
import { createDraftDesk } from './desk/draft-desk.ts';
import { createKeptMemory } from './desk/kept-memory.ts';
import { createOrders } from './desk/orders/orders.ts';
import type { Outreach } from './desk/outreach.ts';
import { createPress } from './desk/press.ts';
import { createPrivateMatters } from './desk/private-matters.ts';
import { createReception } from './desk/reception.ts';
import type { Source } from './desk/reply.ts';
import { createStaffDesk } from './desk/staff-desk.ts';
import { wording } from './desk/wording.ts';
import { type createLastAnswers, isWell, type LastAnswer } from './hosting/host-call.ts';
import { type Autocomplete, createAutocomplete } from './knowledge/autocomplete.ts';
import type { HouseFacts } from './knowledge/house-facts.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import type { Library } from './knowledge/library.ts';
import { findGaps } from './learning/gaps/find-gaps.ts';
import { createLearning } from './learning/votes/learning.ts';
import type { Log } from './log.ts';
import type { ResilientMemory } from './memory/resilient/resilient.ts';
import type { Metrics } from './metrics.ts';
import { type OpenAccountsParts, type OpenedAccounts, openAccounts } from './open-accounts.ts';
import type { PlatformDesk } from './platforms/platform-desk.ts';
import type { Settings } from './settings.ts';
import { createKeptRules } from './support/kept-rules.ts';
import { createStaffPlaces } from './support/staff-places.ts';
import { createSupport } from './support/support.ts';
import { parseSupportHours } from './support/support-hours.ts';

/** How far back staff are shown what could not be answered. */
const gapsMs = 30 * 24 * 3_600_000;

export interface OpenDeskParts {
  readonly settings: Settings;
  readonly env: OpenAccountsParts['env'];
  readonly knowledge: KnowledgeBase;
  readonly facts: HouseFacts;
  readonly memory: ResilientMemory;
  readonly meaningOf?: DeskParts['meaningOf'] | undefined;
  /** The platforms that are connected; asked when something is to be said there. */
  outreachOn(platform: string): Outreach | undefined;
  readonly demo?: OpenAccountsParts['demo'] | undefined;
  readonly metrics?: Metrics;
  /** Hears of every call to a host. */
  readonly hosts?: ReturnType<typeof createLastAnswers> | undefined;
  readonly log: Log;
}

export interface OpenedDesk {
  readonly desk: PlatformDesk;
  /** Pages for linking by sign-in, where that is set up. */
  readonly signInPages: OpenedAccounts['signInPages'];
  /** Ends what goes on by itself. */
  close(): Promise<void>;
}

/** Everything between the platforms and the database: what answers, who helps, what accounts are asked about. */
export async function openDesk(parts: OpenDeskParts): Promise<OpenedDesk> {
  const { settings, knowledge, facts, memory: kept, outreachOn, metrics, log } = parts;
  const library = () => knowledge.library;
  const learning = createLearning({
    ...{ votes: kept.votes, knowledge },
    onError: (error) => log.error({ err: error }, 'learning_failed'),
  });
  const diagnose = () => createDiagnose(knowledge.library, knowledge.search, learning.learned());
  const onError = (error: unknown, what?: string) => log.error({ err: error, what }, 'desk_failed');

  const rules = createKeptRules(operatorsRules(settings), kept);
  const staffPlaces = createStaffPlaces({ channels: staffChannels(settings), rules });
  const accounts = await openAccounts({ ...parts, library, outreachOn, staffPlaces, memory: kept });
  const consult = createDesk({
    ...{ diagnose, rules, numbers: accounts !== undefined },
    ...(parts.meaningOf ? { meaningOf: parts.meaningOf } : {}),
    onError: (error) => log.error({ err: error }, 'answer_failed'),
  });
  const gaps = () => findGaps({ questions: kept.questions, library: library() }, Date.now() - gapsMs);
  const { draftsDir, kbDir } = settings;
  const drafts = createDraftDesk({ knowledge, facts, weights: fit.rank, draftsDir, kbDir });
  const support = await createSupport({
    ...{ memory: kept, outreachOn, staffPlaces, rules, library, gaps, drafts, onError },
    diagnose: (text) => diagnose()(text, { directed: true }),
    elsewhere: wording.person(facts),
    nextThere: () => nextThere(settings),
    usualThreshold: fit.thresholds.classified.channel,
    state: () => deskState(parts),
    ...(accounts ? { healthOf: accounts.healthOf } : {}),
    ...(accounts?.openTicket ? { openTicket: accounts.openTicket } : {}),
  });
  const orders = createOrders({
    runs: { ...support.runs, ...accounts?.runs },
    onError,
  });

  const leaseMs = settings.takeOverSeconds * 1000;
  const memory = counted(
    createKeptMemory(kept, { leaseMs, shared: settings.databaseUrl !== undefined }),
    metrics,
  );
  const own = accounts?.own;
  const limit = createAnswerLimit(settings.answersPerMinute);
  const desk: PlatformDesk = {
    ...{ orders, rules, memory, library, log, linkOf: linksTo(settings.kbUrl) },
    reception: createReception({
      ...{ consult, memory, rules, own, onError, beside: support.beside },
      privateMatters: createPrivateMatters({ orders, own }),
      conversations: createConversations(),
      limit: metrics ? countedLimit(limit, metrics) : limit,
    }),
    press: createPress({
      ...{ library, memory },
      handOver: (answered, by) => {
        metrics?.handedOver(by.platform);
        return support.handOver(answered, by);
      },
    }),
    staffDesk: createStaffDesk({ library, diagnose, complete: latestAutocomplete(knowledge), gaps }),
  };
  const stopLearning = learning.follow();
  return {
    desk,
    signInPages: accounts?.signInPages,
    async close() {
      stopLearning();
      support.close();
      await accounts?.close();
    },
  };
}

const counted = (memory: DeskMemory, metrics: Metrics | undefined) =>
  metrics ? countedMemory(memory, metrics) : memory;

function operatorsRules({ slackChannels, discordChannels }: Settings): ChannelRules {
  return createSetRules({ slack: slackChannels, discord: discordChannels });
}

function staffChannels({ slackStaffChannel, discordStaffChannel }: Settings) {
  return { slack: slackStaffChannel, discord: discordStaffChannel, terminal: 'staff' };
}

function nextThere({ supportOpen, timeZone }: Settings): string | undefined {
  if (supportOpen === undefined) return undefined;
  const now = new Date();
  const opens = parseSupportHours(supportOpen, timeZone).opens(now);
  return opens.getTime() === now.getTime() ? undefined : createClockWords(timeZone, () => now).at(opens);
}

/** How the desk is, for staff. */
async function deskState({ knowledge, memory, hosts, settings }: OpenDeskParts) {
  const vitals = await memory.vitals();
  const lost = Object.entries(memory.state().notRemembered).map(([what, count]) => `${what} ${count}`);
  const clock = createClockWords(settings.timeZone, () => new Date());
  const broken = knowledge.problems.map(({ path, line }) => `${path}:${line}`);
  return [
    {
      label: 'Memory',
      value: vitals ? `${vitals.engine}, ${processesIn(vitals)}` : 'away: nothing is remembered now',
    },
    ...(lost.length > 0 ? [{ label: 'Not remembered', value: lost.join(', ') }] : []),
    { label: 'Articles', value: String(knowledge.library.articles.length) },
    ...(hosts?.list() ?? []).map((last) => ({
      label: `Server ${last.server}`,
      value: hostWords(last, clock),
    })),
    ...(broken.length > 0 ? [{ label: 'Broken articles', value: broken.slice(0, 5).join(', ') }] : []),
  ];
}

const hostWords = (last: LastAnswer, clock: ClockWords): string =>
  isWell(last)
    ? `answered ${clock.at(last.at)}`
    : `${last.outcome} since ${clock.at(last.since)}, tried ${clock.away(last.at)}`;

const processesIn = ({ processes }: { processes: number }): string =>
  processes === 1 ? '1 process' : `${processes} processes`;

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
