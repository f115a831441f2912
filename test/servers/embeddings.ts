import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingsServer {
  readonly url: string;
  /** Texts of each request, in order. */
  readonly requests: string[][];
  /** What the next requests answer instead. */
  fail(how: 'http-500' | 'html' | 'hang' | 'wrong-count' | undefined): void;
  close(): Promise<void>;
}

/** Speaks `POST /v1/embeddings`; a text's vector counts the meanings given by `concepts`, so that tests know what is near. */
export async function startEmbeddingsServer(
  key: string,
  concepts: readonly (readonly string[])[],
): Promise<EmbeddingsServer> {
  const requests: string[][] = [];
  let failure: Parameters<EmbeddingsServer['fail']>[0];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', (): unknown => {
      if (failure === 'hang') return undefined;
      if (request.headers.authorization !== `Bearer ${key}`) return response.writeHead(401).end();
      if (failure === 'http-500') return response.writeHead(500).end();
      if (failure === 'html') return response.writeHead(200, { 'content-type': 'text/html' }).end('<html>');
      const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: string[] };
      requests.push(input);
      const data = input.map((text, index) => ({ index, embedding: vectorOf(text, concepts) }));
      if (failure === 'wrong-count') data.pop();
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ object: 'list', data: data.reverse() }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    fail(how) {
      failure = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function vectorOf(text: string, concepts: readonly (readonly string[])[]): number[] {
  const lower = text.toLowerCase();
  return [0.1, ...concepts.map((words) => words.filter((word) => lower.includes(word)).length)];
}
