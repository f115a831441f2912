import type { Claims } from '../claims.ts';
import type { Outbox, OutboxClaim } from '../outbox.ts';
import type { Soft } from './resilient.ts';

/** What this process took while nobody could write it down, so that at least it does nothing twice itself. Bounded. */
interface Own {
  has(key: string): boolean;
  get(key: string): string | undefined;
  set(key: string, messageId?: string): void;
  delete(key: string): boolean;
}

const mostKept = 5000;

function createOwn(): Own {
  const keys = new Map<string, string | undefined>();
  return {
    has: (key) => keys.has(key),
    get: (key) => keys.get(key),
    set(key, messageId) {
      keys.delete(key);
      keys.set(key, messageId);
      const oldest = keys.size > mostKept ? keys.keys().next().value : undefined;
      if (oldest !== undefined) keys.delete(oldest);
    },
    delete: (key) => keys.delete(key),
  };
}

/** Answers without the database too: a question is answered although nothing can be noted, and is then `abandoned`. */
export function withOwnClaims(claims: Soft<Claims>): Claims {
  const own = createOwn();
  return {
    async claim(key) {
      if (own.has(key)) return 'taken';
      // Set before asking: two deliveries at once must not both find the database away.
      own.set(key);
      const claim = await claims.claim(key);
      if (claim !== undefined) own.delete(key);
      // Another process may have it: whoever can, looks whether it was done before doing it.
      return claim ?? 'abandoned';
    },
    async finish(key) {
      const finished = await claims.finish(key);
      if (finished === undefined) own.set(key);
      return finished ?? true;
    },
    async release(key) {
      const known = own.delete(key);
      return (await claims.release(key)) ?? known;
    },
    // While nobody can say otherwise they are still this process's.
    renew: async (keys) => {
      const written = keys.filter((key) => !own.has(key));
      const renewed = written.length > 0 ? ((await claims.renew(written)) ?? written) : [];
      return [...keys.filter((key) => own.has(key)), ...renewed];
    },
    lapsed: async (beginning, most) => (await claims.lapsed(beginning, most)) ?? [],
    async once(key) {
      if (own.has(key)) return false;
      own.set(key);
      const first = await claims.once(key);
      if (first !== undefined) own.delete(key);
      return first ?? true;
    },
  };
}

export type OwnedOutbox = Omit<Soft<Outbox>, 'claim' | 'posting'> & Pick<Outbox, 'claim' | 'posting'>;

export function withOwnOutbox(outbox: Soft<Outbox>): OwnedOutbox {
  const own = createOwn();
  return {
    ...outbox,
    async claim(key, work): Promise<OutboxClaim> {
      if (own.has(key)) return { as: 'taken', messageId: own.get(key) };
      own.set(key);
      const claim = await outbox.claim(key, work);
      if (claim !== undefined) own.delete(key);
      return claim ?? { as: 'new' };
    },
    async posting(key) {
      if (own.has(key)) return true;
      const posting = await outbox.posting(key);
      // Another process that finds it later looks whether it stands before it posts.
      if (posting === undefined) own.set(key);
      return posting ?? true;
    },
    async posted(key, messageId) {
      const posted = own.has(key) ? undefined : await outbox.posted(key, messageId);
      if (posted === undefined) own.set(key, messageId);
      return posted;
    },
  };
}
