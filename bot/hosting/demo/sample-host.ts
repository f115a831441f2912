import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TlsTrust } from '../http/tls-trust.ts';
import { createSelfSigned } from './self-signed.ts';

export interface SampleHost {
  readonly url: string;
  readonly trust: TlsTrust;
  stop(): Promise<void>;
}

/** A pretended server on this machine; with a certificate of its own, pinned: the demonstration takes the road of the real thing. */
export async function startSampleHost(listener: RequestListener): Promise<SampleHost> {
  const { key, cert, sha256 } = createSelfSigned(['localhost', '127.0.0.1']);
  const server = createServer({ key, cert }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A terminal that ends must not be kept alive by the pretended host.
  server.unref();
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    trust: { kind: 'pinned', sha256 },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
