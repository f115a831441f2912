import { Hono } from 'hono';
import type { Log } from '../log.ts';
import type { OpenMetrics } from '../metrics.ts';
import type { Health } from './health.ts';
import { isFromOutside } from './is-from-outside.ts';

export interface WebAppParts {
  readonly health: () => Health;
  readonly metrics: Pick<OpenMetrics, 'text' | 'contentType'>;
  /** Our own address for the outside world. */
  readonly publicUrl: string | undefined;
  /** The pages below `/link`, where linking by sign-in is set up. */
  readonly signIn?: Hono | undefined;
  readonly log: Log;
}

/** What the port serves by itself. Details are for whoever asks it directly; behind a proxy the whole world may ask. */
export function createWebApp({ health, metrics, publicUrl, signIn, log }: WebAppParts): Hono {
  const app = new Hono();
  app.use(async ({ header }, next) => {
    await next();
    header('cache-control', 'no-store');
    header('x-content-type-options', 'nosniff');
  });
  app.get('/healthz', (context) => {
    const now = health();
    const code = now.status === 'down' ? 503 : 200;
    return context.json(isFromOutside(context.req, publicUrl) ? { status: now.status } : now, code);
  });
  app.get('/metrics', async (context) => {
    if (isFromOutside(context.req, publicUrl)) return context.notFound();
    return context.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });
  if (signIn) app.route('/link', signIn);
  app.notFound((context) => context.text('There is nothing here.\n', 404));
  app.onError((error, context) => {
    log.error({ err: error }, 'web_request_failed');
    return context.text('That did not work. Please try again.\n', 500);
  });
  return app;
}
