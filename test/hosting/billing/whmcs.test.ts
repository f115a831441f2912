import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { clientOfAccount } from '../../../bot/hosting/billing/client-of-account.ts';
import { activeProducts } from '../../../bot/hosting/billing/client-products.ts';
import { openTicket, type Ticket } from '../../../bot/hosting/billing/open-ticket.ts';
import { clientsOf, type SubjectKind } from '../../../bot/hosting/billing/signed-in-clients.ts';
import { createWhmcsApi, type WhmcsApi } from '../../../bot/hosting/billing/whmcs-api.ts';
import type { HostCall } from '../../../bot/hosting/host-call.ts';
import { createSecret } from '../../../bot/hosting/secret.ts';
import { type LocalWhmcs, startWhmcsServer } from '../../servers/whmcs/whmcs-server.ts';
import { servicePassword } from '../../servers/whmcs/whmcs-world.ts';
import { createCapturedLog } from '../captured-log.ts';

let whmcs: LocalWhmcs;
let api: WhmcsApi;
const { log, text: logged } = createCapturedLog();
const noted: HostCall[] = [];
const open = (secret = whmcs.credentials.secret) =>
  createWhmcsApi({
    config: {
      ...{ url: `${whmcs.url}/`, identifier: whmcs.credentials.identifier, secret: createSecret(secret) },
      trust: { kind: 'pinned', sha256: whmcs.certificate.sha256 },
    },
    ...{ log, note: (call: HostCall) => noted.push(call), limits: { timeoutMs: 1_000, retryMs: 5 } },
  });

before(async () => {
  whmcs = await startWhmcsServer();
  api = open();
});
after(async () => {
  await api.close();
  await whmcs.stop();
});
beforeEach(() => whmcs.spoil({}));

describe('products of a client of WHMCS', () => {
  it('are the active ones, with nothing of the rest, the password least of all', async () => {
    const client = whmcs.addClient('products@example.com');
    whmcs.sell(client, { username: 'shop', domain: 'Shop.Example', serverhostname: 'Server1.Example.com' });
    whmcs.sell(client, { username: 'old', domain: 'old.example', status: 'Cancelled' });
    const answer = await activeProducts(api, String(client.id));
    assert.ok(answer.kind === 'ok');
    assert.deepEqual(answer.value, [
      { username: 'shop', domain: 'shop.example', hosts: ['server1.example.com', '192.0.2.1'] },
    ]);
    assert.doesNotMatch(logged() + JSON.stringify(answer), new RegExp(servicePassword));
  });

  it('are none where there are none, or where the answer makes no sense', async () => {
    const client = whmcs.addClient('none@example.com');
    const none = await activeProducts(api, String(client.id));
    assert.deepEqual(none.kind === 'ok' && none.value, []);
    for (const products of ['', null, [], { product: 'x' }, { product: [null, 7, {}, { clientid: [] }] }]) {
      whmcs.spoil({ answer: (_, answer) => ({ ...answer, products }) });
      const found = await activeProducts(api, String(client.id));
      assert.deepEqual(found.kind === 'ok' && found.value, [], JSON.stringify(products));
    }
  });
});

describe('whom WHMCS has signed in', () => {
  const ids = async (subject: string, email: string | undefined, kind: SubjectKind, emailVerified = true) => {
    const answer = await clientsOf(api, { subject, email, emailVerified }, kind);
    assert.ok(answer.kind === 'ok');
    return answer.value;
  };

  it('is a client by its UUID, however many have the address', async () => {
    const [one, other] = [whmcs.addClient('both@example.com'), whmcs.addClient('Both@Example.com')];
    whmcs.addClient('both@example.com.evil.example');
    assert.deepEqual(await ids(other.uuid, 'both@example.com', 'client'), [String(other.id)]);
    assert.deepEqual(await ids(one.uuid, 'both@example.com', 'client'), [String(one.id)]);
    assert.deepEqual(await ids(one.uuid, 'somebody@example.com', 'client'), []);
    assert.deepEqual(await ids(one.uuid, undefined, 'client'), []);
  });

  it('is a client by its number where the address is the same', async () => {
    const client = whmcs.addClient('number@example.com');
    assert.deepEqual(await ids(String(client.id), 'number@example.com', 'client'), [String(client.id)]);
    assert.deepEqual(await ids(String(client.id), 'else@example.com', 'client'), []);
    assert.deepEqual(await ids(String(client.id + 1), 'number@example.com', 'client').catch(() => []), []);
  });

  it('is a user with the clients they own, not those they were let into', async () => {
    const [mine, also, theirs] = ['a', 'b', 'c'].map((name) => whmcs.addClient(`${name}@example.com`));
    assert.ok(mine && also && theirs);
    const user = whmcs.addUser('user@example.com', [mine, also], [theirs]);
    whmcs.addUser('user@example.community', [theirs]);
    const owned = [String(mine.id), String(also.id)];
    assert.deepEqual(await ids(user.uuid, 'user@example.com', 'user'), owned);
    assert.deepEqual(await ids(String(user.id), 'user@example.com', 'user'), owned);
    assert.deepEqual(await ids(String(user.id + 1), 'user@example.com', 'user'), []);
    assert.deepEqual(await ids(user.uuid, 'user@example.com', 'user', false), [], 'not verified');
  });

  it('is asked for by number alone, never by address', () => {
    const asked = whmcs.calls.filter(({ action }) => action === 'GetClientsDetails');
    assert.ok(asked.length > 0);
    for (const { form } of asked) assert.deepEqual(Object.keys(form).sort(), ['clientid', 'responsetype']);
  });
});

describe('who pays for an account', () => {
  const payer = async (user: string, domain: string) => {
    const answer = await clientOfAccount(api, { user, domain });
    assert.ok(answer.kind === 'ok');
    return answer.value;
  };

  it('is the one client to whom it was sold and is active', async () => {
    const [former, now] = [whmcs.addClient('former@example.com'), whmcs.addClient('now@example.com')];
    whmcs.sell(former, { username: 'sold', domain: 'sold.example', status: 'Terminated' });
    whmcs.sell(now, { username: 'sold', domain: 'sold.example' });
    assert.equal(await payer('sold', 'sold.example'), String(now.id));
    assert.equal(await payer('sold', 'other.example'), undefined);
    whmcs.sell(former, { username: 'sold', domain: 'sold.example' });
    assert.equal(await payer('sold', 'sold.example'), undefined);
  });

  it('is nobody where WHMCS does not know the filter and sends everybody’s products', async () => {
    const other = whmcs.addClient('other@example.com');
    whmcs.sell(other, { username: 'else', domain: 'else.example' });
    whmcs.spoil({ answer: (_, answer) => ({ ...answer, products: { product: other.products } }) });
    assert.equal(await payer('sold', 'sold.example'), undefined);
  });
});

describe('a ticket', () => {
  const ticket: Ticket = {
    ...{
      from: { clientId: '7' },
      department: 3,
      subject: 'Mail  is\nblocked',
      message: '**550** since 10:00',
    },
  };

  it('is opened for a client, and gives its number without the key that opens it', async () => {
    const answer = await openTicket(api, ticket);
    assert.deepEqual(answer.kind === 'ok' && answer.value, { number: '516757' });
    assert.deepEqual(whmcs.calls.at(-1)?.form, {
      ...{ clientid: '7', deptid: '3', priority: 'Medium', markdown: 'true', responsetype: 'json' },
      ...{ subject: 'Mail is blocked', message: '**550** since 10:00' },
    });
    assert.doesNotMatch(JSON.stringify(answer), /KPqH7yG3/);
  });

  it('is opened for somebody with a name and an address', async () => {
    const from = { name: 'Ann', email: 'ann@example.com' };
    assert.equal((await openTicket(api, { ...ticket, from, priority: 'High' })).kind, 'ok');
    const { name, email, clientid, priority } = whmcs.calls.at(-1)?.form ?? {};
    assert.deepEqual([name, email, clientid, priority], ['Ann', 'ann@example.com', undefined, 'High']);
  });

  it('is sent once, also where the answer is lost', async () => {
    const before = whmcs.calls.length;
    whmcs.spoil({ down: 'reset' });
    const answer = await openTicket(api, ticket);
    assert.equal(answer.kind, 'unreachable');
    assert.equal(noted.filter(({ outcome }) => outcome === 'connection' || outcome === 'cut-off').length, 1);
    assert.equal(whmcs.calls.length, before);
  });

  it('without a number in the answer is none', async () => {
    for (const tid of [undefined, '', '<b>', 'x'.repeat(50)]) {
      whmcs.spoil({ answer: (_, answer) => ({ ...answer, tid }) });
      assert.equal((await openTicket(api, ticket)).kind, 'malformed', String(tid));
    }
  });
});

describe('WHMCS that goes wrong', () => {
  const look = (through = api) => through.read('GetClients', { search: 'x' });
  const faultOf = async (through = api) => {
    const answer = await look(through);
    return answer.kind === 'ok' ? 'ok' : answer.fault;
  };

  it('says why, and each way is told apart', async () => {
    const told: Record<string, string> = {};
    const wrong = open('guessed');
    told['wrong credentials'] = await faultOf(wrong);
    await wrong.close();
    for (const [what, answer] of [
      ['no such command', { result: 'error', message: 'Command Not Found' }],
      ['an address that is not allowed', { result: 'error', message: 'Invalid IP 192.0.2.9' }],
      ['an error without a reason', { result: 'error' }],
      ['no answer of its API', { hello: 'world' }],
    ] as const) {
      whmcs.spoil({ answer: () => answer });
      told[what] = await faultOf();
    }
    for (const down of ['maintenance-page', 'http-500', 'reset'] as const) {
      whmcs.spoil({ down });
      told[down] = await faultOf();
    }
    assert.deepEqual(told, {
      ...{ 'wrong credentials': 'access-denied', 'no such command': 'call-failed' },
      ...{ 'an address that is not allowed': 'access-denied', 'an error without a reason': 'call-failed' },
      ...{ 'no answer of its API': 'not-json', 'maintenance-page': 'not-json' },
      ...{ 'http-500': 'server-error', reset: told.reset ?? '' },
    });
    assert.match(told.reset ?? '', /^(?:cut-off|connection)$/);
    assert.doesNotMatch(logged(), /guessed|the-secret-of-the-api/);
  });

  it('is left alone for a while when it refuses', async () => {
    const wrong = open('guessed');
    const before = whmcs.calls.length;
    assert.deepEqual([await faultOf(wrong), await faultOf(wrong)], ['access-denied', 'refused-earlier']);
    assert.equal(whmcs.calls.length, before + 1);
    await wrong.close();
  });
});
