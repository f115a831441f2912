import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createWhmPanel } from '../../../../bot/hosting/panels/whm/whm.ts';
import type { FaultKind } from '../../../servers/whm/faults.ts';
import { type LocalWhmOptions, startWhmServer } from '../../../servers/whm/whm-server.ts';
import { createCapturedLog } from '../../captured-log.ts';
import { panelContract } from '../panel-contract.ts';

const soon = () => AbortSignal.timeout(20_000);
const failures: Readonly<Record<string, FaultKind>> = {
  refuse: 'denied',
  page: 'login-page',
  hang: 'never',
  reset: 'reset',
};
const quick = { timeoutMs: 1_000, retryMs: 10 };

panelContract('WHM', async () => {
  const whm = await startWhmServer();
  const { log, text } = createCapturedLog();
  const panels: { close(): Promise<void> }[] = [];
  return {
    panel: () => {
      const panel = createWhmPanel({ servers: [whm.config()], log, limits: quick });
      panels.push(panel);
      return panel;
    },
    known: { ref: { server: 'web1', user: 'gardens' }, domain: 'gardens.example' },
    unknown: { ref: { server: 'web1', user: 'nobody' }, domain: 'nobody.example' },
    secrets: ['the-token-of-hostdesk'],
    logText: text,
    fail: (how) =>
      whm.faults.add({ name: '*', kind: failures[how] ?? 'reset', times: Number.POSITIVE_INFINITY }),
    heal: () => whm.faults.clear(),
    stop: async () => {
      await whm.stop();
      await Promise.all(panels.map((panel) => panel.close()));
    },
  };
});

/** A panel on a server of its own, for one test, where it is twenty to ten. */
const twentyToTen = new Date('2026-11-20T09:40:00Z');
async function withWhm(
  options: LocalWhmOptions,
  test: (parts: Awaited<ReturnType<typeof open>>) => Promise<void>,
): Promise<void> {
  const parts = await open(options);
  try {
    await test(parts);
  } finally {
    await parts.whm.stop();
    await parts.panel.close();
  }
}
async function open(options: LocalWhmOptions) {
  const { now = () => twentyToTen } = options;
  const whm = await startWhmServer({ ...options, now });
  const panel = createWhmPanel({ servers: [whm.config()], log: createCapturedLog().log, now });
  const health = async (user: string) => {
    const account = await panel.account({ server: 'web1', user }, soon());
    assert.equal(account.kind, 'ok');
    const answer = await panel.mailHealth(account.value, soon());
    assert.equal(answer.kind, 'ok');
    return answer.value;
  };
  return { whm, panel, health };
}

describe('WHM', () => {
  it('reads a limit that was reached, which comes as text', async () =>
    withWhm({}, async ({ health }) => {
      const [gardens] = (await health('gardens')).domains.filter(
        ({ domain }) => domain === 'gardens.example',
      );
      assert.equal(gardens?.block.state, 'yes');
      assert.equal(gardens?.block.certainty, 'server');
      assert.deepEqual(gardens?.block.tripped?.limit, 5);
      assert.ok(
        (gardens?.failed ?? 0) > (gardens?.block.tripped?.count ?? 99),
        'the flag is frozen, the count is live',
      );
    }));

  it('reads numbers that come as text', async () =>
    withWhm({ ways: { numbersAsText: true } }, async ({ health }) => {
      const { domains, outgoing } = await health('bakery');
      assert.deepEqual([typeof domains[0]?.delivered, outgoing], ['number', 'open']);
      assert.equal((await health('hotel')).outgoing, 'suspended');
    }));

  it('counts by domain, and says so once the server has proved that it does', async () =>
    withWhm({}, async ({ health, panel }) => {
      await panel.check(soon());
      const { domains } = await health('gardens');
      assert.deepEqual(domains.map(({ domain, countedPer }) => [domain, countedPer]).toSorted(), [
        ['gardens.example', 'domain'],
        ['seeds.example', 'domain'],
      ]);
    }));

  it('says that it counts the account where the server ignores group=domain', async () =>
    withWhm({ ways: { heedsGroup: false } }, async ({ health, panel }) => {
      const lines = await panel.check(soon());
      const { domains } = await health('gardens');
      assert.deepEqual(
        domains.map(({ countedPer }) => countedPer),
        ['account'],
      );
      assert.ok(lines.some(({ level, text }) => level === 'doubtful' && text.includes('whole account')));
    }));

  it('shows only its own rows where the server ignores user and filters', async () =>
    withWhm({ ways: { heedsUser: false, heedsFilters: false } }, async ({ health, panel }) => {
      const { domains } = await health('bakery');
      assert.ok(domains.every(({ domain }) => ['bakery.example', 'cakes.example'].includes(domain)));
      const account = await panel.account({ server: 'web1', user: 'bakery' }, soon());
      assert.equal(account.kind, 'ok');
      const to = twentyToTen;
      const mail = await panel.deliveries(
        account.value,
        { from: new Date(to.getTime() - 86_400_000), to },
        soon(),
      );
      assert.equal(mail.kind, 'ok');
      assert.ok(
        mail.value.records.every(({ domain }) => ['bakery.example', 'cakes.example'].includes(domain)),
      );
    }));

  it('takes no row for nothing sent', async () => {
    const [bakery] = (await import('../../../../bot/hosting/demo/sample-accounts.ts')).sampleAccounts;
    assert.ok(bakery);
    await withWhm({ accounts: [{ ...bakery, story: () => [] }] }, async ({ health }) => {
      const { domains } = await health('bakery');
      assert.equal(domains.length, 1);
      const [{ deferred, failed, delivered, block, sharePercent } = assert.fail()] = domains;
      assert.deepEqual([deferred, failed, delivered, block.state, sharePercent], [0, 0, 0, 'no', undefined]);
    });
  });

  it('does not carry counts over the turn of the hour', async () => {
    let now = twentyToTen;
    await withWhm({ now: () => now }, async ({ health }) => {
      const before = await health('gardens');
      now = new Date('2026-11-20T10:00:01Z');
      const after = await health('gardens');
      assert.equal(before.hour.turns.toISOString(), '2026-11-20T10:00:00.000Z');
      assert.deepEqual([after.hour.start, after.domains[0]?.failed], [before.hour.turns, 0]);
    });
  });

  it('sends everything in the body of a POST, and nothing in the address', async () =>
    withWhm({}, async ({ health, whm, panel }) => {
      await health('gardens');
      await panel.find('seeds.example', soon());
      for (const { method, url, form } of whm.calls.of()) {
        assert.deepEqual(
          [method, /^\/json-api\/[a-z_]+$/.test(url), form.keys().next().value],
          ['POST', true, 'api.version'],
        );
      }
      const [stats] = whm.calls.of('emailtrack_user_stats');
      const parameters = ['deliverytype', 'group', 'user', 'api.filter.a.field', 'api.filter.a.arg0'].map(
        (name) => stats?.form.get(name),
      );
      assert.deepEqual(parameters, ['remote-or-faildefer', 'domain', 'gardens', 'USER', 'gardens']);
      assert.equal(Number(stats?.form.get('endtime')) - Number(stats?.form.get('starttime')), 3_599);
    }));

  it('finds an addon domain', async () =>
    withWhm({}, async ({ panel }) => {
      const { accounts } = await panel.find('seeds.example', soon());
      assert.deepEqual(
        accounts.map(({ ref, domain }) => [ref.user, domain]),
        [['gardens', 'gardens.example']],
      );
    }));
});
