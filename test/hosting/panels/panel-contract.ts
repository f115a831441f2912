import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DomainHealth } from '../../../bot/hosting/mail-health.ts';
import {
  type Account,
  type AccountRef,
  type MailFact,
  mailFacts,
  type Panel,
  untold,
} from '../../../bot/hosting/panel.ts';

/** A panel with a host behind it that can be made to fail. */
export interface PanelUnderTest {
  /** A new one, so that nothing is remembered. */
  readonly panel: () => Panel;
  /** An account that sends and has trouble. */
  readonly known: { readonly ref: AccountRef; readonly domain: string };
  readonly unknown: { readonly ref: AccountRef; readonly domain: string };
  readonly secrets: readonly string[];
  readonly logText: () => string;
  readonly fail: (how: 'refuse' | 'page' | 'hang' | 'reset') => void;
  readonly heal: () => void;
  readonly stop: () => Promise<void>;
}

const soon = () => AbortSignal.timeout(20_000);

const told: Readonly<Record<MailFact, (health: DomainHealth, account: Account) => unknown>> = {
  deferred: ({ deferred }) => deferred,
  failed: ({ failed }) => failed,
  delivered: ({ delivered }) => delivered,
  block: ({ block }) => (block.state === 'unknown' ? undefined : block.state),
  'sending-limit': ({ limits }) => (limits.sendingPerHour === 'unknown' ? undefined : limits.sendingPerHour),
  'sending-limit-reached': ({ sendingLimitReached }) =>
    sendingLimitReached === 'unknown' ? undefined : sendingLimitReached,
  'outgoing-state': (_, { outgoing }) => (outgoing === 'unknown' ? undefined : outgoing),
  waiting: ({ waiting }) => waiting,
  deliveries: () => undefined,
};

/** What every panel must hold to. */
export function panelContract(name: string, start: () => Promise<PanelUnderTest>): void {
  describe(`the panel ${name}`, () => {
    let under: PanelUnderTest;
    before(async () => {
      under = await start();
    });
    after(() => under.stop());

    const accountOf = async (panel: Panel): Promise<Account> => {
      const answer = await panel.account(under.known.ref, soon());
      assert.equal(answer.kind, 'ok');
      return answer.value;
    };

    it('finds an account by its reference and says whose it is', async () => {
      const account = await accountOf(under.panel());
      assert.equal(account.domain, under.known.domain);
      assert.equal(account.ref.user, under.known.ref.user);
      assert.ok(account.identity);
    });

    it('finds the same account by its domain', async () => {
      const { accounts, failures } = await under.panel().find(under.known.domain, soon());
      assert.deepEqual([accounts.map(({ ref }) => ref.user), failures], [[under.known.ref.user], []]);
    });

    it('says that an account does not exist, without calling the server broken', async () => {
      const answer = await under.panel().account(under.unknown.ref, soon());
      assert.equal(answer.kind, 'not-found');
      assert.deepEqual(await under.panel().find(under.unknown.domain, soon()), {
        accounts: [],
        failures: [],
      });
    });

    it('does not know a server that is not set up', async () => {
      const answer = await under.panel().account({ ...under.known.ref, server: 'nowhere' }, soon());
      assert.equal(answer.kind, 'refused');
    });

    it('finds nothing under names that are none', async () => {
      const panel = under.panel();
      for (const hostile of [
        '',
        '*',
        '.*',
        'a b.example',
        '../../etc',
        '<script>',
        'x'.repeat(400),
        '\u202Eexample.com',
        "';--",
      ]) {
        assert.deepEqual((await panel.find(hostile, soon())).accounts, [], hostile);
        assert.notEqual(
          (await panel.account({ ...under.known.ref, user: hostile }, soon())).kind,
          'ok',
          hostile,
        );
      }
    });

    it('tells every fact that it says it gives, and no other', async () => {
      const panel = under.panel();
      const account = await accountOf(panel);
      const health = await panel.mailHealth(account, soon());
      assert.equal(health.kind, 'ok');
      for (const domain of health.value.domains) {
        for (const fact of Object.keys(mailFacts) as MailFact[]) {
          if (fact === 'deliveries') continue;
          const says = told[fact](domain, account);
          assert.equal(says !== undefined, panel.gives.has(fact), `${fact}: ${String(says)}`);
        }
      }
      assert.equal(untold(panel).length, Object.keys(mailFacts).length - panel.gives.size);
    });

    it('says for which hour of the clock it speaks', async () => {
      const panel = under.panel();
      const answer = await panel.mailHealth(await accountOf(panel), soon());
      assert.equal(answer.kind, 'ok');
      const { hour, readAt } = answer.value;
      assert.equal(hour.turns.getTime() - hour.start.getTime(), 3_600_000);
      assert.equal(hour.start.getTime() % 3_600_000, 0);
      assert.ok(readAt >= hour.start && readAt < hour.turns);
    });

    it('gives deliveries exactly if it says so, within the time asked for, in harmless words', async () => {
      const panel = under.panel();
      assert.equal(panel.deliveries !== undefined, panel.gives.has('deliveries'));
      const to = new Date();
      const range = { from: new Date(to.getTime() - 86_400_000), to };
      const answer = await panel.deliveries?.(await accountOf(panel), range, soon());
      if (!answer) return;
      assert.equal(answer.kind, 'ok');
      assert.ok(answer.value.records.length > 0);
      for (const { at, text, outcome } of answer.value.records) {
        assert.ok(at >= range.from && at <= range.to);
        assert.ok(answer.value.covers.has(outcome));
        assert.doesNotMatch(text, /https?:|[<>`*[\]|~]|[\u0000-\u001f]/);
      }
    });

    for (const [how, kind] of [
      ['refuse', 'refused'],
      ['page', 'malformed'],
      ['hang', 'unreachable'],
      ['reset', 'unreachable'],
    ] as const) {
      it(`answers "${kind}" when the host does this: ${how}`, async () => {
        const panel = under.panel();
        under.fail(how);
        try {
          const answer = await panel.account(under.known.ref, soon());
          assert.equal(answer.kind, kind);
          assert.deepEqual(
            [answer.server, answer.since instanceof Date, answer.error !== ''],
            [under.known.ref.server, true, true],
          );
          const { accounts, failures } = await panel.find(under.known.domain, soon());
          assert.deepEqual([accounts.length, failures.length], [0, 1]);
        } finally {
          under.heal();
        }
      });
    }

    it('says of what it read before when a server stopped answering, and since when', async () => {
      const panel = under.panel();
      const account = await accountOf(panel);
      under.fail('reset');
      const first = await panel.mailHealth(account, soon());
      under.heal();
      assert.ok(
        first.kind === 'unreachable' && first.lastAnswered !== undefined && first.since >= first.lastAnswered,
      );
    });

    it('gives up when the asker does', async () => {
      const panel = under.panel();
      under.fail('hang');
      const began = performance.now();
      const answer = await panel.account(under.known.ref, AbortSignal.timeout(50));
      under.heal();
      assert.equal(answer.kind, 'unreachable');
      assert.ok(performance.now() - began < 1_000);
    });

    it('checks its servers in words', async () => {
      const lines = await under.panel().check(soon());
      assert.ok(lines.length > 0);
      for (const { server, text } of lines) assert.ok(server === under.known.ref.server && text.length > 0);
    });

    it('never shows a secret, in an answer or in the log', async () => {
      const panel = under.panel();
      const answers: unknown[] = [await panel.account(under.known.ref, soon()), await panel.check(soon())];
      for (const secret of under.secrets) {
        assert.ok(!JSON.stringify(answers).includes(secret));
        assert.ok(!under.logText().includes(secret));
      }
      assert.ok(under.logText().length > 0);
    });
  });
}
