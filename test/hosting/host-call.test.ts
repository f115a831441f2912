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
    const last = createLastAnswers(() => new Date('2026-11-20T14:00:00Z'));
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
    assert.deepEqual(last.list(), [
      { server: 'web1', outcome: 'access-denied', at: new Date('2026-11-20T14:00:00Z') },
    ]);
    await panel.close();
    await whm.stop();
  });
});
