import { z } from 'zod';
import type { Article } from './article.ts';
import { waysOfAsking } from './article-fields.ts';
import type { Library } from './library.ts';

/** The optional semantic term: similarity of a question to each article, by an endpoint of the operator's choice. */
export interface Embeddings {
  /** Embeds what is new in the library. Rejects when the endpoint fails; what was embedded stays. */
  learn(library: Library, signal?: AbortSignal): Promise<void>;
  /** Cosine by slug, 0 to 1; `undefined` when the endpoint does not answer in time or nothing is learnt. */
  similarities(text: string): Promise<ReadonlyMap<string, number> | undefined>;
}

export interface EmbeddingsParts {
  /** Base address that speaks OpenAI's embeddings API, for example `http://127.0.0.1:11434/v1`. */
  readonly url: string;
  readonly model: string;
  readonly key: string | undefined;
  readonly timeoutMs: number;
  onError(error: unknown): void;
}

/** Response of `POST /embeddings` (OpenAI API reference, "Create embeddings"). */
const response = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1) })),
});

const textsAtOnce = 64;
const asksTogether = 4;
const longestText = 2000;

export function createEmbeddings({ url, model, key, timeoutMs, onError }: EmbeddingsParts): Embeddings {
  const endpoint = `${url.replace(/\/$/, '')}/embeddings`;
  let vectors = new Map<string, Float32Array>();
  let articles: { slug: string; texts: readonly string[] }[] = [];

  const embed = async (input: readonly string[], signal: AbortSignal): Promise<Float32Array[]> => {
    const headers = {
      'content-type': 'application/json',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
    };
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers,
      body: JSON.stringify({ model, input }),
      signal,
      redirect: 'error',
    });
    if (!answer.ok)
      throw new Error(
        `The embeddings endpoint answered ${answer.status}: check EMBEDDINGS_URL, EMBEDDINGS_MODEL and EMBEDDINGS_KEY`,
      );
    const { data } = response.parse(await answer.json());
    const inOrder = [...data].sort((a, b) => a.index - b.index);
    if (inOrder.length !== input.length)
      throw new Error('The embeddings endpoint answered with another number of vectors than texts');
    return inOrder.map(({ embedding }) => unit(embedding));
  };

  return {
    async learn(library, signal = AbortSignal.timeout(10 * 60_000)) {
      const next = library.articles.map((article) => ({ slug: article.slug, texts: textsOf(article) }));
      const kept = new Map<string, Float32Array>();
      const missing: string[] = [];
      for (const text of new Set(next.flatMap(({ texts }) => texts))) {
        const known = vectors.get(text);
        if (known) kept.set(text, known);
        else missing.push(text);
      }
      for (let at = 0; at < missing.length; at += textsAtOnce) {
        const batch = missing.slice(at, at + textsAtOnce);
        const embedded = await embed(batch, signal);
        batch.forEach((text, index) => {
          kept.set(text, embedded[index] as Float32Array);
        });
      }
      vectors = kept;
      articles = next;
    },
    async similarities(text) {
      if (articles.length === 0) return undefined;
      try {
        const [asked] = await embed([text.slice(0, longestText)], AbortSignal.timeout(timeoutMs));
        if (!asked) return undefined;
        return new Map(
          articles.map(({ slug, texts }) => [
            slug,
            Math.max(0, ...texts.map((one) => cosine(asked, vectors.get(one)))),
          ]),
        );
      } catch (error) {
        onError(error);
        return undefined;
      }
    },
  };
}

/** Title with summary, and the ways of asking a few at a time: single short asks are embedded poorly. */
function textsOf(article: Article): string[] {
  const texts = [`${article.title}. ${article.summary}`];
  const asks = waysOfAsking(article).slice(1);
  for (let at = 0; at < asks.length; at += asksTogether)
    texts.push(asks.slice(at, at + asksTogether).join('. '));
  return texts;
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}

function cosine(a: Float32Array, b: Float32Array | undefined): number {
  if (!b || a.length !== b.length) return 0;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
