import { z } from 'zod';
import type { HostAnswer } from '../host-answer.ts';
import type { WhmcsApi } from './whmcs-api.ts';

const row = z.object({
  clientid: z.coerce.string().regex(/^\d+$/),
  status: z.string(),
  username: z.string(),
  domain: z.string(),
});
const found = z.object({ products: z.object({ product: z.array(z.unknown()) }) });

/** Who pays for an account on a host; `undefined` where that is nobody, or not one client alone. */
export async function clientOfAccount(
  api: Pick<WhmcsApi, 'read'>,
  { user, domain }: { readonly user: string; readonly domain: string },
): Promise<HostAnswer<string | undefined>> {
  const answer = await api.read('GetClientsProducts', { username2: user, domain, limitnum: '10' });
  if (answer.kind !== 'ok') return answer;
  const rows = found.safeParse(answer.value).data?.products.product ?? [];
  const clients = rows.flatMap((one) => {
    const { data } = row.safeParse(one);
    // A filter that WHMCS does not know is ignored, and everybody's products come.
    const isIt = data?.status === 'Active' && data.username === user && data.domain.toLowerCase() === domain;
    return isIt ? [data.clientid] : [];
  });
  const [client, ...others] = new Set(clients);
  return { ...answer, value: others.length === 0 ? client : undefined };
}
