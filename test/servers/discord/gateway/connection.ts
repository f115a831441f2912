import { deflateSync } from 'node:zlib';
import type { WebSocket } from 'ws';
import { isRecord, type Json, listOf, recordOf, textOf } from '../../slack/json.ts';
import type { Application } from '../application.ts';
import { intentsProblem } from './intents.ts';
import type { Session, Sessions } from './sessions.ts';

export interface GatewayRules {
  readonly application: Application;
  readonly heartbeatIntervalMs: number;
  /** A bot in more servers than this per shard must shard. */
  readonly guildsPerShard: number;
  /** How long after an IDENTIFY the next one is refused. */
  readonly identifyIntervalMs: number;
}

export interface ConnectionOptions extends GatewayRules {
  readonly socket: WebSocket;
  readonly sessions: Sessions;
  readonly guildCount: () => number;
  /** False while the server plays dead. */
  readonly acknowledges: () => boolean;
  readonly mayIdentify: () => boolean;
  readonly onIdentified: (session: Session) => void;
  readonly onRequestMembers: (session: Session, request: Json) => void;
  readonly onChange: () => void;
}

export interface Connection {
  readonly socket: WebSocket;
  readonly session: () => Session | undefined;
  /** The client must resume or identify anew on this very socket. */
  readonly forget: () => void;
}

const sendLimit = { frames: 120, perMs: 60_000, bytes: 4096 };

const reasons = {
  4001: 'Unknown opcode.',
  4002: 'Error while decoding payload.',
  4003: 'Not authenticated.',
  4004: 'Authentication failed.',
  4005: 'Already authenticated.',
  4007: 'Invalid seq.',
  4008: 'Rate limited.',
  4009: 'Session timed out.',
  4010: 'Invalid shard.',
  4011: 'Sharding required.',
  4013: 'Invalid intent(s).',
  4014: 'Disallowed intent(s).',
} as const;

type CloseCode = keyof typeof reasons;

const shardOf = ({ shard }: Json): readonly [number, number] => {
  const [number = 0, count = 1] = listOf(shard).map(Number);
  return [number, count];
};

/** One socket of the gateway, from HELLO to its close. */
export function createConnection(options: ConnectionOptions): Connection {
  const { socket, sessions, heartbeatIntervalMs } = options;
  let session: Session | undefined;
  let compresses = false;
  let heardAt = Date.now();
  const arrivals: number[] = [];

  function send(frame: Json): void {
    if (socket.readyState !== socket.OPEN) return;
    const text = JSON.stringify(frame);
    socket.send(compresses ? deflateSync(text) : text);
  }

  const watch = setInterval(() => {
    if (Date.now() - heardAt > heartbeatIntervalMs * 2) socket.close(4009, reasons[4009]);
  }, heartbeatIntervalMs);
  watch.unref();

  function identifyProblem(data: Json): CloseCode | undefined {
    if (session) return 4005;
    if (data.token !== options.application.token) return 4004;
    const problem = intentsProblem(data.intents, options.application);
    if (problem) return problem;
    const [number, count] = shardOf(data);
    if (!(count >= 1 && number >= 0 && number < count)) return 4010;
    return options.guildCount() / count > options.guildsPerShard ? 4011 : undefined;
  }

  function identify(data: Json): CloseCode | undefined {
    const problem = identifyProblem(data);
    if (problem) return problem;
    if (!options.mayIdentify()) {
      send({ op: 9, d: false });
      return undefined;
    }
    compresses = data.compress === true;
    session = sessions.open(Number(data.intents), shardOf(data), send);
    options.onIdentified(session);
    options.onChange();
    return undefined;
  }

  function resume(data: Json): CloseCode | undefined {
    if (session) return 4005;
    if (data.token !== options.application.token) return 4004;
    const known = sessions.get(textOf(data.session_id));
    if (!known) {
      send({ op: 9, d: false });
      return undefined;
    }
    const seq = Number(data.seq);
    if (!(seq <= known.sent.length)) return 4007;
    session = known;
    session.send = send;
    for (const frame of known.sent.slice(seq)) send(frame);
    sessions.push(known, 'RESUMED', { _trace: [] });
    options.onChange();
    return undefined;
  }

  function heard(text: string): CloseCode | undefined {
    const now = Date.now();
    arrivals.push(now);
    if (arrivals.filter((at) => now - at < sendLimit.perMs).length > sendLimit.frames) return 4008;
    if (text.length > sendLimit.bytes) return 4002;
    try {
      const frame: unknown = JSON.parse(text);
      return isRecord(frame) ? handle(frame.op, frame.d) : 4002;
    } catch {
      return 4002;
    }
  }

  function handle(op: unknown, d: unknown): CloseCode | undefined {
    const data = recordOf(d);
    if (op === 2) return identify(data);
    if (op === 6) return resume(data);
    if (op === 1) {
      heardAt = Date.now();
      if (options.acknowledges()) send({ op: 11, d: null });
      return undefined;
    }
    if (!session) return 4003;
    if (op === 8) options.onRequestMembers(session, data);
    return op === 3 || op === 4 || op === 8 ? undefined : 4001;
  }

  socket.on('message', (data) => {
    const code = heard(String(data));
    if (code) socket.close(code, reasons[code]);
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', (code) => {
    clearInterval(watch);
    if (session?.send === send) session.send = undefined;
    // A client that closes with these has finished; with any other code it may come back and resume.
    if (session && (code === 1000 || code === 1001)) sessions.end(session);
    options.onChange();
  });
  send({ op: 10, d: { heartbeat_interval: heartbeatIntervalMs, _trace: [] } });
  const forget = () => {
    if (session) session.send = undefined;
    session = undefined;
  };
  return { socket, session: () => session, forget };
}
