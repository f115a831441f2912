import { type RespondArguments, webApi } from '@slack/bolt';

/** The way back from a command or a press: good for half an hour and five messages, also where the bot is no member. */
export type Respond = (message: RespondArguments) => Promise<void>;

const timeoutMs = 10_000;

/** As Bolt's own, with an end to its patience, and for forms too, whose command came earlier. */
export function respondTo(url: string): Respond {
  return async (message) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: Error) => {
      throw new webApi.WebAPIRequestError(error);
    });
    await response.body?.cancel();
    if (!response.ok) throw new webApi.WebAPIHTTPError(response.status, response.statusText, {});
  };
}
