import { webApi } from '@slack/bolt';

export interface PostBytes {
  readonly contentType: string;
  readonly body: Buffer | string;
  readonly timeoutMs: number;
}

/** Posts to an address that Slack gave out. Throws the errors of the Web API's client, so that `callSlack` tells them apart. */
export async function postBytes(url: string, { contentType, body, timeoutMs }: PostBytes): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: Error) => {
    throw new webApi.WebAPIRequestError(error);
  });
  await response.body?.cancel();
  if (!response.ok) throw new webApi.WebAPIHTTPError(response.status, response.statusText, {});
}
