import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { digestOf, isSameDigest, randomToken } from './journey.ts';

const name = 'hostdesk-link';
const lasts = 30 * 60;
const token = /^[\w-]{43}$/;

/** The secret of this browser, which it gets with the first page. `undefined`: it has none. */
export function browserOf(context: Context): string | undefined {
  const value = getCookie(context, name, 'host');
  return value !== undefined && token.test(value) ? value : undefined;
}

export function markBrowser(context: Context): string {
  const browser = browserOf(context) ?? randomToken();
  setCookie(context, name, browser, {
    ...{ prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge: lasts },
  });
  return browser;
}

/** What a form of ours carries, so that no other site can send it: they cannot read the browser's secret. */
export const formSecret = (browser: string, link: string): string => digestOf('form', browser, link);

/** Whether a form was sent by a page that this browser got from us. */
export function isOwnForm(context: Context, publicUrl: string, link: string, sent: unknown): boolean {
  const browser = browserOf(context);
  const site = context.req.header('sec-fetch-site');
  const origin = context.req.header('origin');
  // Our pages tell nobody where they are, so a browser may call their origin "null".
  const isFromHere = origin === undefined || origin === 'null' || origin === new URL(publicUrl).origin;
  return (
    browser !== undefined &&
    (site === undefined || site === 'same-origin') &&
    isFromHere &&
    typeof sent === 'string' &&
    isSameDigest(sent, formSecret(browser, link))
  );
}
