import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLastAnswers, type HostCall } from '../../bot/hosting/host-call.ts';
import { createWhmPanel } from '../../bot/hosting/panels/whm/whm.ts';
import { startWhmServer } from '../servers/whm/whm-server.ts';
import { createCapturedLog } from './captured-log.ts';

describe('calls to a host', () => {
  it('are noted with their outcome, once each, and not where the host was spared', async () => {
    const whm = await startWhmServer();
    const noted: HostCall[] = [];
    let minute = 0;
    const last = createLastAnswers(() => new Date(Date.UTC(2026, 10, 20, 14, minute++)));
    const panel = createWhmPanel({
      ...{ servers: [whm.config()], log: createCapturedLog().log },
      limits: { keepMs: 0, keepFailureMs: 0 },
      note: (call) => {
        noted.push(call);
        last.note(call);
      },
    });
    const look = () => panel.account({ server: 'web1', user: 'gardens' }, AbortSignal.timeout(5_000));
    await look();
    whm.faults.add({ name: 'accountsummary', kind: 'denied', times: 1 });
    await look();
    assert.equal((await look()).kind, 'refused');
    assert.deepEqual(
      noted.map(({ server, outcome }) => `${server} ${outcome}`),
      ['web1 ok', 'web1 ok', 'web1 access-denied'],
    );
    assert.ok(noted.every(({ seconds }) => seconds > 0));
    const failed = new Date('2026-11-20T14:02:00Z');
    assert.deepEqual(last.list(), [{ server: 'web1', outcome: 'access-denied', at: failed, since: failed }]);
    last.note({ server: 'web1', outcome: 'timeout', seconds: 1 });
    assert.deepEqual([last.list()[0]?.outcome, last.list()[0]?.since], ['timeout', failed]);
    last.note({ server: 'web1', outcome: 'no-such-account', seconds: 1 });
    assert.equal(last.list()[0]?.since.toISOString(), '2026-11-20T14:04:00.000Z');
    await panel.close();
    await whm.stop();
  });
});
