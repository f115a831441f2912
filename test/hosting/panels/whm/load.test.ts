import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type SampleAccount, sampleAccounts } from '../../../../bot/hosting/demo/sample-accounts.ts';
import { createWhmPanel, type WhmPanel } from '../../../../bot/hosting/panels/whm/whm.ts';
import {
  type LocalWhm,
  type LocalWhmOptions,
  leastPrivileges,
  startWhmServer,
} from '../../../servers/whm/whm-server.ts';
import { createCapturedLog } from '../../captured-log.ts';

const [bakery, gardens] = sampleAccounts;
const customers = (count: number, like: SampleAccount | undefined): SampleAccount[] =>
  Array.from({ length: count }, (_, index) => ({
    ...(like ?? assert.fail()),
    ...{ user: `customer${index}`, uid: 5_000 + index, domains: [`customer${index}.example`] as const },
  }));

async function ask(panel: WhmPanel, user: string): Promise<string> {
  const signal = AbortSignal.timeout(10_000);
  const account = await panel.account({ server: 'web1', user }, signal);
  if (account.kind !== 'ok') return account.fault;
  const health = await panel.mailHealth(account.value, signal);
  if (health.kind !== 'ok') return health.fault;
  return health.value.domains.every(({ domain }) => domain === `${user}.example`) ? 'ok' : 'wrong domain';
}

async function measured(
  options: LocalWhmOptions,
  load: (panel: WhmPanel, whm: LocalWhm) => Promise<string[]>,
) {
  const whm = await startWhmServer({ delayMs: 30, ...options });
  const panel = createWhmPanel({ servers: [whm.config()], log: createCapturedLog().log });
  const answers = await load(panel, whm);
  const [calls, most] = [whm.calls.counts(), whm.calls.mostInFlight()];
  await whm.stop();
  await panel.close();
  return { answers, calls, most, total: Object.values(calls).reduce((sum, count) => sum + count, 0) };
}

const shown = (calls: Readonly<Record<string, number>>) =>
  Object.entries(calls)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

describe('the load on a WHM server', () => {
  it('a hundred customers who ask at once cost it a handful of calls', async (test) => {
    const accounts = customers(100, bakery);
    const { answers, calls, total, most } = await measured({ accounts }, (panel) =>
      Promise.all(accounts.map(({ user }) => ask(panel, user))),
    );
    test.diagnostic(
      `100 customers at once: ${total} calls (${shown(calls)}), at most ${most} of a function at a time`,
    );
    assert.ok(answers.every((answer) => answer === 'ok'));
    assert.ok(total <= 6 && most === 1);
  });

  it('nor more when they come one after the other', async (test) => {
    const accounts = customers(100, bakery);
    const { answers, calls, total } = await measured({ accounts, delayMs: 10 }, (panel) =>
      Promise.all(
        accounts.map(async ({ user }, index) => {
          await pause(index * 8);
          return ask(panel, user);
        }),
      ),
    );
    test.diagnostic(`100 customers within a second: ${total} calls (${shown(calls)})`);
    assert.ok(answers.every((answer) => answer === 'ok'));
    assert.ok(total <= 10);
  });

  it('one customer who asks a hundred times costs three', async (test) => {
    const accounts = customers(1, bakery);
    const { answers, total, calls } = await measured({ accounts }, (panel) =>
      Promise.all(Array.from({ length: 100 }, () => ask(panel, 'customer0'))),
    );
    test.diagnostic(`1 customer, 100 times: ${total} calls (${shown(calls)})`);
    assert.ok(answers.every((answer) => answer === 'ok'));
    assert.equal(total, 3);
  });

  it('without list-accts each account costs a call, one at a time', async (test) => {
    const accounts = customers(20, bakery);
    const tokens = [{ user: 'hostdesk', token: 'narrow-token', privileges: ['acct-summary', 'track-email'] }];
    const { answers, most, calls, total } = await measured({ accounts, tokens, delayMs: 5 }, (panel) =>
      Promise.all(accounts.map(({ user }) => ask(panel, user))),
    );
    test.diagnostic(`20 customers, no list-accts: ${total} calls (${shown(calls)})`);
    assert.ok(answers.every((answer) => answer === 'ok'));
    assert.ok(most === 1 && calls.accountsummary === 20 && calls.listaccts === 1);
  });

  it('records of single messages are asked one account at a time, and not of more than twenty in a row', async (test) => {
    const accounts = customers(60, gardens);
    const { answers, calls, most } = await measured({ accounts, delayMs: 5 }, async (panel) => {
      const signal = AbortSignal.timeout(10_000);
      const to = new Date();
      return Promise.all(
        accounts.map(async ({ user }) => {
          const account = await panel.account({ server: 'web1', user }, signal);
          if (account.kind !== 'ok') return account.fault;
          const mail = await panel.deliveries(
            account.value,
            { from: new Date(to.getTime() - 86_400_000), to },
            signal,
          );
          return mail.kind === 'ok' ? 'ok' : mail.fault;
        }),
      );
    });
    const busy = answers.filter((answer) => answer === 'busy').length;
    test.diagnostic(
      `60 customers in trouble at once, with reasons: ${shown(calls)}; ${busy} were told that the server is busy`,
    );
    assert.ok(most === 1 && (calls.emailtrack_search ?? 0) <= 21 && busy >= 39);
  });

  it('picks the token of the account’s owner', async () => {
    const accounts = [
      ...customers(1, bakery).map((each) => ({ ...each, owner: 'reseller1' })),
      ...customers(2, bakery)
        .slice(1)
        .map((each) => ({ ...each, owner: 'reseller2' })),
    ];
    const tokens = ['reseller1', 'reseller2'].map((user) => ({
      user,
      token: `token-of-${user}`,
      privileges: leastPrivileges,
    }));
    const { answers } = await measured({ accounts, tokens }, async (panel, whm) => {
      const owned = await panel.account(
        { server: 'web1', user: 'customer1', owner: 'reseller2' },
        AbortSignal.timeout(5_000),
      );
      const asked = whm.calls.of('accountsummary').map(({ authorization }) => authorization);
      assert.deepEqual([owned.kind, asked], ['ok', ['whm reseller2:token-of-reseller2']]);
      return [await ask(panel, 'customer0'), await ask(panel, 'customer1')];
    });
    assert.deepEqual(answers, ['ok', 'ok']);
  });

  it('memory stays flat over a day of answers', async (test) => {
    let now = new Date('2026-11-20T00:00:30Z');
    const accounts = customers(300, bakery).map((each) => ({ ...each, story: () => [] }));
    const whm = await startWhmServer({ accounts, now: () => now });
    const limits = { mostKept: 50 };
    const panel = createWhmPanel({
      servers: [whm.config()],
      log: createCapturedLog().log,
      now: () => now,
      limits,
    });
    const kept: number[] = [];
    for (let minute = 0; minute < 24 * 60; minute += 10) {
      now = new Date(now.getTime() + 600_000);
      await Promise.all(
        accounts.slice(minute % 200, (minute % 200) + 100).map(({ user }) => ask(panel, user)),
      );
      const first = await panel.account({ server: 'web1', user: 'customer0' }, AbortSignal.timeout(5_000));
      if (first.kind === 'ok')
        await panel.deliveries(
          first.value,
          { from: new Date(now.getTime() - 3_600_000), to: now },
          AbortSignal.timeout(5_000),
        );
      kept.push(panel.kept);
    }
    test.diagnostic(
      `14,400 answers over a day: at most ${Math.max(...kept)} kept, ${whm.calls.of().length} calls`,
    );
    assert.ok(Math.max(...kept) <= 3 * limits.mostKept + 10);
    await whm.stop();
    await panel.close();
  });
});
