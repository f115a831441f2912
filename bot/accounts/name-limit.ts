import type { Person } from '../memory/person.ts';

const hourMs = 3_600_000;
const mostPeople = 5_000;

/** Spares the host from whoever tries names; the memory's own limits hold over all processes. */
export function createNameLimit(most: number, now: () => Date) {
  const asked = new Map<string, readonly number[]>();
  return {
    allows({ platform, workspace, id }: Person): boolean {
      const key = JSON.stringify([platform, workspace, id]);
      const at = now().getTime();
      const lately = (asked.get(key) ?? []).filter((time) => time > at - hourMs);
      if (lately.length >= most) return false;
      asked.delete(key);
      asked.set(key, [...lately, at]);
      const oldest = asked.size > mostPeople ? asked.keys().next().value : undefined;
      if (oldest !== undefined) asked.delete(oldest);
      return true;
    },
  };
}
