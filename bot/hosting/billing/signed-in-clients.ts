import { z } from 'zod';
import type { HostAnswer } from '../host-answer.ts';
import type { WhmcsApi } from './whmcs-api.ts';

/** Whom WHMCS says it has signed in. */
export interface SignedIn {
  /** `sub` of the ID token: an id or a UUID. */
  readonly subject: string;
  /** From `userinfo`, for the same subject. */
  readonly email: string | undefined;
  readonly emailVerified: boolean;
}

/** What the subject of an installation names: a client, or a user, who may own several clients (WHMCS 8 and later). */
export type SubjectKind = 'client' | 'user';

type Api = Pick<WhmcsApi, 'read'>;
type Ids = HostAnswer<readonly string[]>;

const most = 50;
/** Clients with one address that are looked at. */
const mostLookedAt = 10;
const number = /^[1-9]\d{0,11}$/;

/**
 * The clients that belong to whoever signed in; none where it is not certain. WHMCS finds nobody by UUID, so the
 * address from `userinfo` says where to look, and the id or UUID that is found there has to be the subject.
 */
export async function clientsOf(api: Api, signedIn: SignedIn, kind: SubjectKind): Promise<Ids> {
  const { subject, email, emailVerified } = signedIn;
  if (email === undefined) return none();
  if (kind === 'user') return emailVerified ? ownedBy(api, subject, email) : none();
  if (number.test(subject)) return client(api, subject, (found) => sameAddress(found.email, email));
  const clients = await withAddress(api, email);
  if (clients.kind !== 'ok') return clients;
  for (const id of clients.value) {
    const answer = await client(api, id, ({ uuid }) => uuid === subject);
    if (answer.kind !== 'ok' || answer.value.length > 0) return answer;
  }
  return none();
}

const details = z.object({
  client: z.object({
    id: z.coerce.string(),
    uuid: z.string().default(''),
    email: z.string().default(''),
    status: z.string().default(''),
  }),
});
type Details = z.infer<typeof details>['client'];

/** The client of this number, if it `fits`. */
async function client(api: Api, id: string, fits: (found: Details) => boolean): Promise<Ids> {
  const answer = await api.read('GetClientsDetails', { clientid: id });
  if (answer.kind !== 'ok') return answer;
  const found = details.safeParse(answer.value).data?.client;
  const isTheirs = found !== undefined && found.id === id && found.status !== 'Closed' && fits(found);
  return { ...answer, value: isTheirs ? [id] : [] };
}

const clientList = z.object({
  clients: z.object({ client: z.array(z.object({ id: z.coerce.string(), email: z.string() })) }),
});

/** Several clients may have one address; it is no proof of anything. */
async function withAddress(api: Api, email: string): Promise<Ids> {
  const answer = await api.read('GetClients', { search: email, limitnum: String(most) });
  if (answer.kind !== 'ok') return answer;
  const found = clientList.safeParse(answer.value).data?.clients.client ?? [];
  const theirs = found.filter((one) => sameAddress(one.email, email)).slice(0, mostLookedAt);
  return { ...answer, value: theirs.map(({ id }) => id) };
}

const userList = z.object({
  users: z.array(
    z.object({
      id: z.coerce.string(),
      email: z.string(),
      clients: z.array(z.object({ id: z.coerce.string(), isOwner: z.boolean() })).default([]),
    }),
  ),
});

/** A user's address is what they sign in with, and nobody else's. */
async function ownedBy(api: Api, subject: string, email: string): Promise<Ids> {
  const answer = await api.read('GetUsers', { search: email, limitnum: String(most) });
  if (answer.kind !== 'ok') return answer;
  const found = userList.safeParse(answer.value).data?.users ?? [];
  const [user, ...others] = found.filter((one) => sameAddress(one.email, email));
  const isTheirs = user && others.length === 0 && (!number.test(subject) || user.id === subject);
  const owned = isTheirs ? user.clients.filter(({ isOwner }) => isOwner) : [];
  return { ...answer, value: owned.map(({ id }) => id) };
}

const sameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
const none = (): Ids => ({ kind: 'ok', value: [], readAt: new Date() });
