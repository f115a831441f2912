import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { checkDrafts } from '../../bot/desk/check-drafts.ts';
import { fit } from '../../bot/desk/confidence.ts';
import { createDraftDesk } from '../../bot/desk/draft-desk.ts';
import { parseArticle, parseDraft } from '../../bot/knowledge/article.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';
import { type KnowledgeBase, openKnowledgeBase } from '../../bot/knowledge/knowledge-base.ts';
import { loadLibrary } from '../../bot/knowledge/load-library.ts';
import { type Draft, type DraftInput, draftFrom } from '../../bot/learning/drafts/draft.ts';
import { createDraftFolder } from '../../bot/learning/drafts/draft-folder.ts';
import { readSettings } from '../../bot/settings.ts';
import { repository } from '../../scripts/open-desk.ts';

const facts = houseFactsFrom({});
const root = mkdtempSync(join(tmpdir(), 'hostdesk-drafts-'));
/** A small knowledge base of one topic. */
const kbDir = join(root, 'kb-in-service');
const passkeys: DraftInput = {
  title: 'Signing in with a passkey: what works',
  topic: 'Account',
  questions: [
    'Hi team, can I sign in to cPanel with a passkey? I am kim@kim-shop.com',
    'where is the pasword and passkey setting',
  ],
  answer: 'A passkey signs you in without a password. Write to kim@kim-shop.com.\n\n1. Open **Security**.',
};

describe('a draft', () => {
  let knowledge: KnowledgeBase;
  before(async () => {
    cpSync(join(repository, 'kb', 'account'), join(kbDir, 'account'), { recursive: true });
    knowledge = await openKnowledgeBase({ folder: kbDir, facts, weights: fit.rank });
  });
  after(() => rmSync(root, { recursive: true, force: true }));
  const make = (given: Partial<DraftInput> = {}): Draft =>
    draftFrom({ ...passkeys, ...given }, knowledge.library, knowledge.search);
  const parse = ({ topic, slug, source }: Draft) => parseDraft(source, `${topic}/${slug}.md`, facts);
  const asksOf = (...questions: string[]) => parse(make({ questions })).article?.asks;

  it('is an article but for the review, and so can never be in service', async () => {
    const draft = make();
    const { article } = parse(draft);
    assert.equal(draft.slug, 'signing-in-with-a-passkey-what-works');
    assert.equal(article?.title, passkeys.title);
    assert.equal(article.topic, 'account');
    assert.equal(article.summary, 'A passkey signs you in without a password.');
    const short = parse(make({ summary: 'Wait a day.' })).article?.summary;
    assert.equal(short, `${passkeys.title}: Wait a day.`, 'nothing that staff wrote is lost');
    const path = `${draft.topic}/${draft.slug}.md`;
    assert.match(parseArticle(draft.source, path, facts).problems[0]?.message ?? '', /^reviewed: /);
    mkdirSync(join(root, 'kb', draft.topic), { recursive: true });
    writeFileSync(join(root, 'kb', path), draft.source);
    const { library, problems } = await loadLibrary(join(root, 'kb'), facts);
    assert.deepEqual([library.articles.length, problems.length], [0, 1]);
    writeFileSync(
      join(root, 'kb', path),
      draft.source.replace('helpful: 0', 'helpful: 0\nreviewed: { date: 2026-11-23, by: Anna }'),
    );
    assert.equal((await loadLibrary(join(root, 'kb'), facts)).library.articles.length, 1, 'reviewed, it is');
  });

  it('asks as customers did: one line, small letters, spelling corrected, without a greeting and without names', () => {
    assert.deepEqual(parse(make()).article?.asks, [
      'can i sign in to cpanel with a passkey? i am my address',
      'where is the password and passkey setting',
    ]);
    assert.deepEqual(
      asksOf('my site kim-shop.com shows\nindex.php as text from 192.0.2.7', 'thanks!', 'ok?'),
      ['my site example.com shows index.php as text from'],
    );
  });

  it('takes the sentence that asks out of a long story', () => {
    const story = `${'I have been a customer for ten years and like it a lot. '.repeat(4)}Where do I set up a passkey? Kind regards, Kim`;
    assert.deepEqual(asksOf(story), ['where do i set up a passkey?']);
  });

  it('leaves out what an article is asked already, and what is the same twice', () => {
    const [known = ''] = knowledge.library.articles[0]?.asks ?? [];
    assert.deepEqual(asksOf(known, 'is there a passkey', 'Is there a PASSKEY??'), ['is there a passkey']);
  });

  it('keeps error texts as phrases, and their reasons as what it answers', () => {
    const { article } = parse(
      make({ questions: ['550 5.7.1 <kim@kim-shop.com>: part of their network is on our block list'] }),
    );
    assert.deepEqual(article?.phrases, ['part of their network is on our block list']);
    assert.deepEqual(article?.answers, ['ip-blocked'], 'which no article answers yet');
  });

  it('is readable whatever staff and customers wrote, masked, and lies nowhere but in its folder', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom(
        '../../etc/passwd',
        '---\ntitle: x\n---\n',
        '---js\nprocess.exit(1)\n---',
        '{{ nothing }} {{ mail_server }}',
        ': - # & * ! | > " \' % @ ` [ ] { } , ?',
        '2026-11-23',
        'null',
        'kim@example.com from 192.0.2.7',
        '\u0000\u202e\ud800',
        'العربية 日本語',
      ),
    );
    fc.assert(
      fc.property(
        nasty,
        nasty,
        fc.array(nasty, { maxLength: 4 }),
        nasty,
        (title, topic, questions, answer) => {
          const draft = make({ title, topic, questions, answer, keywords: questions, summary: title });
          assert.match(draft.topic, /^[a-z0-9-]+$/);
          assert.match(draft.slug, /^[a-z0-9-]+$/);
          assert.doesNotMatch(draft.source, /kim@example\.com|192\.0\.2\.7/);
          const { problems } = parse(draft);
          for (const { message } of problems) assert.match(message, /^summary: |no house fact|^sections: /);
        },
      ),
      { numRuns: 150 },
    );
  });

  describe('saved', () => {
    const folder = join(root, 'drafts');

    it('replaces nothing and takes no slug that is taken, however many come at once', async () => {
      const drafts = createDraftFolder(folder, kbDir);
      const draft = make();
      const paths = await Promise.all(Array.from({ length: 5 }, () => drafts.save(draft, knowledge.library)));
      const name = 'account/signing-in-with-a-passkey-what-works';
      assert.deepEqual(paths.sort(), [
        `${name}-2.md`,
        `${name}-3.md`,
        `${name}-4.md`,
        `${name}-5.md`,
        `${name}.md`,
      ]);
      const elsewhere = await drafts.save({ ...draft, topic: 'email' }, knowledge.library);
      assert.equal(
        elsewhere,
        'email/signing-in-with-a-passkey-what-works-6.md',
        'slugs are told apart over topics',
      );
      const known = knowledge.library.articles[0]?.slug ?? '';
      assert.equal(await drafts.save({ ...draft, slug: known }, knowledge.library), `account/${known}-2.md`);
      assert.equal((await drafts.read()).length, 7);
    });

    it('never lies outside its folder', async () => {
      const drafts = createDraftFolder(folder, kbDir);
      const draft = make();
      for (const part of ['..', '../x', 'a/b', '', '.', 'A', '-', 'c:', 'a\\b', 'a\0']) {
        await assert.rejects(
          drafts.save({ ...draft, topic: part }, knowledge.library),
          /small letters/,
          part,
        );
        await assert.rejects(drafts.save({ ...draft, slug: part }, knowledge.library), /small letters/, part);
      }
      const outside = join(root, 'outside');
      mkdirSync(outside);
      symlinkSync(outside, join(folder, 'sly'));
      await assert.rejects(
        drafts.save({ ...draft, topic: 'sly' }, knowledge.library),
        /leads out of the folder/,
      );
      assert.deepEqual(readdirSync(outside), []);
    });

    it('never lies in the knowledge base', () => {
      for (const inside of [kbDir, join(kbDir, 'drafts'), root])
        assert.throws(() => createDraftFolder(inside, kbDir), /overlaps the knowledge base/);
      for (const env of [
        { DRAFTS_DIR: 'kb/drafts' },
        { DRAFTS_DIR: '.' },
        { KB_DIR: 'x/y', DRAFTS_DIR: 'x' },
      ])
        assert.throws(() => readSettings(env), /DRAFTS_DIR: must lie outside KB_DIR/);
      assert.equal(readSettings({ KB_DIR: 'kb', DRAFTS_DIR: 'kb-drafts' }).draftsDir, 'kb-drafts');
    });

    it('is checked as an article is, as if it were in service', async () => {
      const draftsDir = join(root, 'checked');
      const desk = createDraftDesk({ knowledge, facts, weights: fit.rank, draftsDir, kbDir });
      const [known] = knowledge.library.articles.filter(({ kind }) => kind === 'article');
      const { path, findings } = await desk.save({
        ...passkeys,
        title: known?.title ?? '',
        answer: 'Set the prot to 993 as in [this](no-such-article.md).',
      });
      assert.equal(readFileSync(join(draftsDir, path), 'utf8').startsWith('---\n# A draft.'), true);
      assert.ok(findings.every((finding) => finding.path === path));
      const said = findings.map(({ check, message }) => `${check}: ${message}`).join('\n');
      for (const expected of [
        /links: links to no-such-article\.md, which does not exist/,
        /headings: has \d+ words/,
        /front-matter: asks: has 2, give at least 12/,
        /spelling: "prot" is in no dictionary/,
        /house-facts: writes 993/,
        /titles: the title is nearly that of/,
      ])
        assert.match(said, expected);
    });

    it('is told when it asks word for word as an article does', async () => {
      const [known] = knowledge.library.articles;
      const draftsDir = join(root, 'same');
      mkdirSync(join(draftsDir, 'account'), { recursive: true });
      const source = make().source.replace('asks:\n', `asks:\n  - ${known?.asks[0]}\n`);
      writeFileSync(join(draftsDir, 'account', 'by-hand.md'), source);
      const parts = { library: knowledge.library, facts, weights: fit.rank, checkSpelling: () => [] };
      const findings = await checkDrafts(await createDraftFolder(draftsDir, kbDir).read(), parts);
      assert.ok(
        findings.some(
          ({ message }) => message === `"${known?.asks[0]}" is one of the asks of ${known?.slug}`,
        ),
      );
    });
  });
});
