import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkSync } from 'recheck';
import { readBounce } from '../../bot/bounce/read-bounce.ts';

const bot = fileURLToPath(new URL('../../bot', import.meta.url));
const readers = ['bounce'].map((folder) => join(bot, folder));

/** Regular expressions that stand in the source, as [source, flags]. */
function expressionsIn(source: string): [string, string][] {
  const literal =
    /(?<=[=(,:?[!&|]\s*|return\s+|^\s+)\/((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\/([dgimsuvy]*)/gm;
  return [...source.matchAll(literal)].map(([, body = '', flags = '']) => [body, flags]);
}

describe('reading a text', () => {
  it('uses no regular expression that can be made to backtrack', () => {
    const vulnerable: string[] = [];
    let checked = 0;
    for (const folder of readers) {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.ts')) continue;
        for (const [body, flags] of expressionsIn(readFileSync(join(folder, file), 'utf8'))) {
          checked++;
          const { status } = checkSync(body, flags.replace('v', 'u'), {
            checker: 'automaton',
            timeout: 5000,
          });
          if (status === 'vulnerable') vulnerable.push(`${file}: /${body}/${flags}`);
        }
      }
    }
    assert.ok(checked > 20, `only ${checked} expressions found`);
    assert.deepEqual(vulnerable, []);
  });

  const pieces = [
    'a',
    '550 5.1.1 no such user\n',
    '> ',
    '<',
    '&lt;',
    'x@example.com ',
    '5.1.1.',
    'said: 550-',
    '\0',
    '(',
    'ß ',
    '0x8004',
  ];
  for (const piece of pieces) {
    it(`takes ${JSON.stringify(piece)} over and over in time that grows with the length`, () => {
      const cost = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        let best = Number.POSITIVE_INFINITY;
        for (let round = 0; round < 3; round++) {
          const start = process.cpuUsage();
          readBounce(text);
          const { user, system } = process.cpuUsage(start);
          best = Math.min(best, user + system);
        }
        return best;
      };
      // Thirty-two times the text: quadratic work would be a thousand times as much.
      assert.ok(cost(640_000) < 250 * (cost(20_000) + 2000));
    });
  }

  it('reads 10 MB', () => {
    assert.ok(Array.isArray(readBounce('mail delivery failed: 550 5.1.1 user unknown\n'.repeat(230_000))));
  });
});
