import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fateOf, fates, type Report, readReport } from '../../bot/learning/report/report.ts';
import { reportPage } from '../../bot/learning/report/report-page.ts';
import { reportText } from '../../bot/learning/report/report-text.ts';
import type { Memory } from '../../bot/memory/memory.ts';
import { day, minute, personOf, placeOf, questionOf } from '../memory/contract/set-up.ts';
import { startSqlite, type TestEngine } from '../memory/engines/test-engines.ts';

const since = Date.UTC(2026, 10, 1);
const until = Date.UTC(2026, 10, 8);
const gap = {
  id: '0123456789',
  questions: 3,
  people: 2,
  kinds: { 'not-helped': 0, unsure: 2, suggested: 1, silent: 0 },
  examples: ['<script>alert("x")</script> & more', 'second'],
  nearest: { slug: 'mailbox-full', questions: 2 },
  firstAt: since,
  lastAt: since + day,
  keys: ['a', 'b', 'c'],
};

describe('the report', () => {
  let engine: TestEngine;
  let memory: Memory;
  let report: Report;
  before(async () => {
    engine = await startSqlite();
    const clock = { now: since };
    memory = await (await engine.createStore()).open({ now: () => clock.now });
    const note = (
      key: string,
      dayOf: number,
      tookMs: number,
      given: Parameters<typeof questionOf>[1] = {},
    ) => {
      const askedAt = since + dayOf * day + minute;
      return memory.questions.note(questionOf(key, { askedAt, answeredAt: askedAt + tookMs, ...given }));
    };
    const by = personOf('U1');
    await note('helped', 0, 10);
    await note('down', 0, 20);
    await note('unknown', 2, 30, { asker: personOf('U2') });
    await note('unsure', 2, 40, { decision: 'unsure', shown: undefined });
    await note('handed', 6, 1500, { decision: 'unsure', shown: undefined });
    await note('chatter', 6, 5, { decision: 'silent', messageId: undefined, asker: personOf('U3') });
    await note('before', -1, 9);
    await note('after', 7, 9);
    await memory.votes.cast({ key: 'helped', slug: 'mailbox-full', by, helped: true });
    await memory.votes.cast({ key: 'down', slug: 'mailbox-full', by, helped: false });
    const place = placeOf('handed');
    await memory.handOffs.open({ questionKey: 'handed', customer: by, place, summary: 's' });
    report = await readReport({ memory, gaps: [gap] }, since, until);
  });
  after(async () => {
    await memory.close();
    await engine.remove();
  });

  it('counts what became of each question, once, day by day, with empty days', () => {
    assert.equal(report.spanDays, 1);
    const told = report.spans.map(({ from, fates: counts }) => [
      new Date(from).toISOString().slice(8, 10),
      fates.filter((fate) => counts[fate] > 0).join(' '),
    ]);
    assert.deepEqual(told, [
      ['01', 'helped not-helped'],
      ['02', ''],
      ['03', 'unknown unanswered'],
      ['04', ''],
      ['05', ''],
      ['06', ''],
      ['07', 'handed-over silent'],
    ]);
    const all = report.spans.flatMap(({ fates: counts }) => Object.values(counts));
    assert.equal(
      all.reduce((sum, value) => sum + value, 0),
      report.figures.asked,
    );
  });

  it('never counts silence as solved', () => {
    assert.equal(report.figures.helped, 1);
    assert.equal(report.figures.decided.silent, 1);
    assert.equal(report.people, 2, 'nor somebody who was only overheard as one who asked');
  });

  it('tells the time to answer over everything that got a reply', () => {
    assert.deepEqual(report.timeToAnswerMs, { p50: 30, p95: 1500 });
  });

  it('counts articles by the questions that they answered', () => {
    assert.deepEqual(report.articles, [{ slug: 'mailbox-full', shown: 3, helped: 1, notHelped: 1 }]);
  });

  it('goes by weeks where days would be too many, and by days that begin at midnight', async () => {
    const long = await readReport({ memory, gaps: [] }, since - 70 * day, until);
    assert.deepEqual([long.spanDays, long.spans.length], [7, 11]);
    const part = await readReport({ memory, gaps: [] }, since + 5000, since + day + 1);
    assert.deepEqual(
      part.spans.map(({ from }) => from),
      [since, since + day],
    );
  });

  it('has nothing to divide by where nothing was asked', async () => {
    const empty = await readReport({ memory, gaps: [] }, until + 30 * day, until + 31 * day);
    assert.equal(empty.timeToAnswerMs, undefined);
    assert.doesNotMatch(reportText(empty), /NaN|Infinity|undefined/);
    assert.doesNotMatch(reportPage(empty, String), /NaN|Infinity|undefined/);
  });

  it('puts help before all else, and a person before a vote against', () => {
    const outcome = { ...questionOf('q'), helped: true, notHelped: true, handedOver: true };
    assert.equal(fateOf(outcome), 'helped');
    assert.equal(fateOf({ ...outcome, helped: false }), 'handed-over');
    assert.equal(fateOf({ ...outcome, helped: false, handedOver: false }), 'not-helped');
  });

  it('is text for a terminal', () => {
    const text = reportText(report);
    assert.match(text, /^Questions from 2026-11-01 to 2026-11-07 \(UTC\), 2 people\n/);
    assert.match(text, / {2}helped +1 +16\.7 % /);
    assert.match(text, /time to answer: p50 30 ms, p95 1\.5 s/);
    assert.match(text, /mailbox-full +3 +1 +1\n/);
    assert.match(text, /2 people, 3 questions since 2026-11-01: 2 unsure, 1 only suggested/);
  });

  describe('as a page', () => {
    const page = () => reportPage(report, (slug) => `About "${slug}" <b>`);

    it('needs nothing from elsewhere and runs nothing', () => {
      assert.doesNotMatch(page(), /https?:|src=|@import|url\(|<script|javascript:|\son\w+=/);
    });

    it('shows what people wrote as text', () => {
      assert.match(page(), /&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; more/);
      assert.match(page(), /About &quot;mailbox-full&quot; &lt;b&gt;/);
    });

    it('says every chart in words and has its figures as a table', () => {
      const charts = page().match(/role="img" aria-label="[^"]{20,}"/g) ?? [];
      const tables = page().match(/<table>/g) ?? [];
      assert.equal(charts.length, 3);
      assert.equal(tables.length, 3);
      assert.match(page(), /aria-label="Bars by day\. In all: 1 helped, 1 answered, nobody said how it went/);
      assert.match(page(), /<tr><td>2026-11-03<\/td><td>0<\/td><td>1<\/td>/);
    });

    it('draws bars that keep within the chart', () => {
      const rects = [
        ...page().matchAll(
          /<rect class="[\w-]+" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g,
        ),
      ];
      assert.ok(rects.length >= 8);
      for (const [, x, y, width, height] of rects) {
        assert.ok(Number(y) + Number(height) <= 100.01);
        assert.ok(Number(x) + Number(width) <= 100.01);
        assert.ok(Number(height) > 0 && Number(width) > 0);
      }
    });

    it('is light or dark as the reader has it, and fits a phone', () => {
      assert.match(page(), /@media \(prefers-color-scheme: dark\)/);
      assert.match(page(), /<meta name="viewport" content="width=device-width/);
    });
  });
});
