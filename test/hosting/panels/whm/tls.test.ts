import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createSelfSigned } from '../../../../bot/hosting/demo/self-signed.ts';
import type { TlsTrust } from '../../../../bot/hosting/http/tls-trust.ts';
import { createWhmPanel } from '../../../../bot/hosting/panels/whm/whm.ts';
import { type LocalWhm, startWhmServer } from '../../../servers/whm/whm-server.ts';
import { createCapturedLog } from '../../captured-log.ts';

const { log } = createCapturedLog();
const folder = mkdtempSync(join(tmpdir(), 'hostdesk-'));
const inFile = (name: string, pem: string): TlsTrust => {
  writeFileSync(join(folder, name), pem);
  return { kind: 'ca-file', path: join(folder, name) };
};

describe('the certificate of a WHM server', () => {
  let whm: LocalWhm;
  const other = createSelfSigned(['localhost', '127.0.0.1']);
  before(async () => {
    whm = await startWhmServer();
  });
  after(() => whm.stop());

  const ask = async (server: LocalWhm, trust: TlsTrust) => {
    const panel = createWhmPanel({ servers: [server.config({ trust })], log });
    server.calls.clear();
    const answer = await panel.account({ server: 'web1', user: 'bakery' }, AbortSignal.timeout(5_000));
    await panel.close();
    return { said: answer.kind === 'ok' ? 'ok' : answer.fault, calls: server.calls.of().length };
  };

  it('is refused when nobody known signed it', async () => {
    assert.deepEqual(await ask(whm, { kind: 'public' }), { said: 'tls', calls: 0 });
  });

  it('is refused even where the environment turns verification off', async () => {
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    try {
      assert.deepEqual(await ask(whm, { kind: 'public' }), { said: 'tls', calls: 0 });
    } finally {
      delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    }
  });

  it('is accepted when the CA file holds it', async () => {
    assert.equal((await ask(whm, inFile('own.pem', whm.certificate.cert))).said, 'ok');
  });

  it('is refused when the CA file holds another', async () => {
    assert.deepEqual(await ask(whm, inFile('other.pem', other.cert)), { said: 'tls', calls: 0 });
  });

  it('is accepted by its fingerprint, however that is written', async () => {
    const pin = whm.certificate.sha256;
    for (const sha256 of [pin, pin.replaceAll(':', ''), pin.toLowerCase(), `SHA256 Fingerprint=${pin}`]) {
      assert.equal((await ask(whm, { kind: 'pinned', sha256 })).said, 'ok', sha256);
    }
  });

  it('is refused by another fingerprint, before anything is sent', async () => {
    assert.deepEqual(await ask(whm, { kind: 'pinned', sha256: other.sha256 }), {
      said: 'wrong-certificate',
      calls: 0,
    });
  });

  it('is refused for another name, and when it has run out', async () => {
    for (const certificate of [
      createSelfSigned(['elsewhere.example']),
      createSelfSigned(['127.0.0.1'], -1),
    ]) {
      const server = await startWhmServer({ certificate });
      assert.deepEqual(await ask(server, inFile('bad.pem', certificate.cert)), { said: 'tls', calls: 0 });
      await server.stop();
    }
  });

  it('is not asked for over http, nor with a password in the address', async () => {
    const plain = await startWhmServer({ protocol: 'http' });
    assert.throws(() => createWhmPanel({ servers: [plain.config()], log }), /https:/);
    assert.throws(
      () => createWhmPanel({ servers: [whm.config({ url: 'https://root:pw@127.0.0.1:2087' })], log }),
      /password/,
    );
    assert.throws(
      () => createWhmPanel({ servers: [whm.config({ url: 'https://127.0.0.1:2087/cpsess1/' })], log }),
      /path/,
    );
    assert.throws(
      () => createWhmPanel({ servers: [whm.config({ trust: { kind: 'pinned', sha256: 'abc' } })], log }),
      /64 hex/,
    );
    assert.equal(plain.calls.of().length, 0);
    await plain.stop();
  });

  it('that speaks no TLS at all is told apart from one that is down', async () => {
    const plain = await startWhmServer({ protocol: 'http' });
    const trust: TlsTrust = { kind: 'public' };
    const said = async (url: string) => {
      const panel = createWhmPanel({ servers: [whm.config({ url, trust })], log, limits: { retryMs: 5 } });
      const answer = await panel.account({ server: 'web1', user: 'bakery' }, AbortSignal.timeout(5_000));
      await panel.close();
      return answer.kind === 'ok' ? 'ok' : answer.fault;
    };
    assert.equal(await said(plain.url.replace('http:', 'https:')), 'tls');
    const { url } = plain;
    await plain.stop();
    assert.equal(await said(url.replace('http:', 'https:')), 'connection');
  });
});
