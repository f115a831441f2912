import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMailReport } from '../../../../bot/hosting/mail-report.ts';
import { untold } from '../../../../bot/hosting/panel.ts';
import { createMailcowPanel } from '../../../../bot/hosting/panels/mailcow/mailcow.ts';
import { createCapturedLog } from '../../captured-log.ts';
import { panelContract } from '../panel-contract.ts';
import { startMailcowServer } from './mailcow-server.ts';

const soon = () => AbortSignal.timeout(20_000);

panelContract('Mailcow', async () => {
  const mailcow = await startMailcowServer();
  const { log, text } = createCapturedLog();
  const panels: { close(): Promise<void> }[] = [];
  return {
    panel: () => {
      const panel = createMailcowPanel({
        servers: [mailcow.config],
        log,
        limits: { timeoutMs: 1_000, retryMs: 10 },
      });
      panels.push(panel);
      return panel;
    },
    known: { ref: { server: 'mail1', user: 'choir.example' }, domain: 'choir.example' },
    unknown: { ref: { server: 'mail1', user: 'nobody.example' }, domain: 'nobody.example' },
    secrets: [mailcow.key],
    logText: text,
    fail: (how) => mailcow.fail(how),
    heal: () => mailcow.fail(undefined),
    stop: async () => {
      await mailcow.stop();
      await Promise.all(panels.map((panel) => panel.close()));
    },
  };
});

describe('Mailcow', () => {
  it('tells what waits, and is plain about what it does not count', async () => {
    const mailcow = await startMailcowServer();
    const panel = createMailcowPanel({ servers: [mailcow.config], log: createCapturedLog().log });
    const account = await panel.account({ server: 'mail1', user: 'choir.example' }, soon());
    assert.equal(account.kind, 'ok');
    const answer = await readMailReport(panel, account.value, 'reasons', soon());
    assert.equal(answer.kind, 'ok');
    const { health, reasons } = answer.value;
    const [domain] = health.domains;
    assert.deepEqual(
      [domain?.waiting, domain?.failed, domain?.block.state, domain?.sendingLimitReached],
      [5, undefined, 'unknown', 'yes'],
    );
    assert.deepEqual(untold(panel).slice(0, 2), [
      'how many messages were put off this hour',
      'how many messages failed this hour',
    ]);
    assert.equal(reasons?.kind, 'ok');
    assert.deepEqual(
      reasons.value.cause.findings.map(({ cause, words }) => [cause, words]),
      [['provider-trouble', 'possible']],
      'never "likely" from half of the records',
    );
    assert.ok(
      reasons.value.deliveries.records.every(
        ({ sender, text }) => sender === 'office@choir.example' && !text.includes('https'),
      ),
    );
    assert.deepEqual(mailcow.calls.toSorted(), ['domain/choir.example', 'logs/ratelimited/500', 'mailq/all']);
    await mailcow.stop();
    await panel.close();
  });
});
