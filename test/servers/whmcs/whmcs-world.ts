import { randomUUID } from 'node:crypto';

/** A product as `GetClientsProducts` sends it, the service's password among the rest. */
export interface Product {
  readonly id: number;
  readonly clientid: number;
  readonly name: string;
  readonly domain: string;
  readonly status: string;
  readonly username: string;
  readonly password: string;
  readonly servername: string;
  readonly serverhostname: string;
  readonly serverip: string;
}

/** Who pays. */
export interface Client {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  email: string;
  status: string;
  readonly products: Product[];
}

/** Who signs in (WHMCS 8 and later): may own several clients, and be let into others. */
export interface User {
  readonly id: number;
  readonly uuid: string;
  readonly email: string;
  readonly clients: { readonly id: number; readonly isOwner: boolean }[];
}

export interface World {
  readonly clients: Client[];
  readonly users: User[];
  addClient(email: string, name?: string): Client;
  addUser(email: string, owned: readonly Client[], let_in?: readonly Client[]): User;
  sell(to: Client, product: Partial<Product> & Pick<Product, 'username' | 'domain'>): Product;
}

export const servicePassword = 'the-password-of-the-service';

export function createWorld(): World {
  const clients: Client[] = [];
  const users: User[] = [];
  let products = 0;
  return {
    ...{ clients, users },
    addClient(email, name = 'Ann Example') {
      const id = clients.length + 1;
      const client = { id, uuid: randomUUID(), name, email, status: 'Active', products: [] };
      clients.push(client);
      return client;
    },
    addUser(email, owned, letIn = []) {
      const of = (list: readonly Client[], isOwner: boolean) => list.map(({ id }) => ({ id, isOwner }));
      const id = 100 + users.length;
      const user = { id, uuid: randomUUID(), email, clients: [...of(owned, true), ...of(letIn, false)] };
      users.push(user);
      return user;
    },
    sell(to, product) {
      const sold: Product = {
        ...{
          id: ++products,
          clientid: to.id,
          name: 'Web Hosting',
          status: 'Active',
          password: servicePassword,
        },
        ...{ servername: 'Web 1', serverhostname: '127.0.0.1', serverip: '192.0.2.1' },
        ...product,
      };
      to.products.push(sold);
      return sold;
    },
  };
}
