import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Log } from '../log.ts';

/** The one port of the product. */
export interface WebServer {
  /** Hands a path over to a listener of Node's, whatever the method. Gives what takes it back. */
  mount(path: string, listener: RequestListener): () => void;
  /** Rejects with a sentence when it cannot listen. */
  start(): Promise<void>;
  /** Nothing new comes in; what is in flight gets its answer. */
  stop(): Promise<void>;
  /** The port it listens on: told apart from the wanted one when that is 0. */
  readonly port: number;
}

export interface WebServerParts {
  readonly port: number;
  /** Address to bind. */
  readonly host: string;
  readonly app: Hono;
  readonly log: Log;
}

const longestDrainMs = 20_000;
/** Longer than proxies keep theirs, so that it is not us who close while a request is on its way. */
const keepAliveMs = 75_000;

export function createWebServer({ port, host, app, log }: WebServerParts): WebServer {
  const mounted = new Map<string, RequestListener>();
  const rest = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const inFlight = new Set<Promise<void>>();
  let server: Server | undefined;

  const listener: RequestListener = (request, response) => {
    const answered: Promise<void> = new Promise<void>((resolve) => response.once('close', resolve)).then(
      () => {
        inFlight.delete(answered);
      },
    );
    inFlight.add(answered);
    const mountedHere = mounted.get(request.url?.split('?', 1)[0] ?? '');
    try {
      if (mountedHere) mountedHere(request, response);
      else void rest(request, response);
    } catch (error) {
      log.error({ err: error }, 'web_request_failed');
      fail(response);
    }
  };

  return {
    mount(path, added) {
      if (mounted.has(path)) throw new Error(`${path} is served already`);
      mounted.set(path, added);
      return () => mounted.delete(path);
    },
    async start() {
      const created = createServer({ keepAliveTimeout: keepAliveMs, requestTimeout: 30_000 }, listener);
      await new Promise<void>((resolve, reject) => {
        created.once('error', (error: NodeJS.ErrnoException) => reject(listenTrouble(error, host, port)));
        created.listen({ port, host }, resolve);
      });
      created.on('error', (error) => log.error({ err: error }, 'web_server_failed'));
      server = created;
    },
    async stop() {
      if (!server) return;
      const closing = server;
      server = undefined;
      const closed = new Promise<void>((resolve) => closing.close(() => resolve()));
      await Promise.race([Promise.all(inFlight), sleep(longestDrainMs, undefined, { ref: false })]);
      // What is left was kept open for a next request, or never sent one.
      closing.closeAllConnections();
      await closed;
    },
    get port() {
      return (server?.address() as AddressInfo | null | undefined)?.port ?? port;
    },
  };
}

function fail(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
  response.end();
}

function listenTrouble(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is taken by another program: set PORT to a free one, or PORT=off.`,
    EACCES: `Port ${port} may not be used by this user: set PORT to one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}: set BIND_ADDRESS to one of its own.`,
  };
  const sentence =
    sentences[error.code ?? ''] ??
    `Nothing can listen at ${host}, port ${port} (${error.code ?? error.message}).`;
  return new Error(sentence, { cause: error });
}
