import { readFileSync } from 'node:fs';
import type { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';

/** Which certificate a server must show. There is no way to accept any. */
export type TlsTrust =
  | { readonly kind: 'public' }
  | { readonly kind: 'ca-file'; readonly path: string }
  /** SHA-256 of the whole certificate, in hex with or without colons, as `openssl x509 -fingerprint -sha256` prints it. */
  | { readonly kind: 'pinned'; readonly sha256: string };

const wrongCertificate = 'HOSTDESK_WRONG_CERTIFICATE';

/** Throws when the CA file cannot be read or the fingerprint is none. */
export function createConnector(trust: TlsTrust, timeoutMs: number): buildConnector.connector {
  const always = { timeout: timeoutMs, maxCachedSessions: 0 };
  if (trust.kind === 'public') return buildConnector({ ...always, rejectUnauthorized: true });
  if (trust.kind === 'ca-file') {
    return buildConnector({ ...always, rejectUnauthorized: true, ca: readFileSync(trust.path, 'utf8') });
  }
  return pinnedConnector(fingerprintOf(trust.sha256), always);
}

/**
 * The fingerprint takes the place of the chain of signatures: it names one certificate exactly, and the handshake
 * proves that the server holds its key. Nothing is sent before the comparison.
 */
function pinnedConnector(pin: string, always: buildConnector.BuildOptions): buildConnector.connector {
  const connect = buildConnector({ ...always, rejectUnauthorized: false });
  return (options, callback) => {
    connect(options, (error, socket) => {
      if (error) return callback(error, null);
      const shown = (socket as TLSSocket).getPeerCertificate?.().fingerprint256;
      if (shown && shown.replaceAll(':', '').toLowerCase() === pin) return callback(null, socket);
      socket.destroy();
      const wrong = new Error(
        `the server shows the certificate ${shown ?? '(none)'}, which is not the pinned one`,
      );
      return callback(Object.assign(wrong, { code: wrongCertificate }), null);
    });
  };
}

export function fingerprintOf(text: string): string {
  const hex = text
    .replace(/^sha-?256(?: fingerprint)?[:=]/i, '')
    .replace(/[:\s]/g, '')
    .toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex))
    throw new Error('a pinned certificate is given by its SHA-256 fingerprint: 64 hex digits');
  return hex;
}

const tlsCode =
  /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|EPROTO$|HOSTNAME_MISMATCH)/;

/** What a connection error says about the certificate; `undefined` when it is about something else. */
export function tlsFaultOf(code: string): 'tls' | 'wrong-certificate' | undefined {
  if (code === wrongCertificate) return 'wrong-certificate';
  return tlsCode.test(code) ? 'tls' : undefined;
}
