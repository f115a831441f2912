import type { RespondFn } from '@slack/bolt';

/** The way back of a command whose form was sent later: Bolt knows it only for the command itself. */
export function respondTo(url: string): RespondFn {
  return async (message) => {
    const body = JSON.stringify(typeof message === 'string' ? { text: message } : message);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error' });
    if (response.ok) return response as unknown as Awaited<ReturnType<RespondFn>>;
    throw Object.assign(new Error(`Slack answered ${response.status}`), { statusCode: response.status });
  };
}
