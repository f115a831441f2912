import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Debian's, where it is installed. */
export const chromium = ['chromium', 'chromium-browser'].find(
  (name) => spawnSync(name, ['--version'], { timeout: 20_000 }).status === 0,
);

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
}

export type Chromium = Awaited<ReturnType<typeof startChromium>>;

type Result = Readonly<Record<string, unknown>>;

/** A real browser without a screen, steered over its DevTools protocol. `hosts` says where names really are. */
export async function startChromium(program: string, hosts: Readonly<Record<string, number>>) {
  const profile = mkdtempSync(join(tmpdir(), 'hostdesk-chromium-'));
  const rules = Object.entries(hosts).map(([name, port]) => `MAP ${name}:443 127.0.0.1:${port}`);
  const child = spawn(
    program,
    [
      ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
      ...['--remote-debugging-port=0', `--user-data-dir=${profile}`, '--ignore-certificate-errors'],
      ...[
        `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', ')}`,
        'about:blank',
      ],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const socket = new WebSocket(await pageOf(await debuggingAddress(child)));
  await new Promise((resolve) => socket.addEventListener('open', resolve, { once: true }));
  const waiting = new Map<number, (answer: { result?: Result; error?: { message: string } }) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as { id?: number; result?: Result };
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  let last = 0;
  const send = async (method: string, params: object = {}): Promise<Result> => {
    const id = ++last;
    const { result, error } = await new Promise<{ result?: Result; error?: { message: string } }>(
      (resolve) => {
        waiting.set(id, resolve);
        socket.send(JSON.stringify({ id, method, params }));
      },
    );
    waiting.delete(id);
    if (error) throw new Error(`${method}: ${error.message}`);
    return result ?? {};
  };
  const run = async (expression: string): Promise<unknown> => {
    const { result } = await send('Runtime.evaluate', { expression, returnByValue: true });
    return (result as { value?: unknown } | undefined)?.value;
  };
  const shows = async (what: RegExp): Promise<string> => {
    for (let tries = 0; tries < 200; tries++) {
      const text = String(
        (await run('document.readyState === "complete" ? document.body.innerText : ""')) ?? '',
      );
      if (what.test(text)) return text;
      await sleep(50);
    }
    return assert.fail(
      `${what} does not come: ${await run('location.href + " " + document.body.innerText')}`,
    );
  };
  return {
    visit: (url: string) => send('Page.navigate', { url }),
    /** Until the page says that; gives all it says. */
    shows,
    /** A link or a button, by its words. */
    click: (words: string) =>
      run(
        `[...document.querySelectorAll('a,button')].find((one) => one.innerText === ${JSON.stringify(words)}).click()`,
      ),
    run,
    async picture({ width, height, dark = false }: Size): Promise<Buffer> {
      await send('Emulation.setDeviceMetricsOverride', {
        ...{ width, height, deviceScaleFactor: width < 600 ? 2 : 1, mobile: width < 600 },
      });
      const scheme = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }];
      await send('Emulation.setEmulatedMedia', { features: scheme });
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(String(data), 'base64');
    },
    /** Names of the cookies that it holds for a page. */
    async cookies(url: string) {
      const { cookies } = await send('Network.getCookies', { urls: [url] });
      return cookies as {
        name: string;
        httpOnly: boolean;
        secure: boolean;
        sameSite?: string;
        path: string;
      }[];
    },
    async close() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      await send('Browser.close').catch(() => undefined);
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const found = /DevTools listening on ws:\/\/([\d.:]+)\//.exec(said)?.[1];
      if (found) resolve(`http://${found}`);
    });
    child.once('close', () => reject(new Error(`Chromium ended: ${said.slice(-500)}`)));
  });
}

async function pageOf(address: string): Promise<string> {
  const pages = (await (await fetch(`${address}/json`)).json()) as {
    type: string;
    webSocketDebuggerUrl: string;
  }[];
  return pages.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? assert.fail('no page');
}
