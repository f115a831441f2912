import assert from 'node:assert/strict';
import { Agent, fetch } from 'undici';

export interface Shown {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** As a person reads it. */
  readonly text: string;
}

export interface BrowserOptions {
  /** Where an origin of the outside world really is, as a proxy would know. */
  readonly at: Readonly<Record<string, string>>;
  /** Certificates that it trusts. */
  readonly ca: readonly string[];
}

/** As much of a browser as a sign-in needs: redirects, pages that go on by themselves, links, forms, cookies. */
export function createBrowser({ at, ca }: BrowserOptions) {
  const agent = new Agent({ connect: { ca: [...ca] } });
  const cookies = new Map<string, Map<string, string>>();
  const went: string[] = [];
  let shown: Shown | undefined;

  const keep = (origin: string, lines: readonly string[]) => {
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split('=');
      const has = (attribute: string) => attributes.some((one) => one.toLowerCase() === attribute);
      // What browsers do with the prefix (RFC 6265bis, 4.1.3.2).
      const isHost = has('secure') && has('path=/') && !attributes.some((one) => /^domain=/i.test(one));
      if (name.startsWith('__Host-') && !isHost) continue;
      const jar = cookies.get(origin) ?? new Map<string, string>();
      cookies.set(origin, jar.set(name, value));
    }
  };

  const request = async (url: URL, init: { method?: string; body?: URLSearchParams; site?: string } = {}) => {
    const { origin } = url;
    const jar = [...(cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
    const { method = 'GET', body, site = 'cross-site' } = init;
    const headers: Record<string, string> = { 'sec-fetch-site': site };
    if (jar !== '') headers.cookie = jar;
    if (method === 'POST') headers.origin = 'null';
    const real = new URL(`${url.pathname}${url.search}`, at[origin] ?? origin);
    const response = await fetch(real, {
      ...{ method, headers, redirect: 'manual', dispatcher: agent },
      ...(body ? { body } : {}),
    });
    keep(origin, response.headers.getSetCookie());
    return response;
  };

  /** Follows redirects, and pages that lead on at once, as far as they go or until `stop` says so. */
  const go = async (
    to: URL | string,
    init: Parameters<typeof request>[1] = {},
    stop: (url: URL) => boolean = () => false,
  ): Promise<Shown> => {
    let url = new URL(to);
    let how = init;
    for (let hops = 0; hops < 10; hops++) {
      went.push(url.href);
      const response = await request(url, how);
      const html = await response.text();
      const headers = new Headers([...response.headers]);
      const text = decoded(html.replace(/<(style|title)>.*?<\/\1>/gs, '').replace(/<[^>]+>/g, ' '));
      shown = { url, status: response.status, headers, html, text: text.replace(/\s+/g, ' ').trim() };
      const refresh = /<meta http-equiv="refresh" content="0;url=([^"]+)">/.exec(html)?.[1];
      const next = response.headers.get('location') ?? (refresh && decoded(refresh));
      if (!next) return shown;
      url = new URL(next, url);
      if (stop(url)) {
        went.push(url.href);
        return shown;
      }
      how = { site: 'cross-site' };
    }
    return assert.fail('it goes round in circles');
  };

  const page = () => shown ?? assert.fail('no page is open');
  return {
    went,
    cookies,
    visit: (url: URL | string, stop?: (url: URL) => boolean) => go(url, { site: 'none' }, stop),
    /** By its words. */
    follow: (label: string, stop?: (url: URL) => boolean) => {
      const links = [...page().html.matchAll(/<a [^>]*href="([^"]+)"[^>]*>([^<]+)<\/a>/g)];
      const href = links.find(([, , words]) => words === label)?.[1];
      assert.ok(href, `there is no “${label}” on: ${page().text}`);
      return go(new URL(decoded(href), page().url), {}, stop);
    },
    /** Presses the one button, with what the form holds or `fields` instead. */
    press: (fields?: Readonly<Record<string, string>>, init: { site?: string } = {}) => {
      const [, action] = /<form method="post" action="([^"]+)">/.exec(page().html) ?? [];
      assert.ok(action, `there is no form on: ${page().text}`);
      const held = [...page().html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
      const body = new URLSearchParams(
        held.map(([, name = '', value = '']): [string, string] => [name, value]),
      );
      for (const [name, value] of Object.entries(fields ?? {})) body.set(name, value);
      return go(new URL(action, page().url), { method: 'POST', body, site: 'same-origin', ...init });
    },
    close: () => agent.close(),
  };
}

export type Browser = ReturnType<typeof createBrowser>;

function decoded(html: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return html.replace(/&(#?\w+);/g, (whole, name: string) => names[name] ?? whole);
}
