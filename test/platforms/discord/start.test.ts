import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDiscord } from '../../../bot/platforms/discord/discord.ts';
import type { DiscordParts } from '../../../bot/platforms/discord/discord-parts.ts';
import { commandList } from '../../../bot/platforms/discord/listeners/listeners.ts';
import {
  createDiscordServer,
  type DiscordServer,
  type DiscordServerOptions,
} from '../../servers/discord/server.ts';
import { sideBySide } from '../contract/on-stage.ts';
import { createTestDesk, type TestDesk } from '../contract/test-desk.ts';
import { partsFor } from './discord-bots.ts';

const put = 'PUT /applications/:application/commands';
const putInServer = 'PUT /applications/:application/guilds/:guild/commands';

describe('the start on Discord', sideBySide, () => {
  let server: DiscordServer;
  let desk: TestDesk;
  before(async () => {
    desk = await createTestDesk();
    server = await serve();
  });
  /** All that was begun; what stays open after a fact that does not hold keeps the tests from ending. */
  const begun: { stop(): Promise<void> }[] = [];
  after(async () => {
    for (const one of begun.reverse()) await one.stop();
  });

  const serve = async (options?: DiscordServerOptions) => {
    const own = await createDiscordServer(options);
    begun.push(own);
    return own;
  };
  const bot = (parts: Partial<DiscordParts>, on = server) => {
    const one = createDiscord({ ...partsFor(on, desk, []), ...parts });
    begun.push(one);
    return one;
  };
  const refused = (parts: Partial<DiscordParts>, sentence: RegExp, on = server) =>
    assert.rejects(bot(parts, on).start(), ({ message }: Error) => {
      assert.match(message, sentence);
      assert.match(message, /^Discord: .*\.$/);
      return true;
    });

  it('stops with a sentence for a token Discord does not know', () =>
    refused({ token: server.botToken.replace('0001', '0002') }, /DISCORD_TOKEN: reset the token/));

  it('stops when the token is of another application', () =>
    refused({ applicationId: '1234567890123456789' }, /DISCORD_APPLICATION_ID is 1234567890123456789, but/));

  it('stops when it shall listen in channels without the Message Content intent, and names the switch', async () => {
    const strict = await serve({ privilegedIntents: [] });
    const listening = { channels: [strict.addChannel({ name: 'support' }).id] };
    await refused(listening, /Message Content intent is off: switch it on under Bot > Privileged/, strict);
    const modest = bot({}, strict);
    await modest.start();
    await modest.stop();
    await strict.stop();
  });

  it('stops for a server it is not in', () =>
    refused({ guildId: '1234567890123456789' }, /invite it there.*DISCORD_GUILD_ID/));

  it('stops for a channel it does not see, and for one it may not write in', async () => {
    const secret = server.addChannel({ name: 'secret', visibleTo: [] });
    await refused({ channels: [secret.id] }, /does not see the channel \d+: give it “View Channel”/);
    await refused({ channels: ['1234567890123456789'] }, /does not see the channel/);
    const silent = server.addChannel({ name: 'silent' });
    server.deny(silent, server.guild.id, ['SendMessages']);
    server.deny(silent, server.bot, ['SendMessages']);
    await refused({ channels: [silent.id] }, /may not answer in #silent .*“Send Messages”/);
  });

  it('stops for a channel of the staff’s that it does not see or may not write in', async () => {
    const secret = server.addChannel({ name: 'team', visibleTo: [] });
    await refused({ staffChannel: secret.id }, /does not see the channel.*out of DISCORD_STAFF_CHANNEL/);
    const silent = server.addChannel({ name: 'silent-team' });
    server.deny(silent, server.bot, ['SendMessages']);
    await refused({ staffChannel: silent.id }, /“Send Messages”.*out of DISCORD_STAFF_CHANNEL/);
  });

  it('stops for a role that no server has', () =>
    refused(
      { staffRoles: ['1234567890123456789'] },
      /no.* role 1234567890123456789: correct DISCORD_STAFF_ROLES/,
    ));

  it('stops when nobody answers there', async () => {
    const gone = await serve();
    const { apiUrl } = gone;
    await gone.stop();
    await assert.rejects(bot({ apiUrl }).start(), /cannot be reached at http.*ECONNREFUSED.*DISCORD_API_URL/);
  });

  it('outlasts a Discord that fails for a moment', async () => {
    const failing = await serve();
    failing.fault({ kind: 'http-500', path: '/applications/@me', times: 2 });
    const one = bot({}, failing);
    await one.start();
    await one.stop();
    assert.equal(failing.sockets(), 0);
    await failing.stop();
  });

  it('registers the commands when they changed, and not again', async () => {
    const fresh = await serve();
    const registered = () => fresh.calls(put).length;
    const [first, second] = [bot({}, fresh), bot({}, fresh)];
    await first.start();
    assert.equal(registered(), 1);
    await first.stop();
    await second.start();
    assert.equal(registered(), 1);
    await second.stop();
    const names = fresh.commands().map(({ name }) => name);
    assert.deepEqual(
      names,
      commandList(desk.open().orders.all).map(({ name }) => name),
    );
    assert.ok(names.includes('mail') && !names.includes('notice'), 'those whose orders are set up');
    await fresh.stop();
  });

  it('registers them for one server alone while developing, once', async () => {
    const fresh = await serve();
    for (let times = 0; times < 2; times++) {
      const one = bot({ guildId: fresh.guild.id }, fresh);
      await one.start();
      await one.stop();
    }
    assert.equal(fresh.calls(putInServer).length, 1);
    assert.equal(fresh.calls(put).length, 0);
    assert.equal(fresh.commands(fresh.guild).length, 13);
    await fresh.stop();
  });

  it('stops when it is in too many servers for its shards', async () => {
    const large = await serve({ guildsPerShard: 0.5 });
    await refused({ shards: 1 }, /too many servers.*SHARDS=auto/, large);
    await large.stop();
  });

  it('runs as many shards as it is told to', async () => {
    const shards: [DiscordParts['shards'], number][] = [
      [2, 2],
      ['auto', 1],
      [{ ids: [1], count: 2 }, 1],
    ];
    const run = async ([wanted, connections]: (typeof shards)[number]) => {
      const own = await serve();
      const one = bot({ ...(wanted === undefined ? {} : { shards: wanted }) }, own);
      await one.start();
      assert.equal(own.sockets(), connections);
      assert.equal(own.identifies(), connections);
      assert.equal(one.connected(), true);
      own.closeSockets(4000);
      await own.until(() => !one.connected(), 'to notice');
      await own.until(() => one.connected(), 'to be back');
      await one.stop();
      assert.equal(one.connected(), false);
      assert.equal(own.sockets(), 0);
      await own.stop();
    };
    await Promise.all(shards.map(run));
  });
});
