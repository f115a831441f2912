import assert from 'node:assert/strict';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { createWebServer } from '../../bot/web/web-server.ts';
import { createCapturedLog } from '../hosting/captured-log.ts';
import { openPort } from './open-port.ts';

const { log } = createCapturedLog();

/** An app whose `/slow` is answered when the test says so. */
function createSlowApp() {
  const app = new Hono();
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { promise: answer, resolve: let_ } = Promise.withResolvers<string>();
  app.get('/slow', async (context) => {
    isAsked();
    return context.text(await answer);
  });
  return { app, asked, answerWith: let_ };
}

describe('the one port', () => {
  it('says in one sentence what to set when it is taken, or when the address is not ours', async () => {
    const first = await openPort(log);
    const second = (host: string) =>
      createWebServer({ port: first.port, host, app: new Hono(), log }).start();
    await assert.rejects(second('127.0.0.1'), {
      message: `Port ${first.port} is taken by another program: set PORT to a free one, or PORT=off.`,
    });
    await assert.rejects(second('192.0.2.1'), /no address 192\.0\.2\.1: set BIND_ADDRESS/);
    await first.stop();
  });

  it('hands a path over to whoever mounts it, whole and exact, until it is taken back', async () => {
    const port = await openPort(log);
    const unmount = port.mount('/slack/events', (request, response) => {
      response.end(`${request.method} ${request.url}`);
    });
    const textAt = async (path: string, method = 'GET') =>
      (await fetch(`${port.url}${path}`, { method })).text();
    assert.equal(await textAt('/slack/events?retry=1', 'POST'), 'POST /slack/events?retry=1');
    for (const other of ['/slack/events/', '/slack', '/SLACK/EVENTS'])
      assert.equal((await fetch(`${port.url}${other}`)).status, 404, other);
    assert.throws(() => port.mount('/slack/events', () => undefined), /served already/);
    unmount();
    assert.equal((await fetch(`${port.url}/slack/events`)).status, 404);
    await port.stop();
  });

  it('outlives a listener that throws', async () => {
    const port = await openPort(log);
    port.mount('/broken', () => {
      throw new Error('a mistake');
    });
    assert.equal((await fetch(`${port.url}/broken`)).status, 500);
    assert.equal((await fetch(`${port.url}/broken`)).status, 500);
    await port.stop();
  });

  it('answers what is in flight before it closes, and takes nothing new meanwhile', async () => {
    const { app, asked, answerWith } = createSlowApp();
    const port = await openPort(log, app);
    const slow = fetch(`${port.url}/slow`);
    await asked;
    const stopped = port.stop();
    await assert.rejects(fetch(`${port.url}/slow`));
    answerWith('late, but here');
    assert.equal(await (await slow).text(), 'late, but here');
    await stopped;
  });

  it('does not wait for connections that only stay open', async () => {
    const { app, answerWith } = createSlowApp();
    answerWith('at once');
    const port = await openPort(log, app);
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve) => {
      get(`${port.url}/slow`, { agent }, (response) => response.resume().on('end', resolve));
    });
    const silent = connect(port.port, '127.0.0.1');
    await new Promise((resolve) => silent.once('connect', resolve));
    await port.stop();
    await assert.rejects(fetch(`${port.url}/slow`));
    agent.destroy();
    silent.destroy();
  });

  it('survives requests that are none', async () => {
    const port = await openPort(log);
    for (const line of [
      'GET // HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
      '\0\0',
    ]) {
      const socket = connect(port.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.end(line);
      await new Promise((resolve) => socket.once('close', resolve).resume());
    }
    assert.equal((await fetch(port.url)).status, 404);
    await port.stop();
  });
});
