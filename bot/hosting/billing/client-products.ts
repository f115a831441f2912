import { z } from 'zod';
import type { HostAnswer } from '../host-answer.ts';
import { hostName } from '../host-text.ts';
import type { WhmcsApi } from './whmcs-api.ts';

/** A hosting account that a client pays for. */
export interface ClientProduct {
  readonly username: string;
  readonly domain: string;
  /** What WHMCS knows of the server it lives on: its name, its address. */
  readonly hosts: readonly string[];
}

const atOnce = 100;
const mostPages = 10;

/** Only these fields are taken over: what else WHMCS sends, the service's password among it, goes no further. */
const product = z.object({
  clientid: z.coerce.string(),
  status: z.string(),
  username: z.string(),
  domain: z.string().default(''),
  serverhostname: z.string().default(''),
  serverip: z.string().default(''),
});
/** Without any, `products` is an empty text. */
const page = z.object({
  totalresults: z.coerce.number(),
  products: z.union([z.object({ product: z.array(z.unknown()) }), z.unknown().transform(() => undefined)]),
});

/** The active products of one client. What WHMCS sends of another client is dropped, whatever was asked. */
export async function activeProducts(
  api: Pick<WhmcsApi, 'read'>,
  clientId: string,
): Promise<HostAnswer<readonly ClientProduct[]>> {
  const found: ClientProduct[] = [];
  for (let index = 0; index < mostPages; index++) {
    const answer = await api.read('GetClientsProducts', {
      ...{ clientid: clientId, limitstart: String(index * atOnce), limitnum: String(atOnce) },
    });
    if (answer.kind !== 'ok') return answer;
    const { totalresults = 0, products } = page.safeParse(answer.value).data ?? {};
    const rows = products?.product ?? [];
    found.push(...rows.flatMap((row) => activeOf(row, clientId) ?? []));
    if (rows.length === 0 || (index + 1) * atOnce >= totalresults) return { ...answer, value: found };
  }
  return { kind: 'ok', value: found, readAt: new Date() };
}

function activeOf(row: unknown, wanted: string): ClientProduct | undefined {
  const parsed = product.safeParse(row);
  if (!parsed.success) return undefined;
  const { clientid, status, username, serverhostname, serverip } = parsed.data;
  const domain = hostName(parsed.data.domain);
  if (clientid !== wanted || status !== 'Active' || username === '' || !domain) return undefined;
  const hosts = [serverhostname, serverip].flatMap((host) => hostName(host) ?? []);
  return { username, domain, hosts };
}
