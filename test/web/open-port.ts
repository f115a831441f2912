import { Hono } from 'hono';
import type { Log } from '../../bot/log.ts';
import { createWebServer, type WebServer } from '../../bot/web/web-server.ts';

export interface OpenPort extends WebServer {
  readonly url: string;
}

/** The product's port on the loopback, any that is free, with `app` on it. */
export async function openPort(log: Log, app: Hono = new Hono()): Promise<OpenPort> {
  const server = createWebServer({ port: 0, host: '127.0.0.1', app, log });
  await server.start();
  return { ...server, port: server.port, url: `http://127.0.0.1:${server.port}` };
}
