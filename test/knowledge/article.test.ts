import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseArticle } from '../../bot/knowledge/article.ts';
import { houseFactsFrom } from '../../bot/knowledge/house-facts.ts';

const facts = houseFactsFrom({ imap_port: '9993' });
const head = `title: Setting up a phone
summary: How to add your mailbox to a phone, with port {{ imap_port }}.
asks: [my phone has no mail]
reviewed: { date: 2026-11-20, by: Ada }
`;
const article = (front: string, body = 'Text.\n\n## Steps\n1. Use port {{ imap_port }}.') =>
  `---\n${front}---\n${body}\n`;
const parse = (source: string, path = 'email/phone.md') => parseArticle(source, path, facts);

describe('reading an article', () => {
  it('fills house facts in title, summary and text', () => {
    const { article: read } = parse(article(head));
    assert.equal(read?.summary, 'How to add your mailbox to a phone, with port 9993.');
    assert.match(read?.body ?? '', /port 9993/);
    assert.deepEqual(
      read?.sections.map((section) => section.id),
      ['', 'steps'],
    );
    assert.equal(read?.topic, 'email');
    assert.equal(read?.slug, 'phone');
  });

  const broken: [string, string, RegExp, number][] = [
    ['no front matter', 'just text', /has no front matter/, 1],
    ['front matter that never ends', '---\ntitle: x\n', /no closing line/, 1],
    ['YAML with a stray colon', article(`${head}keywords: [a: b: c\n`), /not valid YAML.*double quotes/, 6],
    ['a missing summary', article(head.replace(/summary:.*\n/, '')), /summary/, 1],
    ['an unknown field', article(`${head}sumary: x\n`), /sumary/i, 1],
    ['an unknown variable', article(head, 'Use {{ imap_prot }}.'), /imap_prot.*no house fact/, 7],
    [
      'a section without its heading',
      article(`${head}sections:\n  - heading: Nowhere\n`),
      /no heading "Nowhere"/,
      7,
    ],
    ['an answer that is no code', article(`${head}answers: [User Unknown]\n`), /bounce reason, a code/, 6],
    ['no text', article(head, ''), /no text below/, 1],
    [
      'front matter in JavaScript',
      `---js\nmodule.exports = process.exit(1)\n---\ntext\n`,
      /has no front matter/,
      1,
    ],
  ];
  for (const [what, source, message, line] of broken) {
    it(`names the file, the line and the remedy for ${what}`, () => {
      const { article: read, problems } = parse(source);
      assert.equal(read, undefined);
      const [first] = problems;
      assert.equal(first?.path, 'email/phone.md');
      assert.match(problems.map((problem) => problem.message).join('\n'), message);
      assert.ok(
        problems.some((problem) => problem.line === line || line === 1),
        JSON.stringify(problems),
      );
    });
  }

  it('refuses a path that is not TOPIC/SLUG.md', () => {
    assert.match(parse(article(head), 'Phone Setup.md').problems[0]?.message ?? '', /rename the file/);
  });

  it('does not take a # in a code block for a heading', () => {
    const { article: read } = parse(article(head, 'Text.\n\n```\n# comment\n```\n\n## Real one\nx'));
    assert.deepEqual(
      read?.sections.map((section) => section.heading),
      ['', 'Real one'],
    );
  });

  it('says the same about a broken file each time', () => {
    const source = article(`${head}keywords: [a: b: c\n`);
    assert.deepEqual(parse(source), parse(source));
  });
});
