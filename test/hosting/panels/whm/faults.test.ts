import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { HostFailure } from '../../../../bot/hosting/host-answer.ts';
import { createWhmPanel } from '../../../../bot/hosting/panels/whm/whm.ts';
import type { Fault } from '../../../servers/whm/faults.ts';
import { type LocalWhm, startWhmServer } from '../../../servers/whm/whm-server.ts';
import { createCapturedLog } from '../../captured-log.ts';

type Row = readonly [what: string, fault: Fault, kind: HostFailure['kind'], named: HostFailure['fault']];
const forGood = Number.POSITIVE_INFINITY;
const on = (name: string, kind: Fault['kind'], more: Partial<Fault> = {}): Fault => ({
  name,
  kind,
  times: forGood,
  ...more,
});

/** Everything the reference tells of, and what is made of it. */
const table: readonly Row[] = [
  ['HTTP 403 with a legacy body', on('accountsummary', 'denied'), 'refused', 'access-denied'],
  ['HTTP 403 with a page', on('accountsummary', 'denied-html'), 'refused', 'access-denied'],
  [
    'result 0, access denied to the account',
    on('accountsummary', 'failed', { reason: 'Access Denied to Account gardens' }),
    'refused',
    'access-denied',
  ],
  [
    'result 0, account does not exist',
    on('accountsummary', 'failed', { reason: 'Account does not exist.' }),
    'not-found',
    'no-such-account',
  ],
  [
    'result 0, another reason',
    on('accountsummary', 'failed', { reason: 'The database is locked' }),
    'refused',
    'call-failed',
  ],
  [
    'HTTP 200, legacy body: account does not exist',
    on('accountsummary', 'legacy'),
    'not-found',
    'no-such-account',
  ],
  [
    'HTTP 200, legacy body: access denied',
    on('accountsummary', 'legacy', { reason: 'Permission denied' }),
    'refused',
    'access-denied',
  ],
  ['a login page', on('accountsummary', 'login-page'), 'malformed', 'not-json'],
  ['a page that calls itself JSON', on('accountsummary', 'html-as-json'), 'malformed', 'not-json'],
  ['HTTP 503', on('accountsummary', 'server-error'), 'unreachable', 'server-error'],
  ['HTTP 429', on('accountsummary', 'too-many'), 'unreachable', 'server-error'],
  ['a redirect', on('accountsummary', 'redirect'), 'refused', 'redirect'],
  ['no answer', on('accountsummary', 'never'), 'unreachable', 'timeout'],
  [
    'an answer that comes too late',
    on('accountsummary', 'slow', { delayMs: 2_000 }),
    'unreachable',
    'timeout',
  ],
  ['a broken connection, twice', on('accountsummary', 'reset'), 'unreachable', 'cut-off'],
  ['a body that breaks off, twice', on('accountsummary', 'cut-off'), 'unreachable', 'cut-off'],
  ['40 MB', on('accountsummary', 'huge'), 'malformed', 'too-large'],
  ['40 MB packed into 40 KB', on('accountsummary', 'huge-packed'), 'malformed', 'too-large'],
  ['no list in the envelope', on('accountsummary', 'no-list'), 'malformed', 'wrong-shape'],
  ['an account that is no account', on('accountsummary', 'wrong-rows'), 'malformed', 'wrong-shape'],
  ['the account of a neighbour', on('accountsummary', 'foreign-rows'), 'not-found', 'no-such-account'],
  ['the token repeated in the reason', on('accountsummary', 'echo'), 'refused', 'call-failed'],
  ['counters: HTTP 403', on('emailtrack_user_stats', 'denied'), 'refused', 'access-denied'],
  ['counters: no list', on('emailtrack_user_stats', 'no-list'), 'malformed', 'wrong-shape'],
  ['counters: rows that are no rows', on('emailtrack_user_stats', 'wrong-rows'), 'malformed', 'wrong-shape'],
  ['records: HTTP 403', on('emailtrack_search', 'denied'), 'refused', 'access-denied'],
  ['records: rows that are no rows', on('emailtrack_search', 'wrong-rows'), 'malformed', 'wrong-shape'],
  ['privileges: no list', on('myprivs', 'no-list'), 'malformed', 'wrong-shape'],
  ['privileges: HTTP 403', on('myprivs', 'denied'), 'refused', 'access-denied'],
];

describe('faults of a WHM server', () => {
  let whm: LocalWhm;
  const { log, text } = createCapturedLog();
  before(async () => {
    whm = await startWhmServer();
  });
  after(() => whm.stop());

  const ask = async (fault: Fault) => {
    const timeoutMs = fault.kind === 'never' || fault.kind === 'slow' ? 300 : 5_000;
    const panel = createWhmPanel({ servers: [whm.config()], log, limits: { timeoutMs, retryMs: 5 } });
    const signal = AbortSignal.timeout(20_000);
    whm.faults.add(fault);
    try {
      const account = await panel.account({ server: 'web1', user: 'gardens' }, signal);
      if (account.kind !== 'ok') return account;
      const health = await panel.mailHealth(account.value, signal);
      if (health.kind !== 'ok') return health;
      const to = new Date();
      return await panel.deliveries(account.value, { from: new Date(to.getTime() - 86_400_000), to }, signal);
    } finally {
      whm.faults.clear();
      void panel.close();
    }
  };

  for (const [what, fault, kind, named] of table) {
    it(`${what}: ${kind}, ${named}`, async () => {
      const answer = await ask(fault);
      assert.deepEqual([answer.kind, 'fault' in answer && answer.fault], [kind, named]);
      const said = JSON.stringify(answer);
      assert.doesNotMatch(said, /the-token-of-hostdesk|https?:|<html|\[here\]/);
    });
  }

  it('a neighbour’s rows in the counters are nobody’s: nothing sent', async () => {
    const panel = createWhmPanel({ servers: [whm.config()], log });
    const signal = AbortSignal.timeout(20_000);
    const account = await panel.account({ server: 'web1', user: 'gardens' }, signal);
    whm.faults.add({ name: 'emailtrack_user_stats', kind: 'foreign-rows' });
    assert.equal(account.kind, 'ok');
    const health = await panel.mailHealth(account.value, signal);
    assert.ok(health.kind === 'ok' && health.value.domains.length === 1);
    assert.deepEqual(
      [health.value.domains[0]?.domain, health.value.domains[0]?.failed],
      ['gardens.example', 0],
    );
    await panel.close();
  });

  for (const kind of ['reset', 'cut-off'] as const) {
    it(`one ${kind} is asked again, once, and nobody notices`, async () => {
      whm.calls.clear();
      const answer = await ask({ name: 'accountsummary', kind });
      assert.equal(answer.kind, 'ok');
      assert.equal(whm.calls.counts().accountsummary, 2);
    });
  }

  it('a time-out is not asked again', async () => {
    whm.calls.clear();
    await ask(on('accountsummary', 'never'));
    assert.equal(whm.calls.counts().accountsummary, 1);
  });

  it('the log names server, function and fault, and no token', (test) => {
    assert.match(text(), /"server":"web1"/);
    assert.match(text(), /"fault":"too-large"/);
    assert.doesNotMatch(text(), /the-token-of-hostdesk/);
    test.diagnostic(`${table.length} faults tried`);
  });
});
