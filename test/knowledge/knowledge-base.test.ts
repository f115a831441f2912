import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fit } from '../../bot/desk/confidence.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { type KnowledgeBase, openKnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';

const article = (title: string) => `---
title: ${title}
summary: A sentence that says enough about the topic.
asks: [how does ${title} work]
reviewed: { date: 2026-11-20, by: Ada }
---
What it is.
`;

describe('the knowledge base in service', () => {
  let folder: string;
  let stop = () => {};
  const save = (path: string, text: string) => writeFile(join(folder, path), text);
  const open = () => openKnowledgeBase({ folder, facts: houseFactsFrom({}), weights: fit.rank });
  const nextReload = (base: KnowledgeBase) =>
    new Promise<void>((resolve, reject) => {
      stop = base.watch(() => resolve(), reject);
    });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kb-'));
    await mkdir(join(folder, 'email'));
    await save('email/one.md', article('Teapots'));
    await save('README.md', 'no article');
  });
  afterEach(async () => {
    stop();
    await rm(folder, { recursive: true });
  });

  it('picks up a saved file while it runs', async () => {
    const base = await open();
    const reloaded = nextReload(base);
    await save('email/two.md', article('Kettles'));
    await reloaded;
    assert.deepEqual(
      base.library.articles.map(({ slug }) => slug),
      ['one', 'two'],
    );
    assert.equal(base.search.rank('kettles').matches[0]?.article.slug, 'two');
  });

  it('keeps the last good version of a broken file and says what is wrong', async () => {
    const base = await open();
    await save('email/one.md', '---\ntitle: [broken\n---\nx');
    await base.reload();
    assert.equal(base.library.get('one')?.title, 'Teapots');
    assert.match(base.problems[0]?.message ?? '', /YAML/);
  });

  it('drops an article whose file was deleted', async () => {
    const base = await open();
    await rm(join(folder, 'email/one.md'));
    await base.reload();
    assert.equal(base.library.get('one'), undefined);
  });

  it('reads only what has changed', async () => {
    await save('email/two.md', article('Kettles'));
    const base = await open();
    const [one, two] = base.library.articles;
    await save('email/two.md', article('Pots'));
    await base.reload();
    assert.equal(base.library.get('one'), one);
    assert.notEqual(base.library.get('two'), two);
    assert.equal(base.search.rank('pots').matches[0]?.article.slug, 'two');
    assert.ok(base.search.rank('kettles').matches.every(({ shared }) => shared.length === 0));
  });

  it('follows links to folders, leaves out what is hidden, and tells of what lies too deep', async () => {
    await mkdir(join(folder, '.git/refs'), { recursive: true });
    await mkdir(join(folder, 'web/more'), { recursive: true });
    await save('.git/refs/three.md', 'no article');
    await save('web/README.md', 'no article');
    await save('web/two.md', article('Kettles'));
    await save('web/more/four.md', article('Pots'));
    await symlink(join(folder, 'web'), join(folder, 'linked'));
    await symlink(folder, join(folder, 'linked/round'));
    await symlink(join(folder, 'nowhere'), join(folder, 'email/lost'));
    const base = await open();
    assert.deepEqual(
      base.library.articles.map(({ path }) => path),
      ['email/one.md', 'linked/two.md'],
    );
    const messages = base.problems.map(({ path, message }) => `${path} ${message}`).join('\n');
    assert.match(messages, /^web\/two\.md has the same slug as linked\/two\.md/m);
    assert.match(messages, /^web\/more\/four\.md must lie at TOPIC\/SLUG\.md/m);
  });

  it('reports two files with one slug and serves the first', async () => {
    await mkdir(join(folder, 'web'));
    await save('web/one.md', article('Other'));
    const base = await open();
    assert.equal(base.library.get('one')?.title, 'Teapots');
    assert.match(base.problems[0]?.message ?? '', /same slug/);
  });

  it('says which setting to put right when the folder is missing', async () => {
    const missing = openKnowledgeBase({
      folder: join(folder, 'none'),
      facts: houseFactsFrom({}),
      weights: fit.rank,
    });
    await assert.rejects(missing, /set KB_DIR/);
  });
});
