import { type Audit, createAudit } from './audit.ts';
import { type ChannelSettings, createChannelSettings } from './channel-settings.ts';
import { type Claims, createClaims } from './claims.ts';
import { type Codes, createCodes } from './codes.ts';
import type { Engine } from './engines/engine.ts';
import { type ExportOptions, exportLines } from './export-lines.ts';
import { type Figures, figuresOf } from './figures.ts';
import { forgetPerson } from './forget-person.ts';
import { createHandOffs, type HandOffs } from './hand-offs.ts';
import { createIncidents, type Incidents } from './incidents.ts';
import { createInstallations, type Installations } from './installations.ts';
import { createKeep } from './keep.ts';
import type { KeyRing } from './keys.ts';
import { createLeases, type Leases } from './leases.ts';
import { createLinks, type Links } from './links.ts';
import { migrate } from './migrations/migrate.ts';
import { createNotices, type Notices } from './notices.ts';
import { createId } from './opaque-id.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { Person } from './person.ts';
import { createPulses, type Pulses } from './pulses.ts';
import { createQuestions, type Questions } from './questions.ts';
import { createQuietThreads, type QuietThreads } from './quiet-threads.ts';
import { createRevisions, type Revisions } from './revisions.ts';
import { type Retention, sweep } from './sweep.ts';
import { createTickets, type Tickets } from './tickets.ts';
import { createVotes, type Votes } from './votes.ts';
import { createWatches, type Watches } from './watches.ts';

/** What the memory holds, a concern each. */
export interface Concerns {
  readonly questions: Questions;
  readonly votes: Votes;
  readonly links: Links;
  readonly codes: Codes;
  readonly tickets: Tickets;
  readonly claims: Claims;
  readonly outbox: Outbox;
  readonly watches: Watches;
  readonly handOffs: HandOffs;
  readonly quietThreads: QuietThreads;
  readonly channelSettings: ChannelSettings;
  readonly revisions: Revisions;
  readonly leases: Leases;
  readonly pulses: Pulses;
  readonly installations: Installations;
  readonly audit: Audit;
  readonly incidents: Incidents;
  readonly notices: Notices;
}

export interface Vitals {
  readonly engine: Engine['name'];
  readonly where: string;
  /** Processes that share it and gave a sign of life in the last minute, this one among them. */
  readonly processes: number;
}

/** Everything the desk remembers. Calls throw when the database cannot do it; `openResilientMemory` softens that. */
export interface Memory extends Concerns {
  /** Reads and writes a little. */
  vitals(): Promise<Vitals>;
  figures(since: number, until: number): Promise<Figures>;
  /** Rows taken away, by table. Audit lines stay until the operator's retention takes them. */
  forgetPerson(person: Person): Promise<Readonly<Record<string, number>>>;
  /** JSON lines. */
  export(options?: ExportOptions): AsyncIterable<string>;
  sweep(retention: Retention): Promise<Readonly<Record<string, number>>>;
  close(): Promise<void>;
}

export interface MemoryOptions {
  /** Takes what is personal out of a text; every text goes through it before it is stored. */
  readonly mask: (text: string) => string;
  readonly keys: KeyRing;
  readonly now?: () => number;
  /** How long a process may be silent before another takes over what it had begun. */
  readonly leaseMs?: number;
  /** Names this process, over every opening of the memory; made anew where it is not given. */
  readonly owner?: string;
}

/** Brings the schema up to date and opens the memory on it. Throws when a newer program has been here. */
export async function createMemory(engine: Engine, options: MemoryOptions): Promise<Memory> {
  await migrate(engine);
  const { mask, keys, now = Date.now, leaseMs = 30_000 } = options;
  // Whole milliseconds: the columns of PostgreSQL take no others.
  const wholeNow = () => Math.round(now());
  const owner = options.owner ?? createId(wholeNow());
  const parts = { engine, keep: createKeep(mask), keys, now: wholeNow, leaseMs, owner };
  const pulses = createPulses(parts);
  return {
    questions: createQuestions(parts),
    votes: createVotes(parts),
    links: createLinks(parts),
    codes: createCodes(parts),
    tickets: createTickets(parts),
    claims: createClaims(parts),
    outbox: createOutbox(parts),
    watches: createWatches(parts),
    handOffs: createHandOffs(parts),
    quietThreads: createQuietThreads(parts),
    channelSettings: createChannelSettings(parts),
    revisions: createRevisions(parts),
    leases: createLeases(parts),
    pulses,
    installations: createInstallations(parts),
    audit: createAudit(parts),
    incidents: createIncidents(parts),
    notices: createNotices(parts),
    async vitals() {
      await engine.check();
      await pulses.beat();
      return { engine: engine.name, where: engine.where, processes: await pulses.alive(60_000) };
    },
    figures: (since, until) => figuresOf(parts, Math.round(since), Math.round(until)),
    forgetPerson: (person) => forgetPerson(parts, person),
    export: (exported) => exportLines(parts, exported),
    sweep: (retention) => sweep(parts, retention),
    close: () => engine.close(),
  };
}
