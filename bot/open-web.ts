import type { Settings } from './settings.ts';
import { createWebApp, type WebAppParts } from './web/web-app.ts';
import { createWebServer, type WebServer } from './web/web-server.ts';

/** The one port, not yet started; `undefined` where it is switched off. */
export function openWeb({ port, bindAddress: host }: Settings, parts: WebAppParts): WebServer | undefined {
  if (port === 'off') return undefined;
  return createWebServer({ port, host, app: createWebApp(parts), log: parts.log });
}
