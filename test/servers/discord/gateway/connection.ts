import { deflateSync } from 'node:zlib';
import type { WebSocket } from 'ws';
import type { Application } from '../application.ts';
import { isRecord, type Json, listOf, recordOf, textOf } from '../../slack/json.ts';
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
    if (Date.now() - heardAt > heartbeatIntervalMs * 2) socket.close(4009, 'Session timed out.');
  }, heartbeatIntervalMs);
  watch.unref();

  function identify(data: Json): void {
    if (session) return socket.close(4005, 'Already authenticated.');
    if (data.token !== options.application.token) return socket.close(4004, 'Authentication failed.');
    const problem = intentsProblem(data.intents, options.application);
    if (problem) return socket.close(problem, problem === 4013 ? 'Invalid intent(s).' : 'Disallowed intent(s).');
    const [number = 0, count = 1] = listOf(data.shard).map(Number);
    if (!(count >= 1 && number >= 0 && number < count)) return socket.close(4010, 'Invalid shard.');
    if (options.guildCount() / count > options.guildsPerShard) return socket.close(4011, 'Sharding required.');
    if (!options.mayIdentify()) return send({ op: 9, d: false });
    compresses = data.compress === true;
    session = sessions.open(Number(data.intents), [number, count], send);
    options.onIdentified(session);
    options.onChange();
  }

  function resume(data: Json): void {
    if (session) return socket.close(4005, 'Already authenticated.');
    if (data.token !== options.application.token) return socket.close(4004, 'Authentication failed.');
    const known = sessions.get(textOf(data.session_id));
    if (!known) return send({ op: 9, d: false });
    const seq = Number(data.seq);
    if (!(seq <= known.sent.length)) return socket.close(4007, 'Invalid seq.');
    session = known;
    session.send = send;
    for (const frame of known.sent.slice(seq)) send(frame);
    sessions.push(known, 'RESUMED', { _trace: [] });
    options.onChange();
  }

  function heard(text: string): void {
    const now = Date.now();
    arrivals.push(now);
    if (arrivals.filter((at) => now - at < sendLimit.perMs).length > sendLimit.frames)
      return socket.close(4008, 'Rate limited.');
    if (text.length > sendLimit.bytes) return socket.close(4002, 'Error while decoding payload.');
    let frame: unknown;
    try {
      frame = JSON.parse(text);
    } catch {}
    if (!isRecord(frame)) return socket.close(4002, 'Error while decoding payload.');
    handle(frame.op, frame);
  }

  function handle(op: unknown, { d }: Json): void {
    heardAt = op === 1 ? Date.now() : heardAt;
    if (op === 1) return options.acknowledges() ? send({ op: 11, d: null }) : undefined;
    if (op === 2) return identify(recordOf(d));
    if (op === 6) return resume(recordOf(d));
    if (!session) return socket.close(4003, 'Not authenticated.');
    if (op === 8) return options.onRequestMembers(session, recordOf(d));
    if (op !== 3 && op !== 4) socket.close(4001, 'Unknown opcode.');
  }

  socket.on('message', (data) => heard(String(data)));
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
