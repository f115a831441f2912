import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LastAnswer } from '../../bot/hosting/host-call.ts';
import type { Problem } from '../../bot/knowledge/article.ts';
import type { MemoryState } from '../../bot/memory/resilient/resilient.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { type Health, type HealthParts, healthOf } from '../../bot/web/health.ts';
import { createWebApp } from '../../bot/web/web-app.ts';
import { createCapturedLog } from '../hosting/captured-log.ts';

const well: MemoryState = {
  ...{ reading: true, writing: true, since: undefined, outage: undefined, notRemembered: {} },
};
const full: MemoryState = {
  ...{ reading: true, writing: false, since: Date.parse('2026-11-20T14:00:00Z') },
  outage: { kind: 'full', sentence: 'The disk of the database is full: free space on it' },
  notRemembered: { 'votes.cast': 3 },
};
const broken: Problem = { path: 'email/imap.md', line: 4, message: 'asks: needs twelve' };
const at = new Date('2026-11-20T14:00:00Z');
const answered: LastAnswer = { server: 'web1', outcome: 'timeout', at, since: at };

function open(changes: Partial<HealthParts> = {}, publicUrl?: string) {
  const parts: HealthParts = {
    version: '1.2.3',
    platforms: [{ name: 'slack', connected: () => true }],
    memory: () => well,
    knowledge: { library: { articles: { length: 51 } }, problems: [] },
    hosts: () => [],
    ...changes,
  };
  const metrics = createMetrics();
  const { log } = createCapturedLog();
  const app = createWebApp({ health: () => healthOf(parts), metrics, publicUrl, log });
  return { metrics, app };
}

describe('/healthz', () => {
  const ask = async (changes: Partial<HealthParts>) => {
    const response = await open(changes).app.request('/healthz');
    return { code: response.status, health: (await response.json()) as Health };
  };

  it('is well while questions arrive, everything is remembered and no article is broken', async () => {
    const { code, health } = await ask({});
    assert.equal(code, 200);
    assert.deepEqual(health, {
      ...{ status: 'ok', version: '1.2.3', platforms: { slack: 'connected' } },
      memory: { reading: true, writing: true, notRemembered: {} },
      ...{ knowledge: { articles: 51, broken: [] }, hosts: {} },
    });
  });

  it('is down, with 503, as soon as one chat is not connected or there is no article', async () => {
    const discord = { name: 'discord', connected: () => false };
    const { code, health } = await ask({ platforms: [{ name: 'slack', connected: () => true }, discord] });
    assert.deepEqual([code, health.status], [503, 'down']);
    assert.deepEqual(health.platforms, { slack: 'connected', discord: 'not connected' });
    const none = { library: { articles: { length: 0 } }, problems: [] };
    assert.equal((await ask({ knowledge: none })).code, 503);
  });

  it('answers on, and says what is not remembered and since when, while the memory is away', async () => {
    const { code, health } = await ask({ memory: () => full });
    assert.deepEqual([code, health.status], [200, 'degraded']);
    assert.deepEqual(health.memory, {
      ...{ reading: true, writing: false, notRemembered: { 'votes.cast': 3 } },
      trouble: 'The disk of the database is full: free space on it',
      since: '2026-11-20T14:00:00.000Z',
    });
  });

  it('names broken articles and the last answer of each host', async () => {
    const knowledge = { library: { articles: { length: 50 } }, problems: [broken] };
    const { code, health } = await ask({ knowledge, hosts: () => [answered] });
    assert.deepEqual([code, health.status], [200, 'degraded']);
    assert.deepEqual(health.knowledge.broken, [broken]);
    assert.equal((await ask({ hosts: () => [answered] })).health.status, 'degraded');
    assert.equal((await ask({ hosts: () => [{ ...answered, outcome: 'ok' }] })).health.status, 'ok');
    const time = '2026-11-20T14:00:00.000Z';
    assert.deepEqual(health.hosts, { web1: { lastAnswer: 'timeout', at: time, since: time } });
  });
});

describe('what the outside world gets', () => {
  const url = 'https://desk.example.com';
  const outside: Record<string, Record<string, string>> = {
    'through a proxy': { 'x-forwarded-for': '203.0.113.9' },
    'through a proxy of the newer kind': { forwarded: 'for=203.0.113.9' },
    'under our public name': { host: 'desk.example.com' },
  };
  for (const [how, headers] of Object.entries(outside))
    it(`is the bare state and no metrics, ${how}`, async () => {
      const { app } = open({ memory: () => full }, url);
      const health = await app.request('/healthz', { headers });
      assert.deepEqual(await health.json(), { status: 'degraded' });
      assert.equal((await app.request('/metrics', { headers })).status, 404);
    });

  it('is never kept by a cache', async () => {
    const { app } = open();
    for (const path of ['/healthz', '/metrics', '/nothing'])
      assert.equal((await app.request(path)).headers.get('cache-control'), 'no-store');
  });
});

describe('/metrics', () => {
  it('counts questions, answers, votes, hand-offs, hosts, outages and limits', async () => {
    const { app, metrics } = open();
    metrics.answered('slack', 'answer', 0.02);
    metrics.answered('slack', 'silent', 0.001);
    metrics.voted('discord', false);
    metrics.handedOver('slack');
    metrics.hostCalled('web1', 'timeout', 10);
    metrics.memoryChanged('full');
    metrics.memoryChanged('away');
    metrics.notRemembered('votes.cast');
    metrics.rateLimited('person');
    const response = await app.request('/metrics');
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    for (const line of [
      'hostdesk_questions_total{platform="slack",decision="answer"} 1',
      'hostdesk_questions_total{platform="slack",decision="silent"} 1',
      'hostdesk_answer_seconds_count{platform="slack"} 1',
      'hostdesk_votes_total{platform="discord",helped="false"} 1',
      'hostdesk_hand_offs_total{platform="slack"} 1',
      'hostdesk_host_calls_total{server="web1",outcome="timeout"} 1',
      'hostdesk_memory_outages_total{kind="full"} 1',
      'hostdesk_memory_writable 0',
      'hostdesk_not_remembered_total{what="votes.cast"} 1',
      'hostdesk_rate_limited_total{by="person"} 1',
    ])
      assert.ok(text.includes(`${line}\n`), line);
    assert.doesNotMatch(text, /kind="away"/);
    assert.match(text, /^nodejs_eventloop_lag_p99_seconds /m);
    metrics.memoryChanged(undefined);
    assert.match(await (await app.request('/metrics')).text(), /^hostdesk_memory_writable 1$/m);
  });

  it('keeps the counters of two products in one process apart', async () => {
    const [one, other] = [open(), open()];
    one.metrics.handedOver('slack');
    assert.doesNotMatch(await other.metrics.text(), /hand_offs_total\{/);
  });
});
