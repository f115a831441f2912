import type { World } from './whmcs-world.ts';

export type Answer = Readonly<Record<string, unknown>>;

const success = (more: Answer): Answer => ({ result: 'success', ...more });
const error = (message: string): Answer => ({ result: 'error', message });

/** Answers of the API, in the shapes of https://developers.whmcs.com/api-reference/ */
export function answerAction(world: World, action: string, form: URLSearchParams): Answer {
  const start = Number(form.get('limitstart') ?? 0);
  const count = Number(form.get('limitnum') ?? 25);
  const beginsWith = (text: string) =>
    text.toLowerCase().startsWith((form.get('search') ?? '').toLowerCase());
  const page = <Row>(rows: readonly Row[]) => ({
    shown: rows.slice(start, start + count),
    head: {
      totalresults: rows.length,
      startnumber: start,
      numreturned: Math.min(count, rows.length - start),
    },
  });
  switch (action) {
    case 'GetClientsProducts': {
      const [client, domain, username] = ['clientid', 'domain', 'username2'].map((name) => form.get(name));
      const rows = world.clients
        .flatMap(({ products }) => products)
        .filter((one) => !client || one.clientid === Number(client))
        .filter((one) => !domain || one.domain === domain)
        .filter((one) => !username || one.username === username);
      const { shown, head } = page(rows);
      const products = shown.length === 0 ? '' : { product: shown };
      return success({ clientid: form.get('clientid'), ...head, products });
    }
    case 'GetClientsDetails': {
      const found = world.clients.find(({ id }) => id === Number(form.get('clientid')));
      if (!found) return error('Client Not Found');
      const { id, uuid, email, status, name } = found;
      const client = { client_id: id, userid: id, id, uuid, firstname: name, email, status };
      return success({ ...client, client });
    }
    case 'GetClients': {
      const rows = world.clients.filter(({ email, name }) => beginsWith(email) || beginsWith(name));
      const { shown, head } = page(rows.map(({ id, email, status }) => ({ id, email, status })));
      return success({ ...head, clients: { client: shown } });
    }
    case 'GetUsers': {
      const { shown, head } = page(world.users.filter(({ email }) => beginsWith(email)));
      return success({ ...head, users: shown.map(({ id, email, clients }) => ({ id, email, clients })) });
    }
    case 'OpenTicket':
      if (!Number(form.get('deptid'))) return error('Department ID not found');
      if (!form.get('clientid') && !form.get('email')) return error('Name and email address are required');
      return success({ id: '1', tid: '516757', c: 'KPqH7yG3' });
    default:
      return error('Command Not Found');
  }
}
