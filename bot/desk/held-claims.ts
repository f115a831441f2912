import type { Claims } from '../memory/claims.ts';
import type { DeskMemory } from './desk-memory.ts';

/** Claims that this process is working on, each renewed for as long as the work goes on. */
export type HeldClaims = Pick<DeskMemory, 'claim' | 'holds' | 'finish' | 'letGo'>;

/** A claim counts as held only this far from the end of its lease: what follows takes time, too. */
const marginShare = 0.5;

export function createHeldClaims(claims: Claims, leaseMs: number, now: () => number): HeldClaims {
  /** Key → until when nobody else can have it. */
  const until = new Map<string, number>();
  let armed = false;

  const renew = async (keys: readonly string[]): Promise<ReadonlySet<string>> => {
    const at = now();
    const renewed = new Set(await claims.renew(keys));
    for (const key of keys) {
      if (!until.has(key)) continue;
      if (renewed.has(key)) until.set(key, at + leaseMs);
      else until.delete(key);
    }
    return renewed;
  };
  const renewLater = () => {
    if (armed) return;
    armed = true;
    setTimeout(async () => {
      await renew([...until.keys()]).catch(() => {});
      armed = false;
      if (until.size > 0) renewLater();
    }, leaseMs / 3).unref();
  };

  return {
    async claim(key) {
      const at = now();
      const claim = await claims.claim(key);
      if (claim === 'taken') return claim;
      until.set(key, at + leaseMs);
      renewLater();
      return claim;
    },
    async holds(key) {
      const end = until.get(key);
      if (end === undefined) return false;
      return end - now() > leaseMs * marginShare || (await renew([key])).has(key);
    },
    async finish(key) {
      until.delete(key);
      await claims.finish(key);
    },
    letGo(key) {
      until.delete(key);
    },
  };
}
