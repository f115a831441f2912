import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { check } from 'recheck';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const folder = new URL('../../bot/bounce', import.meta.url).pathname;

interface Literal {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

const literal =
  /(?<=[=(,:&|!?]\s{0,9}|return |\n\s{2,40})\/(?![/*])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([a-z]*)(?=[.,;)\s])/g;

function literalsIn(file: string): Literal[] {
  const code = readFileSync(join(folder, file), 'utf8').replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '');
  return [...code.matchAll(literal)].map(([, source, flags]) => ({
    file,
    source: source ?? '',
    flags: flags ?? '',
  }));
}

const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const literals = files.flatMap(literalsIn);

describe('no regular expression backtracks', () => {
  test('all of them are found', () => {
    const uses = files.flatMap((file) => [
      ...readFileSync(join(folder, file), 'utf8').matchAll(/\.(?:test|exec)\(|RegExp\(/g),
    ]);
    assert.ok(literals.length >= 20, `${literals.length} literals, ${uses.length} uses`);
  });
  for (const { file, source, flags } of literals) {
    test(`${file}: /${source}/${flags}`, async () => {
      const { status } = await check(source, flags.replace('g', ''), { timeout: 20_000 });
      assert.equal(status, 'safe');
    });
  }
});

/** Processor time for one reading, the least of several: what other work on the machine adds is left out. */
function costOf(text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    const before = process.cpuUsage();
    for (let again = 0; again < 4; again++) readBounce(text);
    const { user } = process.cpuUsage(before);
    least = Math.min(least, user);
  }
  return least;
}

const growing = {
  'a bounce': '<bob@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown\n',
  'words of many phrases': 'mailbox recipient user account message sender domain address is not full ',
  'numbers and dots': '5.1.1.5.5 ',
  tags: '<b <i &amp; ',
  addresses: 'a.b-c@d-e.f ',
};

describe('time grows with the text, not faster', () => {
  for (const [name, piece] of Object.entries(growing)) {
    test(name, () => {
      const short = piece.repeat(Math.ceil(6_000 / piece.length));
      const long = piece.repeat(Math.ceil(60_000 / piece.length));
      readBounce(long);
      // Ten times the text; quadratic time would be a hundred times.
      assert.ok(costOf(long) < 40 * Math.max(costOf(short), 200));
    });
  }
});
