import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openPanels, panelSettings } from '../../bot/hosting/open-panels.ts';
import { readWhmSettings } from '../../bot/hosting/panels/whm/whm-settings.ts';
import { createCapturedLog } from './captured-log.ts';

const { log } = createCapturedLog();
const folder = mkdtempSync(join(tmpdir(), 'hostdesk-'));
const tokenFile = join(folder, 'tokens');
writeFileSync(tokenFile, 'root:FROM-FILE\nreseller1:SECOND\n');

describe('the panels of the settings', () => {
  it('are none where no server is named', () => {
    assert.deepEqual(openPanels({}, log), { panels: [], hosts: new Map(), problems: [] });
  });

  it('are those whose servers are named', async () => {
    const env = {
      ...{
        WHM_SERVERS: 'web1=https://web1.example.com:2087, web-2=https://web2.example.com:2087',
        WHM_WEB1_TOKENS_FILE: tokenFile,
      },
      ...{
        WHM_WEB_2_TOKENS: 'hostdesk:ABC',
        WHM_WEB_2_SHA256: 'ab'.repeat(32),
        WHM_WEB_2_ALLOW: 'all, passwd',
        WHM_WEB_2_HOSTNAME: 'Server2.example.net',
      },
      ...{ MAILCOW_SERVERS: 'mail1=https://mail.example.com', MAILCOW_MAIL1_KEY: 'KEY' },
    };
    const { panels, hosts, problems } = openPanels(env, log);
    assert.deepEqual([panels.map(({ name }) => name), problems], [['whm', 'mailcow'], []]);
    assert.deepEqual(Object.fromEntries(hosts), {
      ...{ 'web1.example.com': 'web1', 'web2.example.com': 'web-2', 'server2.example.net': 'web-2' },
    });
    const [web1, web2] = readWhmSettings(env).servers;
    assert.deepEqual(
      web1?.tokens.map(({ user, secret }) => [user, secret.reveal()]),
      [
        ['root', 'FROM-FILE'],
        ['reseller1', 'SECOND'],
      ],
    );
    assert.deepEqual([web2?.trust.kind, web2?.allowedPrivileges], ['pinned', ['all', 'passwd']]);
    await Promise.all(panels.map((panel) => panel.close()));
  });

  for (const [what, env, problem] of [
    [
      'http',
      { WHM_SERVERS: 'web1=http://web1.example.com:2086' },
      /web1: the address of a host must begin with https/,
    ],
    ['no name', { WHM_SERVERS: 'https://web1.example.com:2087' }, /NAME=https/],
    ['no token', { WHM_SERVERS: 'web1=https://web1.example.com:2087' }, /WHM_WEB1_TOKENS: set USER:TOKEN/],
    [
      'a token without its user',
      { WHM_SERVERS: 'web1=https://web1.example.com:2087', WHM_WEB1_TOKENS: 'SECRETSECRET' },
      /entry 1 is not of the form/,
    ],
    [
      'a token file that is not there',
      { WHM_SERVERS: 'web1=https://web1.example.com:2087', WHM_WEB1_TOKENS_FILE: '/nowhere' },
      /WHM_WEB1_TOKENS_FILE: the file cannot be read/,
    ],
    [
      'a privilege that there is not',
      {
        WHM_SERVERS: 'web1=https://web1.example.com:2087',
        WHM_WEB1_TOKENS: 'a:b',
        WHM_WEB1_ALLOW: 'everything',
      },
      /WHM_WEB1_ALLOW: everything: is none of all, /,
    ],
    [
      'a wrong fingerprint',
      { WHM_SERVERS: 'web1=https://web1.example.com:2087', WHM_WEB1_TOKENS: 'a:b', WHM_WEB1_SHA256: 'abc' },
      /64 hex digits/,
    ],
    [
      'two ways of trust',
      {
        WHM_SERVERS: 'web1=https://web1.example.com:2087',
        WHM_WEB1_SHA256: 'ab'.repeat(32),
        WHM_WEB1_CA_FILE: tokenFile,
      },
      /not both/,
    ],
    [
      'a name twice',
      { WHM_SERVERS: 'a=https://a.example:2087,a=https://b.example:2087', WHM_A_TOKENS: 'a:b' },
      /twice/,
    ],
    [
      'a name twice, in two panels',
      {
        ...{ WHM_SERVERS: 'a=https://a.example:2087', WHM_A_TOKENS: 'a:b' },
        ...{ MAILCOW_SERVERS: 'a=https://b.example', MAILCOW_A_KEY: 'k' },
      },
      /a: two servers/,
    ],
    [
      'Mailcow without a key',
      { MAILCOW_SERVERS: 'mail1=https://mail.example.com' },
      /MAILCOW_MAIL1_KEY: set the API key/,
    ],
  ] as const) {
    it(`are refused with a sentence: ${what}`, () => {
      const { problems } = openPanels(env, log);
      assert.ok(
        problems.some((each) => problem.test(each)),
        problems.join('; '),
      );
      assert.ok(!problems.join().includes('SECRETSECRET'));
    });
  }

  it('have settings that an operator can read about', () => {
    for (const { name, example, meaning } of panelSettings)
      assert.ok(/^[A-Z0-9_]+$/.test(name) && example && meaning);
  });
});
