import { generateKeyPairSync, randomBytes, sign, X509Certificate } from 'node:crypto';
import { isIPv4 } from 'node:net';

export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
  /** SHA-256 of the certificate, as a pin wants it. */
  readonly sha256: string;
}

/** A certificate that signs itself, for a server on the loopback. Node can read certificates but not make them. */
export function createSelfSigned(hosts: readonly string[], days = 30): SelfSigned {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signature = sequence(oid(ecdsaWithSha256));
  const name = sequence(
    tagged(0x31, sequence(oid(commonName), tagged(0x0c, Buffer.from(hosts[0] ?? 'localhost')))),
  );
  const now = Date.now();
  const validity = sequence(utcTime(new Date(now - 60_000)), utcTime(new Date(now + days * 86_400_000)));
  const altNames = sequence(
    ...hosts.map((host) =>
      isIPv4(host) ? tagged(0x87, Buffer.from(host.split('.').map(Number))) : tagged(0x82, Buffer.from(host)),
    ),
  );
  const isCa = sequence(tagged(0x01, Buffer.from([0xff])));
  const extensions = sequence(
    sequence(oid(subjectAltName), tagged(0x04, altNames)),
    sequence(oid(basicConstraints), tagged(0x01, Buffer.from([0xff])), tagged(0x04, isCa)),
  );
  const toSign = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    ...[integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])), signature, name, validity, name],
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, extensions),
  );
  const seal = tagged(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', toSign, privateKey)]));
  const certificate = new X509Certificate(sequence(toSign, signature, seal));
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return { key: String(key), cert: certificate.toString(), sha256: certificate.fingerprint256 };
}

/** Object identifiers, in DER: RFC 5758, X.520, RFC 5280. */
const ecdsaWithSha256 = '2a8648ce3d040302';
const commonName = '550403';
const subjectAltName = '551d11';
const basicConstraints = '551d13';

function tagged(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts: readonly Buffer[]) => tagged(0x30, Buffer.concat(parts));
const integer = (bytes: Buffer) => tagged(0x02, bytes);
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));
const utcTime = (at: Date) =>
  tagged(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
