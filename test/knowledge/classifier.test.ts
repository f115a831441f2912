import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Article } from '../../bot/knowledge/article.ts';
import type { Classifier } from '../../bot/knowledge/classifier/classifier.ts';
import { learnClassifier, openClassifier } from '../../bot/knowledge/classifier/open-classifier.ts';
import { atOnce } from '../../bot/knowledge/gently.ts';

const article = (slug: string, asks: string[]): Article => ({
  slug,
  topic: 'test',
  path: `test/${slug}.md`,
  title: slug,
  summary: `All about ${slug}.`,
  kind: 'article',
  audience: 'customer',
  language: 'en',
  asks,
  foreign: {},
  keywords: [],
  phrases: [],
  answers: [],
  related: [],
  reviewed: { date: '2026-11-27', by: 'test' },
  helpful: 0,
  examples: { must: [], mustNot: [] },
  body: '',
  sections: [],
});

const articles = [
  article('bread', ['how do i bake a loaf', 'my dough does not rise', 'the crust of the loaf is too hard']),
  article('bicycles', ['how do i mend a tyre', 'my chain does not run', 'the brakes of the bicycle squeal']),
  article('gardens', ['how do i prune roses', 'my lawn does not grow', 'the soil of the garden is too dry']),
];

const none = new Map<string, string>();
const likeliest = (classifier: Classifier, text: string, corrected = none) => {
  const scores = [...classifier(text, corrected).articles];
  return articles[scores.indexOf(Math.max(...scores))]?.slug;
};
const learn = () => {
  const classifier = atOnce(learnClassifier(articles));
  assert.ok(classifier);
  return classifier;
};

describe('the classifier', () => {
  it('tells articles apart by how they are asked for', () => {
    const classifier = learn();
    assert.equal(likeliest(classifier, 'why is my loaf so hard'), 'bread');
    assert.equal(likeliest(classifier, 'the chain of my bicycle'), 'bicycles');
    assert.equal(likeliest(classifier, 'dry soil, what now'), 'gardens');
  });

  it('learns nothing from words that all articles share', () => {
    const scores = learn()('how do i', none).articles;
    assert.ok(Math.max(...scores) < 0, `${[...scores]}`);
  });

  it('reads pieces of a misspelt word, and what the word means where that is known', () => {
    const classifier = learn();
    assert.equal(likeliest(classifier, 'bicyclle'), 'bicycles');
    assert.equal(likeliest(classifier, 'xyzzy', new Map([['xyzzy', 'loaf']])), 'bread');
  });

  it('hears whether an article answers a question or it is handed off', () => {
    const handOff: Article = {
      ...article('cars', ['sell me a car', 'what does a car cost']),
      kind: 'hand-off',
    };
    const classifier = atOnce(learnClassifier([...articles, handOff]));
    assert.ok(classifier);
    assert.ok(classifier('why is my loaf so hard', none).scope > 0);
    assert.ok(classifier('cost of a car', none).scope < 0);
  });

  it('learns the same from the same articles', () => {
    const text = 'the crust of my bicycle is dry';
    assert.deepEqual(learn()(text, none), learn()(text, none));
  });

  it('leaves a library alone that is too large to be learnt', () => {
    const many = Array.from({ length: 2000 }, (_, at) => article(`a${at}`, ['a', 'b']));
    assert.equal(atOnce(learnClassifier(many)), undefined);
  });
});

describe('what the classifier has learnt', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'classifier-'));
  });
  after(() => rm(folder, { recursive: true }));

  const kept = () => readdir(folder);
  const open = async (of: readonly Article[] = articles) => {
    const classifier = await openClassifier(of, folder);
    assert.ok(classifier);
    return classifier;
  };

  it('is kept for the next start and gives the same scores', async () => {
    const first = await open();
    const files = await kept();
    assert.equal(files.length, 1);
    const before = await readFile(join(folder, files[0] ?? ''));
    const second = await open();
    assert.deepEqual(second('my loaf', none), first('my loaf', none));
    assert.deepEqual(await readFile(join(folder, files[0] ?? '')), before);
  });

  it('is learnt anew from a damaged file', async () => {
    const [file = ''] = await kept();
    await writeFile(join(folder, file), 'no such thing');
    assert.equal(likeliest(await open(), 'why is my loaf so hard'), 'bread');
    assert.ok((await readFile(join(folder, file))).length > 100);
  });

  it('is learnt anew when an article changes, and the old one goes', async () => {
    const before = await kept();
    await open([...articles.slice(1), article('bread', ['where is the oven'])]);
    const now = await kept();
    assert.equal(now.length, 1);
    assert.notDeepEqual(now, before);
  });

  it('does without a folder that cannot be written', async () => {
    const [file = ''] = await kept();
    const classifier = await openClassifier(articles, join(folder, file));
    assert.ok(classifier);
    assert.equal(likeliest(classifier, 'why is my loaf so hard'), 'bread');
  });
});
