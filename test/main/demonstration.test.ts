import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const pathOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('the demonstration', () => {
  it('answers what comes through a pipe, and ends well', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hostdesk-'));
    const bot = spawn(process.execPath, [pathOf('bot/main.ts')], {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '', KB_DIR: pathOf('kb') },
    });
    bot.stdin.end(
      'Domain gardens.example has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
    );
    const ended = new Promise((resolve) => bot.once('close', resolve));
    const [said, complaints] = await Promise.all([text(bot.stdout), text(bot.stderr)]);
    assert.equal(await ended, 0, complaints);
    assert.match(said, /What decided\s+“Domain gardens\.example has exceeded/);
    for (const shown of [/Sample data\s+nothing of this is real/, /Your message: 5 deferred and failed/])
      assert.match(said, shown);
    assert.doesNotMatch(complaints, /^ {4}at /m);
    await rm(folder, { recursive: true });
  });
});
