import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Accounts, AuditNote } from '../../bot/hosting/account-access.ts';
import type { AccountLink, Asker } from '../../bot/hosting/account-links.ts';
import { createAccounts } from '../../bot/hosting/accounts.ts';
import { sampleAccounts } from '../../bot/hosting/demo/sample-accounts.ts';
import { createWhmPanel, type WhmPanel } from '../../bot/hosting/panels/whm/whm.ts';
import { type LocalWhm, startWhmServer } from '../servers/whm/whm-server.ts';
import { createCapturedLog } from './captured-log.ts';

const soon = () => AbortSignal.timeout(20_000);
const anna: Asker = { platform: 'slack', workspace: 'T1', id: 'U1' };
const eve: Asker = { ...anna, id: 'U2' };
const staff = { ...anna, id: 'U9', staff: true };

function linkTo(asker: Asker, user: string, changes: Partial<AccountLink> = {}): AccountLink {
  const account = sampleAccounts.find((each) => each.user === user) ?? assert.fail();
  const identity = `${account.uid}:${account.startedAt}`;
  return {
    person: asker,
    account: { server: 'web1', user, owner: 'hostdesk' },
    identity,
    domain: account.domains[0],
    ...changes,
  };
}

describe('accounts', () => {
  let whm: LocalWhm;
  let panel: WhmPanel;
  before(async () => {
    whm = await startWhmServer();
    panel = createWhmPanel({
      servers: [whm.config()],
      log: createCapturedLog().log,
      limits: { keepMs: 0, keepFailureMs: 0 },
    });
  });
  after(async () => {
    await whm.stop();
    await panel.close();
  });

  /** The store hands out every link it has, as a broken one might. */
  const withLinks = (links: readonly AccountLink[]) => {
    const audit: AuditNote[] = [];
    const accounts: Accounts = createAccounts({
      panels: [panel],
      links: { of: async () => links },
      audit: async (entry) => {
        audit.push(entry);
      },
    });
    return { accounts, audit };
  };

  it('shows the owner of one account its numbers and reasons', async () => {
    const { accounts } = withLinks([linkTo(anna, 'gardens')]);
    const answer = await accounts.own(anna, undefined, 'reasons', soon());
    assert.equal(answer.kind, 'report');
    const { health, reasons, account } = answer.report;
    assert.equal(account.ref.user, 'gardens');
    assert.ok(health.domains.some(({ domain }) => domain === 'gardens.example'));
    assert.equal(reasons?.kind, 'ok');
  });

  it('asks which, where several are linked, and takes only one of these', async () => {
    const { accounts } = withLinks([linkTo(anna, 'gardens'), linkTo(anna, 'bakery'), linkTo(eve, 'hotel')]);
    const asked = await accounts.own(anna, undefined, 'counts', soon());
    assert.deepEqual(asked, {
      kind: 'choose',
      choices: [
        { id: 'web1/gardens', domain: 'gardens.example' },
        { id: 'web1/bakery', domain: 'bakery.example' },
      ],
    });
    const chosen = await accounts.own(anna, 'web1/bakery', 'counts', soon());
    assert.ok(chosen.kind === 'report' && chosen.report.account.ref.user === 'bakery');
  });

  describe('show somebody else nothing, not even that there is something', () => {
    const annas = linkTo(anna, 'gardens');
    const ways: readonly (readonly [string, Asker, string | undefined, readonly AccountLink[]])[] = [
      ['no link at all', eve, undefined, []],
      ['the store hands out another’s link', eve, undefined, [annas]],
      ['another’s link by its id', eve, 'web1/gardens', [annas]],
      ['an id that does not exist', eve, 'web1/nothing', [annas]],
      ['a domain in place of an id', eve, 'gardens.example', [annas]],
      ['a user name in place of an id', eve, 'gardens', [annas]],
      ['an empty choice', eve, '', [annas]],
      ['the same id in another workspace', { ...anna, workspace: 'T2' }, 'web1/gardens', [annas]],
      ['the same id on another platform', { ...anna, platform: 'discord' }, 'web1/gardens', [annas]],
    ];
    for (const [what, who, choice, links] of ways) {
      it(what, async () => {
        const { accounts } = withLinks(links);
        whm.calls.clear();
        assert.deepEqual(await accounts.own(who, choice, 'reasons', soon()), { kind: 'not-linked' });
        assert.equal(whm.calls.of().length, 0, 'the host is not even asked');
      });
    }
  });

  describe('void a link', () => {
    for (const [what, changes] of [
      ['when another uid bears the name', { identity: '9999:1700001002' }],
      ['when the account was made anew', { identity: '1002:1800000000' }],
      ['when the account is gone', { account: { server: 'web1', user: 'deleted' } }],
    ] as const) {
      it(what, async () => {
        const { accounts, audit } = withLinks([linkTo(anna, 'gardens', changes)]);
        assert.deepEqual(await accounts.own(anna, undefined, 'reasons', soon()), {
          kind: 'link-void',
          domain: 'gardens.example',
        });
        assert.match(audit[0]?.outcome ?? '', /^refused/);
      });
    }
  });

  it('says that the host did not answer, without calling the link void', async () => {
    const { accounts } = withLinks([linkTo(anna, 'gardens')]);
    whm.faults.add({ name: '*', kind: 'server-error', times: 10 });
    const answer = await accounts.own(anna, undefined, 'counts', soon());
    whm.faults.clear();
    assert.ok(answer.kind === 'unavailable' && answer.failure.kind === 'unreachable');
  });

  it('says the same of a server that is not set up any more', async () => {
    const { accounts } = withLinks([
      linkTo(anna, 'gardens', { account: { server: 'web9', user: 'gardens' } }),
    ]);
    const answer = await accounts.own(anna, undefined, 'counts', soon());
    assert.ok(answer.kind === 'unavailable' && answer.failure.fault === 'no-such-server');
  });

  it('takes no two panels with a server of the same name', () => {
    const parts = { links: { of: async () => [] }, audit: async () => undefined };
    assert.throws(() => createAccounts({ panels: [panel, panel], ...parts }), /same name/);
  });

  it('shows staff what they name, and writes down who, what, why and the outcome', async () => {
    const { accounts, audit } = withLinks([]);
    const answer = await accounts.showToStaff(
      staff,
      { name: 'seeds.example', why: 'ticket 7' },
      'counts',
      soon(),
    );
    assert.deepEqual(answer.kind === 'found' && answer.found.map(({ account }) => account.ref.user), [
      'gardens',
    ]);
    const [{ by, action, about, why, outcome } = assert.fail()] = audit;
    assert.deepEqual(
      [by.id, action, about, why, outcome],
      ['U9', 'account.show', 'seeds.example', 'ticket 7', 'web1/gardens'],
    );
  });

  it('writes down what staff did not find', async () => {
    const { accounts, audit } = withLinks([]);
    await accounts.showToStaff(staff, { name: 'nobody.example', why: '' }, 'counts', soon());
    assert.equal(audit[0]?.outcome, 'nothing found');
  });

  it('refuses who is not staff, and writes that down', async () => {
    const { accounts, audit } = withLinks([]);
    for (const look of [
      accounts.showToStaff({ ...eve, staff: false }, { name: 'gardens', why: 'curious' }, 'reasons', soon()),
      accounts.findForStaff({ ...eve, staff: false }, { name: 'gardens', why: '' }, soon()),
    ]) {
      assert.deepEqual(await look, { kind: 'not-staff' });
    }
    assert.deepEqual(
      audit.map(({ outcome }) => outcome),
      ['refused: not staff', 'refused: not staff'],
    );
  });

  it('shows nothing when the audit log cannot be written', async () => {
    const broken = createAccounts({
      panels: [panel],
      links: { of: async () => [] },
      audit: () => Promise.reject(new Error('disk full')),
    });
    await assert.rejects(
      broken.showToStaff(staff, { name: 'gardens', why: '' }, 'counts', soon()),
      /disk full/,
    );
  });

  it('finds where a code is to be mailed, and nothing that could be shown', async () => {
    const { accounts, audit } = withLinks([]);
    const found = await accounts.findForCode(eve, 'gardens.example', soon());
    assert.deepEqual([found?.email, found?.tie.identity], ['owner@gardens.example', '1002:1700001002']);
    assert.equal(await accounts.findForCode(eve, 'nobody.example', soon()), undefined);
    whm.faults.add({ name: '*', kind: 'server-error', times: 10 });
    assert.equal(await accounts.findForCode(eve, 'gardens.example', soon()), undefined);
    whm.faults.clear();
    assert.deepEqual(
      audit.map(({ action }) => action),
      ['account.code', 'account.code', 'account.code'],
    );
  });
});
