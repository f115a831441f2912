import { isWell, type LastAnswer } from '../hosting/host-call.ts';
import type { Problem } from '../knowledge/article.ts';
import type { MemoryState } from '../memory/resilient/resilient.ts';

export interface HealthParts {
  readonly version: string;
  /** The chats that are configured, and whether questions can arrive from them right now. */
  readonly platforms: readonly { readonly name: string; connected(): boolean }[];
  /** `undefined`: nothing is remembered beyond this process. */
  readonly memory: (() => MemoryState) | undefined;
  readonly knowledge: {
    readonly library: { readonly articles: { readonly length: number } };
    readonly problems: readonly Problem[];
  };
  readonly hosts: () => readonly LastAnswer[];
}

/**
 * `down`: from one chat or more no question arrives. `degraded`: all are answered, but something is wrong that staff
 * should look at.
 */
export interface Health {
  readonly status: 'ok' | 'degraded' | 'down';
  readonly version: string;
  readonly platforms: Readonly<Record<string, 'connected' | 'not connected'>>;
  readonly memory?: {
    readonly reading: boolean;
    readonly writing: boolean;
    /** Why not, for an operator, and since when. */
    readonly trouble?: string;
    readonly since?: string;
    /** Writes that were lost since the start, by what they were. */
    readonly notRemembered: Readonly<Record<string, number>>;
  };
  readonly knowledge: { readonly articles: number; readonly broken: readonly Problem[] };
  /** Hosting panels that were asked, with their latest answer: `ok` or what went wrong, and since when it is so. */
  readonly hosts: Readonly<
    Record<string, { readonly lastAnswer: string; readonly at: string; readonly since: string }>
  >;
}

export function healthOf({ version, platforms, memory, knowledge, hosts }: HealthParts): Health {
  const state = memory?.();
  const articles = knowledge.library.articles.length;
  const connected = platforms.map(({ name, connected }) => [name, connected()] as const);
  const isDown = articles === 0 || connected.some(([, there]) => !there);
  const isDegraded =
    knowledge.problems.length > 0 || (state !== undefined && !state.writing) || !hosts().every(isWell);
  return {
    status: isDown ? 'down' : isDegraded ? 'degraded' : 'ok',
    version,
    platforms: Object.fromEntries(
      connected.map(([name, there]) => [name, there ? 'connected' : 'not connected']),
    ),
    ...(state ? { memory: memoryOf(state) } : {}),
    knowledge: { articles, broken: knowledge.problems },
    hosts: Object.fromEntries(
      hosts().map(({ server, outcome, at, since }) => [
        server,
        { lastAnswer: outcome, at: at.toISOString(), since: since.toISOString() },
      ]),
    ),
  };
}

function memoryOf({ reading, writing, outage, since, notRemembered }: MemoryState) {
  return {
    ...{ reading, writing, notRemembered },
    ...(outage ? { trouble: outage.sentence } : {}),
    ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
  };
}
