import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Changes } from '../../slack/changes.ts';
import { type Json, listOf, textOf } from '../../slack/json.ts';
import { applicationFlags } from '../application.ts';
import { guildCreateJson, memberJson, userJson } from '../world/guild-json.ts';
import type { World } from '../world/world.ts';
import { type Connection, createConnection, type GatewayRules } from './connection.ts';
import { intent } from './intents.ts';
import type { Session, Sessions } from './sessions.ts';

export interface GatewayOptions extends GatewayRules {
  readonly sessions: Sessions;
  readonly world: World;
  readonly changes: Changes;
  readonly baseUrl: () => string;
}

export type Gateway = ReturnType<typeof createGateway>;

export function createGateway(options: GatewayOptions) {
  const { application, sessions, world, changes, identifyIntervalMs } = options;
  const webSockets = new WebSocketServer({ noServer: true });
  const connections = new Set<Connection>();
  let acknowledges = true;
  let identifiedAt = Number.NEGATIVE_INFINITY;
  const identifies: number[] = [];

  const url = () => `${options.baseUrl().replace('http:', 'ws:')}/gateway`;
  const guildsOfBot = () => [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id));

  function welcome(session: Session): void {
    const { shard, intents } = session;
    const guilds = guildsOfBot().filter(
      ({ id }) => Number((BigInt(id) >> 22n) % BigInt(shard[1])) === shard[0],
    );
    sessions.push(session, 'READY', {
      v: 10,
      user: { ...userJson(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: url(),
      shard,
      application: { id: application.id, flags: applicationFlags(application) },
      private_channels: [],
      presences: [],
      relationships: [],
      user_settings: {},
      guild_join_requests: [],
      _trace: [],
    });
    if ((intents & intent.Guilds) === 0) return;
    for (const guild of guilds) sessions.push(session, 'GUILD_CREATE', guildCreateJson(world, guild));
  }

  /** Members by id need no intent; a list of them does. */
  function sendMembers(session: Session, request: Json): void {
    const guild = world.guilds.get(textOf(request.guild_id));
    if (!guild) return;
    const wanted = Array.isArray(request.user_ids) ? listOf(request.user_ids) : [request.user_ids];
    const byId = wanted.map(textOf).filter(Boolean);
    const mayList = (session.intents & intent.GuildMembers) !== 0;
    const named = [...guild.members.values()].filter(({ user }) =>
      user.name.startsWith(textOf(request.query)),
    );
    const limit = Number(request.limit ?? 0) || named.length;
    const found =
      byId.length > 0
        ? byId.flatMap((id) => guild.members.get(id) ?? [])
        : mayList
          ? named.slice(0, limit)
          : [];
    sessions.push(session, 'GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: found.map(memberJson),
      chunk_index: 0,
      chunk_count: 1,
      not_found: byId.filter((id) => !guild.members.has(id)),
      ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    });
  }

  function mayIdentify(): boolean {
    if (Date.now() - identifiedAt < identifyIntervalMs) return false;
    identifiedAt = Date.now();
    identifies.push(identifiedAt);
    return true;
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith('/gateway')) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    webSockets.handleUpgrade(request, socket, head, (ws) => {
      if (searchParams.get('v') !== '10') return ws.close(4012, 'Invalid API version.');
      if (searchParams.get('encoding') !== 'json' || searchParams.has('compress'))
        return ws.close(4002, 'Error while decoding payload.');
      const connection = createConnection({
        ...options,
        socket: ws,
        guildCount: () => guildsOfBot().length,
        acknowledges: () => acknowledges,
        mayIdentify,
        onIdentified: welcome,
        onRequestMembers: sendMembers,
        onChange: changes.note,
      });
      connections.add(connection);
      ws.on('close', () => connections.delete(connection));
      changes.note();
    });
  }

  const sendAll = (frame: Json) => {
    for (const { socket } of connections) socket.send(JSON.stringify(frame));
  };

  return {
    url,
    upgrade,
    identifies: (): number => identifies.length,
    /** Connections that are past IDENTIFY or RESUME. */
    connections: (): number => [...connections].filter((of) => of.session() !== undefined).length,
    /** Breaks the connections without a word. */
    drop: (): void => {
      for (const { socket } of [...connections]) socket.terminate();
    },
    close: (code: number): void => {
      for (const { socket } of [...connections]) socket.close(code);
    },
    requestReconnect: (): void => sendAll({ op: 7, d: null }),
    invalidate: (resumable: boolean): void => {
      for (const connection of connections) {
        const session = connection.session();
        if (session && !resumable) sessions.end(session);
        connection.forget();
      }
      sendAll({ op: 9, d: resumable });
    },
    /** Plays dead: heartbeats are no longer acknowledged, until called with `true`. */
    acknowledge: (does: boolean): void => {
      acknowledges = does;
    },
    stop: (): void => {
      for (const { socket } of connections) socket.terminate();
      webSockets.close();
    },
  };
}
