import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readSettings } from '../bot/settings.ts';
import { settingsExample } from '../bot/settings-example.ts';

describe('the settings', () => {
  it('have defaults for everything', () => {
    assert.equal(readSettings({}).kbDir, 'kb');
    assert.deepEqual(readSettings({ KB_DIR: '' }).house, {});
  });

  it('stop the start with a list of everything to put right', () => {
    assert.throws(
      () => readSettings({ LOG_LEVEL: 'loud', KB_URL: 'ftp://x', HOUSE_IMAP_PROT: '1' }),
      (error: Error) => {
        assert.match(error.message, /KB_URL: .*\n.*LOG_LEVEL: .*\n.*HOUSE_IMAP_PROT: is no house fact/s);
        return true;
      },
    );
  });

  it('read how long things are kept; what is not set is kept for good', () => {
    const { questionsDays, votesDays, auditDays } = readSettings({ QUESTIONS_DAYS: '30', VOTES_DAYS: '' });
    assert.deepEqual([questionsDays, votesDays, auditDays], [30, undefined, undefined]);
    for (const wrong of ['0', '-3', '1.5', 'ever'])
      assert.throws(() => readSettings({ AUDIT_DAYS: wrong }), /AUDIT_DAYS: /, wrong);
  });

  it('ask for a port where signed HTTP needs one, and for addresses that are some', () => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret', PORT: 'off' };
    assert.throws(() => readSettings(http), /PORT: signed HTTP of Slack needs a port/);
    assert.equal(readSettings({ ...http, SLACK_APP_TOKEN: 'xapp-1' }).port, 'off');
    assert.throws(
      () => readSettings({ BIND_ADDRESS: 'outside', PUBLIC_URL: 'http://desk.example.com', PORT: '70000' }),
      /PORT: .*\n.*BIND_ADDRESS: must be an address.*\n.*PUBLIC_URL: must look like https:/s,
    );
    assert.equal(readSettings({}).bindAddress, '127.0.0.1');
  });

  it('refuse groups that are set by half, each with a sentence', () => {
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };
    const oauth = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's' };
    const refused: [Record<string, string>, RegExp][] = [
      [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN: is needed/],
      [{ SLACK_SIGNING_SECRET: 's' }, /SLACK_BOT_TOKEN: is missing/],
      [{ SLACK_CLIENT_ID: '1.2' }, /SLACK_CLIENT_ID and SLACK_CLIENT_SECRET: set both/],
      [oauth, /SLACK_SIGNING_SECRET: is needed with SLACK_CLIENT_ID/],
      [{ ...slack, ...oauth }, /take SLACK_BOT_TOKEN and SLACK_APP_TOKEN away/],
      [{ DISCORD_TOKEN: 't' }, /DISCORD_TOKEN and DISCORD_APPLICATION_ID: set both/],
      [{ SHARD_IDS: '0' }, /SHARD_IDS: needs SHARDS as a number/],
      [{ SHARDS: '2', SHARD_IDS: '0,2' }, /SHARD_IDS: must be different numbers from 0 to 1/],
      [{ SHARDS: '2', SHARD_IDS: '1,1' }, /SHARD_IDS: must be different/],
      [{ SHARDS: '2', SHARD_IDS: 'one' }, /SHARD_IDS: /],
    ];
    for (const [env, sentence] of refused)
      assert.throws(() => readSettings(env), sentence, JSON.stringify(env));
    assert.equal(readSettings({ SLACK_SIGNING_SECRET: 's', ...oauth }).slackClientId, '1.2');
    assert.deepEqual(readSettings({ SHARDS: '4', SHARD_IDS: '2, 3' }).shardIds, [2, 3]);
  });

  it('read house facts', () => {
    assert.deepEqual(readSettings({ HOUSE_IMAP_PORT: '1993' }).house, { imap_port: '1993' });
  });

  it('are all in .env.example, which is made from them', () => {
    assert.equal(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'), settingsExample());
  });
});
