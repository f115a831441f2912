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

  it('read house facts', () => {
    assert.deepEqual(readSettings({ HOUSE_IMAP_PORT: '1993' }).house, { imap_port: '1993' });
  });

  it('are all in .env.example, which is made from them', () => {
    assert.equal(readFileSync(new URL('../.env.example', import.meta.url), 'utf8'), settingsExample());
  });
});
