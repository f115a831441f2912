import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import {
  type DiscordFile,
  readAttachments,
} from '../../../bot/platforms/discord/hearing/read-attachments.ts';

describe('files on Discord', () => {
  let http: Server;
  let origin: string;
  const asked: string[] = [];
  before(async () => {
    http = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/moved.txt') response.writeHead(302, { location: '/real.txt' }).end();
      else if (request.url === '/endless.log') response.end(Buffer.alloc(300 * 1024, 'x'));
      else response.end('550 5.1.1 user unknown');
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  });
  after(() => new Promise((resolve) => http.close(resolve)));

  const read = (file: Partial<DiscordFile>) => {
    const whole = { name: 'bounce.eml', size: 22, url: `${origin}/bounce.eml`, contentType: null, ...file };
    return readAttachments([whole], { apiUrl: `${origin}/api`, onError: () => {} });
  };

  it('are read where they are text', async () => {
    for (const name of ['bounce.eml', 'MAIL.LOG', 'message.txt']) {
      const { attachments } = await read({ name });
      assert.deepEqual(attachments, [{ name, text: '550 5.1.1 user unknown' }]);
    }
  });

  it('are not fetched from elsewhere, nor when too large, nor when they are no text', async () => {
    asked.length = 0;
    const cases: [Partial<DiscordFile>, string][] = [
      [{ url: 'http://127.0.0.1:1/bounce.eml' }, 'other'],
      [{ url: 'https://cdn.discordapp.com.evil.example/bounce.eml' }, 'other'],
      [{ url: 'http://cdn.discordapp.com/bounce.eml' }, 'other'],
      [{ url: 'https://cdn.discordapp.com:8443/bounce.eml' }, 'other'],
      [{ url: 'file:///etc/passwd' }, 'other'],
      [{ url: 'nonsense' }, 'other'],
      [{ size: 256 * 1024 + 1 }, 'too-large'],
      [{ name: 'screen.png' }, 'picture'],
      [{ name: 'screen.txt', contentType: 'image/png' }, 'picture'],
      [{ name: 'setup.exe' }, 'other'],
    ];
    for (const [file, unread] of cases)
      assert.deepEqual(await read(file), { attachments: [], unread }, JSON.stringify(file));
    assert.deepEqual(asked, []);
  });

  it('are not followed to another place, and not read beyond their limit', async () => {
    assert.equal((await read({ url: `${origin}/moved.txt` })).unread, 'other');
    assert.ok(!asked.includes('/real.txt'));
    assert.equal((await read({ name: 'endless.log', url: `${origin}/endless.log` })).unread, 'too-large');
  });
});
