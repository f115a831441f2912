import type { Transaction } from 'kysely';
import type { LinkedAccount } from './links.ts';
import { createId } from './opaque-id.ts';
import type { MemoryParts } from './parts.ts';
import { type Person, type PersonColumns, personColumns, personKey } from './person.ts';
import { fingerprintOf, fitsFingerprint } from './sealed.ts';
import type { Tables } from './tables.ts';

export interface CodesTable extends PersonColumns {
  server: string;
  account: string;
  fingerprint: string;
  tries: number;
  expiresAt: number;
}

export interface CodeSendsTable extends PersonColumns {
  id: string;
  server: string | null;
  account: string | null;
  at: number;
}

/** `send`: mail it. Otherwise mail nothing, and say the very same to the customer. */
export type Issued = 'send' | 'too-many-for-person' | 'too-many-for-account' | 'no-account';

export interface Codes {
  /**
   * Notes a code that is about to be mailed; an earlier one for the same account is void. `account` is `undefined`
   * where the customer's word stands for none: it counts against the person all the same.
   */
  issue(person: Person, account: LinkedAccount | undefined, code: string): Promise<Issued>;
  /** The account the code was made for, once. Every wrong try counts against all codes the person has. */
  redeem(person: Person, code: string): Promise<LinkedAccount | undefined>;
}

const hourMs = 3_600_000;
const nobody = { server: null, account: null };
export const codeRules = { livesMs: 600_000, tries: 5, sendsAnHour: 3, sendsADay: 3 } as const;

export function createCodes({ engine, keys, now }: MemoryParts): Codes {
  const boundTo = (person: Person, { server, user }: LinkedAccount, code: string) =>
    JSON.stringify([person.platform, person.workspace, person.id, server, user, code]);

  return {
    async issue(person, account, code) {
      const at = now();
      const who = personColumns(person);
      const to = { server: account?.server ?? null, account: account?.user ?? null };
      const locks = [codesOf(person), ...(account ? [`codes ${account.server} ${account.user}`] : [])];
      return engine.transaction(locks, async (tx): Promise<Issued> => {
        const own = await countSends(tx, who, at - hourMs);
        if (own >= codeRules.sendsAnHour) return 'too-many-for-person';
        const full =
          account !== undefined && (await countSends(tx, to, at - 24 * hourMs)) >= codeRules.sendsADay;
        // What is not sent counts against whoever asked, not against the account.
        await tx
          .insertInto('codeSends')
          .values({ id: createId(at), ...who, ...(full ? nobody : to), at })
          .execute();
        if (!account) return 'no-account';
        if (full) return 'too-many-for-account';
        const fresh = {
          fingerprint: fingerprintOf(keys, 'code', boundTo(person, account, code)),
          tries: 0,
          expiresAt: at + codeRules.livesMs,
        };
        await tx
          .insertInto('codes')
          .values({ ...who, server: account.server, account: account.user, ...fresh })
          .onConflict((conflict) =>
            conflict.columns(['platform', 'workspace', 'person', 'server', 'account']).doUpdateSet(fresh),
          )
          .execute();
        return 'send';
      });
    },
    async redeem(person, code) {
      const who = personColumns(person);
      return engine.transaction([codesOf(person)], async (tx) => {
        const live = await tx
          .selectFrom('codes')
          .selectAll()
          .where((eb) => eb.and(who))
          .where('expiresAt', '>', now())
          .where('tries', '<', codeRules.tries)
          .execute();
        const fitting = live
          .map(({ server, account, fingerprint }) => ({ account: { server, user: account }, fingerprint }))
          .filter(({ account, fingerprint }) =>
            fitsFingerprint(keys, 'code', boundTo(person, account, code), fingerprint),
          );
        const account = fitting[0]?.account;
        if (account) {
          await tx
            .deleteFrom('codes')
            .where((eb) => eb.and({ ...who, server: account.server, account: account.user }))
            .execute();
          return account;
        }
        await tx
          .updateTable('codes')
          .set((eb) => ({ tries: eb('tries', '+', 1) }))
          .where((eb) => eb.and(who))
          .execute();
        return undefined;
      });
    },
  };
}

function codesOf(person: Person): string {
  return `codes ${personKey(person)}`;
}

async function countSends(
  tx: Transaction<Tables>,
  of: Partial<CodeSendsTable>,
  since: number,
): Promise<number> {
  const row = await tx
    .selectFrom('codeSends')
    .select((eb) => eb.fn.countAll<number>().as('sends'))
    .where((eb) => eb.and(of))
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return row.sends;
}
