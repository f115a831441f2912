import { setTimeout as sleep } from 'node:timers/promises';
import type { Outreach } from '../../../bot/desk/outreach.ts';
import type { Log } from '../../../bot/log.ts';
import { createDiscord } from '../../../bot/platforms/discord/discord.ts';
import type { DiscordParts } from '../../../bot/platforms/discord/discord-parts.ts';
import type { Platform } from '../../../bot/platforms/platform.ts';
import type { DiscordServer } from '../../servers/discord/server.ts';
import type { TestDesk } from '../contract/test-desk.ts';

interface BotsParts {
  readonly desk: TestDesk;
  readonly server: DiscordServer;
  readonly logged: string[];
  readonly parts: Pick<DiscordParts, 'staffRoles' | 'channels'> & Partial<DiscordParts>;
}

/** The parts of a bot on that server. */
export function partsFor(server: DiscordServer, desk: TestDesk, logged: string[]): DiscordParts {
  return {
    ...desk.open(),
    ...{ token: server.botToken, applicationId: server.application.id, apiUrl: server.apiUrl },
    ...{ staffRoles: [], channels: [], now: desk.now },
    linkOf: ({ slug }) => `https://help.example.com/${slug}`,
    log: logInto(logged),
  };
}

/** One process of the bot after another. */
export function createBots({ desk, server, logged, parts }: BotsParts) {
  let bot: Platform | undefined;
  let more: Partial<DiscordParts> = {};
  const start = async () => {
    bot = createDiscord({ ...partsFor(server, desk, logged), ...parts, ...more });
    await bot.start();
  };
  const stop = async () => {
    const stopping = bot;
    bot = undefined;
    await stopping?.stop();
  };
  return {
    start,
    stop,
    given: (next: Partial<DiscordParts>): void => {
      more = next;
    },
    outreach: (): Outreach => {
      if (!bot) throw new Error('no bot is running');
      return bot.outreach;
    },
    async restart(abruptly: boolean) {
      const ended = stop();
      // Killed, it finishes nothing: nobody waits for what it was in the middle of.
      await (abruptly ? Promise.race([ended, sleep(100)]) : ended);
      await server.until(() => server.sockets() === 0, 'the socket to close');
      await start();
    },
  };
}

/** A log that keeps the names of events, and shows what was not expected when DEBUG is set. */
function logInto(events: string[]): Log {
  const level = (name: string) => (data: object, event: string) => {
    events.push(event);
    if (process.env.DEBUG) console.error(name, event, data);
  };
  return { info: level('info'), warn: level('warn'), error: level('error') } as unknown as Log;
}
