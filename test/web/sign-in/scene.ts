import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AccountAnswer } from '../../../bot/accounts/account-answer.ts';
import { createAccounts } from '../../../bot/hosting/accounts.ts';
import type { Person } from '../../../bot/memory/person.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { openSignIn, openWhmcs } from '../../../bot/open-whmcs.ts';
import { readSettings } from '../../../bot/settings.ts';
import { createWebApp } from '../../../bot/web/web-app.ts';
import { facts, openHouse } from '../../accounts/house.ts';
import { createCapturedLog } from '../../hosting/captured-log.ts';
import { createDiscordServer } from '../../servers/discord/server.ts';
import { createSlackServer } from '../../servers/slack/server.ts';
import { startWhmcsServer } from '../../servers/whmcs/whmcs-server.ts';
import type { Client } from '../../servers/whmcs/whmcs-world.ts';
import { openPort } from '../open-port.ts';
import { createBrowser } from './browser.ts';

export const publicUrl = 'https://desk.example.com';

export interface Told {
  readonly person: Person;
  readonly answer: AccountAnswer;
  readonly key: string;
}

export type Scene = Awaited<ReturnType<typeof openScene>>;

/**
 * A host, a billing system, both chats, and our port behind `publicUrl`. Ann (Slack) and Dora (Discord) are customers;
 * Eve is in the same workspace. Ann's client owns gardens.example, Eve's owns club.example.
 */
export async function openScene(changes: Readonly<Record<string, string>> = {}) {
  const [house, whmcs, slack, discord] = await Promise.all([
    openHouse(),
    startWhmcsServer(),
    createSlackServer(),
    createDiscordServer(),
  ]);
  const people = {
    ann: slack.addUser({ name: 'ann' }),
    eve: slack.addUser({ name: 'eve' }),
    dora: discord.addUser({ name: 'dora' }),
  };
  const annsClient = whmcs.addClient('ann@gardens.example');
  const evesClient = whmcs.addClient('eve@club.example', 'Eve Example');
  whmcs.sell(annsClient, { username: 'gardens', domain: 'gardens.example' });
  whmcs.sell(evesClient, { username: 'club', domain: 'club.example' });

  const folder = mkdtempSync(join(tmpdir(), 'hostdesk-sign-in-'));
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const settings = readSettings({
    ...{ PUBLIC_URL: publicUrl, SLACK_BOT_TOKEN: slack.botToken, SLACK_APP_TOKEN: slack.appToken },
    ...{ SLACK_CLIENT_ID: slack.app.clientId, SLACK_CLIENT_SECRET: slack.app.clientSecret },
    ...{ SLACK_API_URL: slack.apiUrl, DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.botToken },
    ...{ DISCORD_APPLICATION_ID: discord.application.id, DISCORD_CLIENT_SECRET: discord.oauth.clientSecret },
    ...{ WHMCS_URL: whmcs.url, WHMCS_CLIENT_ID: whmcs.app.clientId, WHMCS_TICKET_DEPARTMENT: '3' },
    ...{ WHMCS_API_IDENTIFIER: whmcs.credentials.identifier },
    WHMCS_CLIENT_SECRET_FILE: file('sign-in', `${whmcs.app.clientSecret}\n`),
    WHMCS_API_SECRET_FILE: file('api', `${whmcs.credentials.secret}\n`),
    WHMCS_CA_FILE: file('ca.pem', whmcs.certificate.cert),
    ...changes,
  });
  const captured = createCapturedLog();
  const { log } = captured;
  const told: Told[] = [];
  const memory = { isAway: false };
  /** What people call themselves. */
  const names = new Map<string, string>();
  const billing = openWhmcs(settings, log) ?? assert.fail('no WHMCS');
  const accounts = createAccounts({
    panels: [house.panel],
    links: house.memory.links,
    audit: (note) => house.memory.audit.append(note),
  });
  const signIn =
    openSignIn(settings, {
      ...{ api: billing.api, accounts, facts, log, hosts: new Map([['127.0.0.1', 'web1']]) },
      now: () => new Date(house.clock.now),
      memory: () => (memory.isAway ? undefined : house.memory),
      called: async ({ id }) => ({
        name: names.get(id) ?? (id === people.ann.id ? 'Ann' : 'Somebody'),
        workspace: 'Acme',
      }),
      tell: async (person, answer, key) => {
        told.push({ person, answer, key });
      },
    }) ?? assert.fail('no sign-in');
  const port = await openPort(
    log,
    createWebApp({
      ...{ health: () => assert.fail('not asked'), metrics: createMetrics(), publicUrl, log },
      signIn: signIn.pages,
    }),
  );
  const browsers: ReturnType<typeof createBrowser>[] = [];

  const person = (user: { readonly id: string }, more: Partial<Person> = {}): Person => ({
    ...{ platform: 'slack', workspace: slack.team.id, id: user.id },
    ...more,
  });
  return {
    ...{
      house,
      whmcs,
      slack,
      discord,
      people,
      annsClient,
      evesClient,
      told,
      memory,
      names,
      billing,
      signIn,
      port,
    },
    ann: person(people.ann),
    eve: person(people.eve),
    dora: person(people.dora, { platform: 'discord', workspace: discord.guild.id }),
    settings,
    log: captured.text,
    /** Who is signed in at the chats and at the billing system, in whatever browser comes. */
    signedIn: (chat: 'ann' | 'eve' | 'dora' | undefined, client: Client | undefined): void => {
      slack.openid.signIn(chat === 'ann' || chat === 'eve' ? people[chat] : undefined);
      discord.oauth.signIn(chat === 'dora' ? people.dora : undefined);
      whmcs.signIn(client);
    },
    browser: () => {
      const browser = createBrowser({ at: { [publicUrl]: port.url }, ca: [whmcs.certificate.cert] });
      browsers.push(browser);
      return browser;
    },
    linksOf: async (of: Person) => (await house.memory.links.of(of)).map(({ domain }) => domain),
    close: async () => {
      await Promise.all(browsers.map((browser) => browser.close()));
      await port.stop();
      await billing.api.close();
      await Promise.all([house.close(), whmcs.stop(), slack.stop(), discord.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** From the private reply to the end, allowing everything. Gives the last page. */
export async function walk(scene: Scene, who: Person, browser = scene.browser()) {
  await browser.visit(await begin(scene, who));
  await browser.press();
  await browser.follow('Allow');
  return browser.follow('Allow');
}

export const begin = async (scene: Scene, who: Person): Promise<string> =>
  (await scene.signIn.method.begin?.(who)) ?? assert.fail('no address');
