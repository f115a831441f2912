import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { webApi } from '@slack/bolt';
import { readFiles, type SlackFile } from '../../../bot/platforms/slack/hearing/read-files.ts';

const token = 'xoxb-secret';
const client = new webApi.WebClient(token);

describe("Slack's files", () => {
  let server: Server;
  let origin: string;
  let heard: { path: string; authorization: string | undefined }[];
  let failures: number;
  before(async () => {
    server = createServer((request, response) => {
      heard.push({ path: request.url ?? '', authorization: request.headers.authorization });
      if (request.url === '/away') response.writeHead(302, { location: '/sign-in' }).end();
      else if (request.url === '/large') response.writeHead(200).end(Buffer.alloc(300 * 1024, 'x'));
      else if (request.url === '/flaky' && failures-- > 0) request.socket.destroy();
      else response.writeHead(200, { 'content-type': 'text/plain' }).end('550 no such user');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());
  beforeEach(() => {
    heard = [];
    failures = 0;
  });

  const read = (...files: SlackFile[]) =>
    readFiles(files, { client, apiUrl: `${origin}/api/`, onError: () => {} });
  const file = (path: string, more: Partial<SlackFile> = {}): SlackFile => ({
    ...{ id: 'F1', name: 'bounce.txt', mimetype: 'text/plain', size: 100 },
    url_private_download: `${origin}${path}`,
    ...more,
  });

  it('are read with the bot token', async () => {
    const { attachments, unread } = await read(file('/whole'));
    assert.deepEqual(attachments, [{ name: 'bounce.txt', text: '550 no such user' }]);
    assert.equal(unread, undefined);
    assert.equal(heard[0]?.authorization, `Bearer ${token}`);
  });

  for (const [name, mimetype, mode] of [
    ['bounce.eml', 'message/rfc822', 'hosted'],
    ['MAIL.LOG', 'application/octet-stream', 'hosted'],
    ['Untitled', 'text/plain', 'snippet'],
  ] as const)
    it(`are read when they are text (${name})`, async () => {
      assert.equal((await read(file('/whole', { name, mimetype, mode }))).attachments.length, 1);
    });

  it('that are mails forwarded into Slack come with their text', async () => {
    const mail = { filetype: 'email', name: 'Undelivered', plain_text: '550 x' };
    const { attachments } = await read(file('/whole', mail));
    assert.deepEqual(attachments, [{ name: 'Undelivered', text: '550 x' }]);
    assert.deepEqual(heard, []);
  });

  const unread: [string, Partial<SlackFile>, string][] = [
    ['pictures', { name: 'a.png', mimetype: 'image/png' }, 'picture'],
    ['programs', { name: 'a.exe', mimetype: 'application/octet-stream' }, 'other'],
    ['what is too large', { size: 256 * 1024 + 1 }, 'too-large'],
    ['what has no address', { url_private_download: 'nowhere' }, 'other'],
  ];
  for (const [what, more, why] of unread)
    it(`are not fetched when they are ${what}`, async () => {
      const { attachments, unread } = await read(file('/whole', more));
      assert.deepEqual([attachments, unread], [[], why]);
      assert.deepEqual(heard, []);
    });

  it('from other hosts are never asked for, and never get the token', async () => {
    for (const address of [
      'http://files.slack.com/x',
      'https://slack.com.example.org/x',
      'https://evilslack.com/x',
      'https://example.org/slack.com',
      origin.replace('http:', 'ftp:'),
      origin.replace('127.0.0.1', 'localhost'),
    ]) {
      const { unread } = await read(file('', { url_private_download: `${address}` }));
      assert.equal(unread, 'other', address);
    }
    assert.deepEqual(heard, []);
  });

  it('that are larger than said are cut off', async () => {
    assert.equal((await read(file('/large'))).unread, 'too-large');
  });

  it('behind the sign-in page are not followed there', async () => {
    assert.equal((await read(file('/away'))).unread, 'other');
    assert.deepEqual(
      heard.map(({ path }) => path),
      ['/away'],
    );
  });

  it('are asked for again when the connection breaks', async () => {
    failures = 1;
    assert.equal((await read(file('/flaky'))).attachments.length, 1);
  });

  it('are three at most', async () => {
    const many = [1, 2, 3, 4, 5].map(() => file('/whole'));
    assert.equal((await read(...many)).attachments.length, 3);
  });
});
