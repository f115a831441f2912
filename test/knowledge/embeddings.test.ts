import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fit } from '../../bot/desk/confidence.ts';
import { parseArticle } from '../../bot/knowledge/article.ts';
import { createEmbeddings } from '../../bot/knowledge/embeddings.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { createLibrary } from '../../bot/knowledge/library.ts';
import { createSearch } from '../../bot/knowledge/search.ts';
import { type EmbeddingsServer, startEmbeddingsServer } from '../servers/embeddings.ts';

const article = (slug: string, title: string) => {
  const source = `---\ntitle: ${title}\nsummary: All there is to know about ${title}.\nasks: [${title}]\nreviewed: { date: 2026-11-20, by: Ada }\n---\nText.\n`;
  const { article: parsed } = parseArticle(source, `x/${slug}.md`, houseFactsFrom({}));
  assert.ok(parsed);
  return parsed;
};
const library = createLibrary([article('animals', 'hounds'), article('vessels', 'boats')]);

describe('the semantic term', () => {
  let server: EmbeddingsServer;
  const errors: unknown[] = [];
  const open = (timeoutMs = 2000, key = 'k') =>
    createEmbeddings({ url: server.url, model: 'm', key, timeoutMs, onError: (error) => errors.push(error) });
  before(async () => {
    server = await startEmbeddingsServer('k', [
      ['hound', 'puppy'],
      ['boat', 'ferry'],
    ]);
  });
  after(() => server.close());

  it('finds an article that shares no word with the question', async () => {
    const embeddings = open();
    await embeddings.learn(library);
    const meaning = await embeddings.similarities('my puppy');
    assert.ok(meaning && (meaning.get('animals') ?? 0) > (meaning.get('vessels') ?? 1));
    const search = createSearch(library, fit.rank);
    assert.deepEqual(
      search.rank('my puppy').matches.flatMap((match) => match.shared),
      [],
    );
    assert.equal(search.rank('my puppy', { meaning }).matches[0]?.article.slug, 'animals');
  });

  it('embeds only what is new when the library changes', async () => {
    const embeddings = open();
    await embeddings.learn(library);
    const before = server.requests.length;
    await embeddings.learn(createLibrary([...library.articles, article('new', 'kites')]));
    assert.deepEqual(server.requests.slice(before).flat(), [
      'kites. All there is to know about kites.',
      'kites',
    ]);
  });

  for (const failure of ['http-500', 'html', 'hang', 'wrong-count'] as const) {
    it(`leaves the answer to the words when the endpoint fails (${failure})`, async () => {
      const embeddings = open(200);
      await embeddings.learn(library);
      errors.length = 0;
      server.fail(failure);
      assert.equal(await embeddings.similarities('my puppy'), undefined);
      assert.equal(errors.length, 1);
      server.fail(undefined);
    });
  }

  it('says which settings to check when the endpoint refuses', async () => {
    await assert.rejects(open(2000, 'wrong').learn(library), /EMBEDDINGS_KEY/);
  });
});
