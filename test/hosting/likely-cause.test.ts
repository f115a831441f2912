import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Delivery } from '../../bot/hosting/delivery.ts';
import { hourOf } from '../../bot/hosting/hour.ts';
import { likelyCause } from '../../bot/hosting/likely-cause.ts';
import { domain, hourStart, type Kind, kinds, madeRecords, user } from './made-records.ts';

const hour = hourOf(new Date(hourStart));
const covers = new Set(['delivered', 'deferred', 'failed'] as const);
const causeOf = (records: readonly Delivery[], counts?: { deferred: number; failed: number }) =>
  likelyCause({
    deliveries: { records, covers, cutOff: new Set() },
    counts,
    hour,
    account: { user, domains: new Set([domain]) },
  });

const rounds = 60;
const singles = kinds.flatMap((kind) =>
  Array.from({ length: rounds }, (_, round) => ({
    kind,
    found: causeOf(madeRecords([kind], `${kind} ${round}`)),
  })),
);

describe('the likely cause', () => {
  it('is told for made accidents of every kind, and the confusion table is shown', (test) => {
    const short = (name: string) => name.slice(0, 9).padStart(10);
    test.diagnostic(`made \\ told          ${kinds.map(short).join('')}   right`);
    let right = 0;
    for (const kind of kinds) {
      const told = singles.filter((each) => each.kind === kind).map(({ found }) => found.cause);
      const row = kinds.map((cause) => String(told.filter((each) => each === cause).length).padStart(10));
      const hits = told.filter((each) => each === kind).length;
      right += hits;
      test.diagnostic(`${kind.padEnd(20)} ${row.join('')}   ${Math.round((hits / rounds) * 100)} %`);
    }
    test.diagnostic(
      `right: ${right} of ${singles.length} (${((right / singles.length) * 100).toFixed(1)} %)`,
    );
    assert.ok(right / singles.length > 0.88);
  });

  it('is right whenever it says "likely", nearly', (test) => {
    const likely = singles.filter(({ found }) => found.findings[0]?.words === 'likely');
    const right = likely.filter(({ kind, found }) => found.cause === kind).length;
    const possible = singles.filter(({ found }) => found.findings[0]?.words === 'possible');
    const rightPossible = possible.filter(({ kind, found }) => found.cause === kind).length;
    test.diagnostic(
      `"likely": right ${right} of ${likely.length}; "possible": right ${rightPossible} of ${possible.length}`,
    );
    assert.ok(right / likely.length > 0.95);
  });

  it('speaks of a break-in only where there was one, nearly', (test) => {
    const isBreakIn = (kind: Kind) => kind === 'broken-in-script' || kind === 'stolen-password';
    const alarms = singles.filter(({ found }) => found.signsOfBreakIn);
    const wrong = alarms.filter(({ kind }) => !isBreakIn(kind));
    const missed = singles.filter(({ kind, found }) => isBreakIn(kind) && !found.signsOfBreakIn);
    test.diagnostic(
      `alarms ${alarms.length}, false ${wrong.length}, missed ${missed.length} of ${rounds * 2}`,
    );
    assert.ok(wrong.length <= alarms.length * 0.03);
    assert.ok(missed.length <= rounds * 2 * 0.15);
  });

  it('names one of the two causes of a mixture first, and often both', (test) => {
    const real = kinds.filter((kind) => kind !== 'nothing-decisive');
    const pairs = real.flatMap((one, index) => real.slice(index + 1).map((other) => [one, other] as const));
    const results = pairs.flatMap((pair) =>
      Array.from({ length: 10 }, (_, round) => ({
        pair,
        found: causeOf(madeRecords(pair, `${pair.join()} ${round}`)),
      })),
    );
    const first = results.filter(({ pair, found }) => pair.some((kind) => kind === found.cause)).length;
    const both = results.filter(({ pair, found }) =>
      pair.every((kind) => found.findings.some(({ cause }) => cause === kind)),
    ).length;
    const third = results.filter(({ pair, found }) =>
      found.findings.some(({ cause }) => !pair.some((kind) => kind === cause)),
    ).length;
    test.diagnostic(
      `${results.length} mixtures: one of the two first ${first}, both named ${both}, a third one named ${third}`,
    );
    assert.ok(first / results.length > 0.9);
    assert.ok(third / results.length < 0.1);
  });
});
