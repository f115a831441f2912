import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createWhmPanel } from '../../../../bot/hosting/panels/whm/whm.ts';
import { leastPrivileges, startWhmServer } from '../../../servers/whm/whm-server.ts';
import { createCapturedLog } from '../../captured-log.ts';

const { log } = createCapturedLog();
const soon = () => AbortSignal.timeout(20_000);
const bakery = { server: 'web1', user: 'bakery' };

describe('a token', () => {
  const withPrivileges = async (privileges: string[], allowedPrivileges: string[] = []) => {
    const whm = await startWhmServer({ tokens: [{ user: 'hostdesk', token: 'a-token', privileges }] });
    const panel = createWhmPanel({ servers: [whm.config({ allowedPrivileges })], log });
    const answer = await panel.account(bakery, soon());
    const lines = await panel.check(soon());
    const calls = whm.calls.counts();
    await whm.stop();
    await panel.close();
    return { said: answer.kind === 'ok' ? 'ok' : answer.fault, lines, calls };
  };

  it('that may do harm is not used, and nothing but its privileges is asked with it', async () => {
    for (const wide of [
      'all',
      'passwd',
      'manage-api-tokens',
      'create-user-session',
      'cpanel-api',
      'kill-acct',
      'edit-account',
      'suspend-acct',
    ]) {
      const { said, calls, lines } = await withPrivileges([...leastPrivileges, wide]);
      assert.deepEqual([said, calls, lines[0]?.level], ['token-too-wide', { myprivs: 1 }, 'broken'], wide);
      assert.match(lines[0]?.text ?? '', new RegExp(`${wide}.*by name in WHM_WEB1_ALLOW`));
      assert.equal(lines.length, 1);
    }
  });

  it('that may do harm is used when the operator allowed that by name', async () => {
    assert.equal((await withPrivileges(['all'], ['all'])).said, 'ok');
    assert.equal((await withPrivileges([...leastPrivileges, 'passwd'], ['all'])).said, 'token-too-wide');
  });

  it('that may too little is told by the check', async () => {
    const { lines } = await withPrivileges(['acct-summary']);
    assert.deepEqual(
      lines.slice(0, 2).map(({ level, text }) => [level, text]),
      [
        ['broken', 'token of hostdesk: lacks track-email'],
        ['doubtful', 'token of hostdesk: lacks list-accts: each account costs a call of its own'],
      ],
    );
  });

  it('that is refused is left alone, and tried again later', async () => {
    const whm = await startWhmServer();
    const limits = { refusedMs: 150, keepFailureMs: 1, retryMs: 1 };
    const panel = createWhmPanel({ servers: [whm.config()], log, limits });
    whm.faults.add({ name: '*', kind: 'denied', times: Number.POSITIVE_INFINITY });
    const said: string[] = [];
    const ask = async () => {
      await pause(5);
      const answer = await panel.account(bakery, soon());
      said.push(answer.kind === 'ok' ? 'ok' : answer.fault);
    };
    for (let time = 0; time < 10; time += 1) await ask();
    assert.deepEqual([said[0], said.at(-1), whm.calls.of().length], ['access-denied', 'refused-earlier', 1]);

    await pause(170);
    await ask();
    assert.deepEqual([said.at(-1), whm.calls.of().length], ['access-denied', 2], 'one trial, and shut again');

    whm.faults.clear();
    await pause(320);
    await ask();
    assert.equal(said.at(-1), 'ok');
    await whm.stop();
    await panel.close();
  });

  it('is not blamed when the server is down; that is left alone after three times, for a while', async () => {
    const whm = await startWhmServer();
    const limits = { downMs: 150, keepFailureMs: 1, retryMs: 1, timeoutMs: 500 };
    const panel = createWhmPanel({ servers: [whm.config()], log, limits });
    whm.faults.add({ name: '*', kind: 'reset', times: Number.POSITIVE_INFINITY });
    const said: string[] = [];
    const since: Date[] = [];
    const ask = async () => {
      await pause(5);
      const answer = await panel.account(bakery, soon());
      if (answer.kind !== 'ok') since.push(answer.since);
      said.push(answer.kind === 'ok' ? 'ok' : answer.fault);
    };
    for (let time = 0; time < 6; time += 1) await ask();
    assert.deepEqual(said, ['cut-off', 'cut-off', 'cut-off', 'down-earlier', 'down-earlier', 'down-earlier']);
    assert.equal(whm.calls.of().length, 6, 'three questions, each asked again once');
    assert.equal(new Set(since.map(Number)).size, 1, 'one run of failures has one beginning');
    whm.faults.clear();
    await pause(170);
    await ask();
    assert.equal(said.at(-1), 'ok');
    await whm.stop();
    await panel.close();
  });
});
