import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Changes } from './changes.ts';
import { hex, uuid } from './ids.ts';
import { isRecord, textOf } from './json.ts';
import type { Ack, Envelope, Transport } from './transport.ts';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets';

interface SocketModeOptions {
  readonly appId: string;
  readonly ackTimeoutMs: number;
  readonly pingIntervalMs: number;
  readonly changes: Changes;
}

const connectionLimit = 10;
const goodbyeMs = 1000;

export type SocketMode = ReturnType<typeof createSocketMode>;

export function createSocketMode({ appId, ackTimeoutMs, pingIntervalMs, changes }: SocketModeOptions) {
  const webSockets = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Set<string>();
  const connections: WebSocket[] = [];
  const waiting: (() => void)[] = [];
  const pending = new Map<string, (body: unknown) => void>();
  const strayAcks: string[] = [];
  let turn = 0;
  const silent = new WeakSet<WebSocket>();

  const leave = (socket: WebSocket) => {
    const index = connections.indexOf(socket);
    if (index >= 0) connections.splice(index, 1);
    changes.note();
  };

  function disconnect(socket: WebSocket, reason: DisconnectReason): void {
    leave(socket);
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }));
    setTimeout(() => socket.terminate(), goodbyeMs).unref();
  }

  function heard(data: string): void {
    let message: unknown;
    try {
      message = JSON.parse(data);
    } catch {
      return;
    }
    const envelopeId = isRecord(message) ? textOf(message.envelope_id) : '';
    const settle = pending.get(envelopeId);
    if (settle) settle(isRecord(message) ? message.payload : undefined);
    else strayAcks.push(envelopeId);
  }

  function welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (connections.length >= connectionLimit) {
      disconnect(socket, 'too_many_websockets');
      return;
    }
    const pings = setInterval(() => socket.ping(), pingIntervalMs).unref();
    socket.on('close', () => {
      clearInterval(pings);
      leave(socket);
    });
    socket.on('ping', (data) => {
      if (!silent.has(socket)) socket.pong(data);
    });
    socket.on('message', (data) => {
      if (!silent.has(socket)) heard(String(data));
    });
    connections.push(socket);
    const debug_info = { host: 'local', build_number: 1, approximate_connection_time: 18_060 };
    const hello = { type: 'hello', num_connections: connections.length, debug_info };
    socket.send(JSON.stringify({ ...hello, connection_info: { app_id: appId } }));
    for (const wake of waiting.splice(0)) wake();
    changes.note();
  }

  const transport: Transport = {
    available: () =>
      connections.length > 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve)),
    send: ({ type, payload, acceptsResponse, retryNum, retryReason }: Envelope, onLate) => {
      const socket = connections[turn % Math.max(connections.length, 1)];
      turn += 1;
      if (!socket) return Promise.resolve({ ok: false, reason: 'connection_failed' });
      const envelopeId = uuid();
      const sentAt = Date.now();
      return new Promise<Ack>((resolve) => {
        let expired = false;
        const timer = setTimeout(() => {
          expired = true;
          resolve({ ok: false, reason: 'timeout' });
        }, ackTimeoutMs);
        pending.set(envelopeId, (body) => {
          pending.delete(envelopeId);
          clearTimeout(timer);
          const tookMs = Date.now() - sentAt;
          if (expired) onLate(tookMs);
          else resolve({ ok: true, body: acceptsResponse ? body : undefined, tookMs });
        });
        const retry =
          type === 'events_api' ? { retry_attempt: retryNum, retry_reason: retryReason ?? '' } : {};
        const head = { envelope_id: envelopeId, type, accepts_response_payload: acceptsResponse, ...retry };
        socket.send(JSON.stringify({ ...head, payload }));
      });
    },
  };

  return {
    transport,
    strayAcks,
    connections: () => connections.length,
    /** The address `apps.connections.open` gives out: good for one connection. */
    openUrl: (httpUrl: string): string => {
      const ticket = hex(16);
      tickets.add(ticket);
      return `${httpUrl.replace('http:', 'ws:')}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (!tickets.delete(ticket)) {
        socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
        return;
      }
      webSockets.handleUpgrade(request, socket, head, welcome);
    },
    /** Tells every connection to go and come again, as Slack does every few hours. */
    refresh: (reason: DisconnectReason = 'refresh_requested'): void => {
      for (const socket of [...connections]) disconnect(socket, reason);
    },
    /** The connections that there are stay open, but nobody is on the other end any more. */
    silence: (): void => {
      for (const socket of connections) silent.add(socket);
    },
    /** Breaks the connections without a word. */
    drop: (): void => {
      for (const socket of [...connections]) {
        leave(socket);
        socket.terminate();
      }
    },
    stop: (): void => {
      for (const socket of webSockets.clients) socket.terminate();
      webSockets.close();
    },
  };
}
