import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadEnvFile } from '../bot/env-file.ts';
import { readSettings } from '../bot/settings.ts';
import { settingsExample } from '../bot/settings-example.ts';
import { straySettings } from '../bot/stray-settings.ts';

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

  it('take half of WHMCS for a mistake, and say what is missing', () => {
    const api = {
      WHMCS_URL: 'https://example.com/billing',
      WHMCS_API_IDENTIFIER: 'id',
      WHMCS_API_SECRET: 'secret',
    };
    const login = {
      WHMCS_CLIENT_ID: 'client',
      WHMCS_CLIENT_SECRET: 'secret',
      PUBLIC_URL: 'https://desk.example.com',
    };
    const discord = { DISCORD_TOKEN: 't', DISCORD_APPLICATION_ID: '123456789012345678' };
    const proof = { ...discord, DISCORD_CLIENT_SECRET: 'secret' };
    assert.equal(readSettings({ ...api, ...login, ...proof }).whmcsSubject, 'client');
    assert.equal(readSettings({ ...api, WHMCS_TICKET_DEPARTMENT: '3' }).whmcsTicketDepartment, 3);
    for (const [env, problem] of [
      [api, /WHMCS_CLIENT_ID or WHMCS_TICKET_DEPARTMENT: say what WHMCS is for/],
      [{ WHMCS_TICKET_DEPARTMENT: '3' }, /WHMCS_URL, WHMCS_API_IDENTIFIER, WHMCS_API_SECRET: is needed/],
      [{ ...api, ...login, ...proof, WHMCS_API_SECRET: '' }, /WHMCS_API_SECRET: is needed/],
      [{ ...api, ...proof, WHMCS_CLIENT_ID: 'client' }, /WHMCS_CLIENT_SECRET, PUBLIC_URL: is needed/],
      [{ ...api, ...login, ...discord }, /DISCORD_CLIENT_SECRET: one is needed.*prove who they are/],
      [{ ...api, ...login, ...proof, PORT: 'off' }, /PORT: signing in at WHMCS needs a port/],
      [
        { ...api, ...login, ...proof, PUBLIC_URL: 'https://example.com/desk' },
        /PUBLIC_URL: must have no path/,
      ],
      [{ ...api, WHMCS_URL: 'http://example.com' }, /WHMCS_URL: must look like https:/],
      [
        { ...api, ...login, ...proof, WHMCS_CLIENT_SECRET_FILE: '/nowhere' },
        /WHMCS_CLIENT_SECRET_FILE: the file cannot/,
      ],
      [{ ...api, ...login, WHMCS_SUBJECT: 'email' }, /WHMCS_SUBJECT: /],
    ] as const)
      assert.throws(() => readSettings(env), problem, String(problem));
  });

  it('let a workspace of one token have Sign in with Slack, for signing in at WHMCS alone', () => {
    const slack = {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: 's',
    };
    assert.throws(() => readSettings(slack), /SLACK_CLIENT_ID: is for several workspaces/);
    const whmcs = {
      ...{ WHMCS_URL: 'https://example.com', WHMCS_API_IDENTIFIER: 'id', WHMCS_API_SECRET: 'secret' },
      ...{ WHMCS_CLIENT_ID: 'client', WHMCS_CLIENT_SECRET: 'secret', PUBLIC_URL: 'https://desk.example.com' },
    };
    assert.equal(readSettings({ ...slack, ...whmcs }).slackClientId, '1.2');
  });

  it('that are wrong are told with an example, once, and what depends on them is not missing', () => {
    for (const [env, problem] of [
      [{ PORT: 'abc' }, /^ {2}PORT: Invalid input; write it as in 3000$/m],
      [{ QUESTIONS_DAYS: 'ever' }, /QUESTIONS_DAYS: .*; write it as in 365/],
      [{ SMTP_URL: 'mail.example.com:465', MAIL_FROM: 'a@b.example' }, /^ {2}SMTP_URL: .*smtps:\/\/[^\n]+$/m],
      [{ PUBLIC_URL: 'desk.example.com' }, /PUBLIC_URL: must look like https:/],
      [{ SMTP_URL: 'smtps://mail.example.com', MAIL_FROM: 'Support' }, /MAIL_FROM: must hold an address/],
      [{ SLACK_STAFF: 'sam' }, /SLACK_STAFF: must be ids/],
      [{ SLACK_CHANNELS: '#support' }, /SLACK_CHANNELS: must be ids/],
      [{ DISCORD_STAFF_CHANNEL: 'team' }, /DISCORD_STAFF_CHANNEL: must be ids/],
    ] as const)
      assert.throws(
        () => readSettings(env),
        (error: Error) => problem.test(error.message) && error.message.split('\n').length === 2,
        String(problem),
      );
  });

  it('come from .env, which must be text that can be read; what the environment says stays', () => {
    const folder = mkdtempSync(join(tmpdir(), 'hostdesk-env-'));
    const path = join(folder, '.env');
    const env: Record<string, string | undefined> = { PORT: '1' };
    loadEnvFile(path, env);
    writeFileSync(path, '\ufeffKB_DIR="my kb"\r\nPORT=2\r\n');
    loadEnvFile(path, env);
    assert.deepEqual(env, { PORT: '1', KB_DIR: 'my kb' });
    writeFileSync(path, '\ufeffKB_DIR=kb', 'utf16le');
    assert.throws(() => loadEnvFile(path, env), /is not UTF-8: save it as UTF-8 text/);
    assert.throws(() => loadEnvFile(folder, env), /cannot be read \(EISDIR\)/);
    rmSync(folder, { recursive: true });
  });

  it('that nobody knows are named, also those of a server that is not', () => {
    const env = { WHM_SERVERS: 'web-1=https://a.example', WHM_WEB_1_TOKENS_FILE: '/x', SLACK_STAFF: 'U1' };
    assert.deepEqual(straySettings(env), []);
    assert.deepEqual(straySettings({ ...env, SLACK_STAF: 'U1', WHM_WEB2_TOKENS: 'a:b', PATH: '/' }), [
      'SLACK_STAF',
      'WHM_WEB2_TOKENS',
    ]);
  });

  it('read house facts', () => {
    assert.deepEqual(readSettings({ HOUSE_IMAP_PORT: '1993' }).house, { imap_port: '1993' });
  });

  it('are all in .env.example, which is made from them', () => {
    assert.equal(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'), settingsExample());
  });
});
