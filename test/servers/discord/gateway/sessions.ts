import { randomBytes } from 'node:crypto';
import type { Changes } from '../../slack/changes.ts';
import type { Json } from '../../slack/json.ts';

/** Something that happened, before it is known who gets to hear what of it. */
export interface Happening {
  readonly name: string;
  /** The intent it needs; 0: none. */
  readonly intent: number;
  /** `undefined`: of no server, so it goes to the first shard. */
  readonly guildId: string | undefined;
  readonly data: (intents: number) => Json;
}

export type Send = (frame: Json) => void;

export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  /** Everything sent so far, by sequence number, for a client that resumes. */
  readonly sent: Json[];
  send: Send | undefined;
}

const isFor = ({ shard: [number, count], intents }: Session, { guildId, intent }: Happening): boolean => {
  const wanted = guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
  return wanted === number && (intent === 0 || (intents & intent) !== 0);
};

export type Sessions = ReturnType<typeof createSessions>;

export function createSessions(changes: Changes) {
  const sessions = new Map<string, Session>();
  const log: Happening[] = [];
  let held: Happening[] | undefined;

  function push(session: Session, name: string, data: Json): void {
    const frame = { op: 0, s: session.sent.length + 1, t: name, d: data };
    session.sent.push(frame);
    session.send?.(frame);
  }

  function deliver(happening: Happening): void {
    for (const session of sessions.values())
      if (isFor(session, happening)) push(session, happening.name, happening.data(session.intents));
    changes.note();
  }

  return {
    log,
    push,
    deliver,
    open: (intents: number, shard: readonly [number, number], send: Send): Session => {
      const session = { id: randomBytes(16).toString('hex'), intents, shard, sent: [], send };
      sessions.set(session.id, session);
      return session;
    },
    get: (id: string): Session | undefined => sessions.get(id),
    end: (session: Session): void => {
      sessions.delete(session.id);
    },
    /** To every session that asked for such; to one without a connection once it resumes. */
    happened: (happening: Happening): void => {
      log.push(happening);
      if (held) held.push(happening);
      else deliver(happening);
    },
    /** Keeps events back until `release`, which may let them go in another order. */
    hold: (): void => {
      held ??= [];
    },
    release: (order: (events: Happening[]) => Happening[] = (all) => all): void => {
      const freed = held ?? [];
      held = undefined;
      for (const happening of order(freed)) deliver(happening);
    },
  };
}
