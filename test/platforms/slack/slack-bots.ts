import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../../bot/log.ts';
import type { Platform } from '../../../bot/platforms/platform.ts';
import type { Transport } from '../../../bot/platforms/slack/manifest.ts';
import { createSlack } from '../../../bot/platforms/slack/slack.ts';
import type { SlackParts } from '../../../bot/platforms/slack/slack-parts.ts';
import { type OpenPort, openPort } from '../../web/open-port.ts';
import type { TestDesk } from '../contract/test-desk.ts';
import type { World } from './slack-stage.ts';

interface BotsParts extends World {
  readonly desk: TestDesk;
  readonly transport: Transport;
  readonly logged: string[];
  readonly given: Partial<SlackParts>;
}

/** One process of the bot after another. */
export function createBots({ desk, server, transport, logged, people, channels, given }: BotsParts) {
  let bot: Platform | undefined;
  let port: OpenPort | undefined;
  const start = async () => {
    port = transport === 'http' ? await openPort(logInto(logged)) : undefined;
    const way = port
      ? { signingSecret: server.app.signingSecret, mount: port.mount }
      : { appToken: server.appToken };
    bot = createSlack({
      ...desk.open(),
      ...way,
      ...{ token: server.botToken, apiUrl: server.apiUrl, now: desk.now },
      staff: [people.sam.id, people.gus.id],
      channels: [channels.watched.id],
      linkOf: ({ slug }) => `https://help.example.com/${slug}`,
      log: logInto(logged),
      pace: { intervalMs: 20 },
      ...given,
    });
    await bot.start();
    if (port) await server.deliverTo(`${port.url}/slack/events`);
    else await server.connected();
  };
  const stop = async () => {
    const [stopping, closing] = [bot, port];
    bot = undefined;
    port = undefined;
    await Promise.all([closing?.stop(), stopping?.stop()]);
  };
  return {
    start,
    stop,
    running: () => bot ?? assert.fail('no bot runs'),
    async restart(abruptly: boolean) {
      const ended = stop();
      // Killed, it finishes nothing: nobody waits for what it was in the middle of.
      await (abruptly ? Promise.race([ended, sleep(100)]) : ended);
      if (transport === 'socket') await server.until(() => server.sockets() === 0, 'the socket to close');
      await start();
    },
  };
}

/** A log that keeps the names of events, and shows what was not expected when DEBUG is set. */
export function logInto(events: string[]): Log {
  const level = (name: string) => (data: object, event: string) => {
    events.push(event);
    if (process.env.DEBUG) console.error(name, event, data);
  };
  return { info: level('info'), warn: level('warn'), error: level('error') } as unknown as Log;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
