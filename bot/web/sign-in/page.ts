import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Text of a page; whatever is put into it is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const style = `
:root{color-scheme:light dark;--line:#d0d7de;--soft:#57606a;--press:#1f5fbf}
@media(prefers-color-scheme:dark){:root{--line:#444c56;--soft:#9aa4b0;--press:#7fb0ff}}
*{box-sizing:border-box}
body{margin:0;padding:1.5rem 1rem;font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:34rem;margin:0 auto}
h1{font-size:1.45rem;line-height:1.25;margin:.2rem 0 1rem}
.who{border:1px solid var(--line);border-radius:.6rem;padding:.85rem 1rem;margin:1rem 0}
.who strong{display:block;font-size:1.15rem}
.who span,.note,header{color:var(--soft)}
button,.go{display:block;width:100%;padding:.85rem 1rem;border:0;border-radius:.6rem;font:inherit;font-weight:600;
text-align:center;text-decoration:none;color:#fff;background:#1f5fbf;cursor:pointer}
button:focus-visible,.go:focus-visible{outline:3px solid var(--press);outline-offset:3px}
li{margin:.25rem 0}
`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** No scripts, nothing from elsewhere, in no frame, kept by nobody, and no address of it told to anybody. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex, nofollow',
};

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Where the browser goes on by itself, at once. */
  readonly onwards?: URL;
}

export function pageOf({ title, body, onwards }: Page, company: string | undefined): Html {
  const goOn = onwards ? html`<meta http-equiv="refresh" content="0;url=${onwards.href}">` : '';
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
${goOn}<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
<main>
<header>${company ?? ''}</header>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}
