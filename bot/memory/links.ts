import type { Selectable } from 'kysely';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns, personFrom, personKey } from './person.ts';

export interface LinksTable extends PersonColumns {
  server: string;
  account: string;
  owner: string | null;
  identity: string;
  domain: string;
  proof: Proof;
  at: number;
}

/** How the person proved to own the account: an emailed code, signing in, or a member of staff vouching. */
export type Proof = 'code' | 'sign-in' | 'staff';

/** An account at the host. Fits the hosting's own reference to one. */
export interface LinkedAccount {
  readonly server: string;
  readonly user: string;
  readonly owner?: string;
}

export interface Link {
  readonly person: Person;
  readonly account: LinkedAccount;
  /** What the host said the account was; another value at use means another customer, and the link is void. */
  readonly identity: string;
  readonly domain: string;
  readonly proof: Proof;
  readonly at: number;
}

/** `full`: the account has its people on this platform already. */
export type Linking = 'linked' | 'full';

export interface Links {
  /**
   * One link a person and account; a new one takes the old one's place. An account belongs to `mostPeople` on a
   * platform (one, where nothing is said), so that nobody links themselves beside its owner unseen.
   */
  add(link: Omit<Link, 'at'>, mostPeople?: number): Promise<Linking>;
  of(person: Person): Promise<readonly Link[]>;
  /** The one way to ask whether a person may see an account. */
  get(person: Person, account: LinkedAccount): Promise<Link | undefined>;
  peopleOf(account: LinkedAccount): Promise<readonly Link[]>;
  /** False when there was none. */
  remove(person: Person, account: LinkedAccount): Promise<boolean>;
}

export function createLinks({ engine, keep, now }: MemoryParts): Links {
  const { db } = engine;
  return {
    async add({ person, account, identity, domain, proof }, mostPeople = 1) {
      const { server, user, owner } = account;
      const link = { owner: owner ?? null, identity, domain: keep(domain, 253), proof, at: now() };
      const who = personColumns(person);
      return engine.transaction([`account ${server} ${user}`], async (tx) => {
        // A recycled user name: whoever linked the account's former owner is no concern of the new one.
        await tx
          .deleteFrom('links')
          .where((eb) => eb.and({ server, account: user }))
          .where('identity', '<>', identity)
          .execute();
        const others = await tx
          .selectFrom('links')
          .select(['platform', 'workspace', 'person'])
          .where((eb) => eb.and({ server, account: user, platform: person.platform }))
          .execute();
        const beside = others.filter((other) => personKey(personFrom(other)) !== personKey(person));
        if (beside.length >= mostPeople) return 'full';
        await tx
          .insertInto('links')
          .values({ ...who, server, account: user, ...link })
          .onConflict((conflict) =>
            conflict.columns(['platform', 'workspace', 'person', 'server', 'account']).doUpdateSet(link),
          )
          .execute();
        return 'linked';
      });
    },
    async of(person) {
      const rows = await db
        .selectFrom('links')
        .selectAll()
        .where((eb) => eb.and(personColumns(person)))
        .orderBy('at')
        .orderBy('account')
        .execute();
      return rows.map(linkFrom);
    },
    async get(person, { server, user }) {
      const row = await db
        .selectFrom('links')
        .selectAll()
        .where((eb) => eb.and({ ...personColumns(person), server, account: user }))
        .executeTakeFirst();
      return row && linkFrom(row);
    },
    async peopleOf({ server, user }) {
      const rows = await db
        .selectFrom('links')
        .selectAll()
        .where((eb) => eb.and({ server, account: user }))
        .orderBy('at')
        .execute();
      return rows.map(linkFrom);
    },
    async remove(person, { server, user }) {
      const row = await db
        .deleteFrom('links')
        .where((eb) => eb.and({ ...personColumns(person), server, account: user }))
        .returning('account')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function linkFrom(row: Selectable<LinksTable>): Link {
  const { server, account, owner, identity, domain, proof, at } = row;
  return {
    person: personFrom(row),
    account: { server, user: account, ...(owner === null ? {} : { owner }) },
    ...{ identity, domain, proof, at },
  };
}
