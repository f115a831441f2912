import type { MemoryParts } from './parts.ts';
import { type Person, personColumns, personKey } from './person.ts';

/** Tables whose rows belong to the person they name. The audit is not among them: it goes by the operator's retention alone. */
const owned = [
  'questions',
  'votes',
  'links',
  'codes',
  'codeSends',
  'watches',
  'outbox',
  'handOffs',
  'sightings',
  'noticeAskers',
] as const;

const nobody = 'forgotten';

/** Takes everything about one person away, and their name from what they did as staff. Gives how many rows of what. */
export async function forgetPerson(
  { engine }: MemoryParts,
  person: Person,
): Promise<Readonly<Record<string, number>>> {
  const who = personColumns(person);
  const key = personKey(person);
  const counts = await engine.transaction([], async (tx) => {
    const gone: Record<string, number> = {};
    for (const table of owned) {
      const { numDeletedRows } = await tx
        .deleteFrom(table)
        .where((eb) => eb.and(who))
        .executeTakeFirst();
      if (numDeletedRows > 0n) gone[table] = Number(numDeletedRows);
    }
    await tx.updateTable('handOffs').set({ claimedBy: null }).where('claimedBy', '=', key).execute();
    await tx.updateTable('handOffs').set({ resolvedBy: null }).where('resolvedBy', '=', key).execute();
    await tx.updateTable('channelSettings').set({ setBy: nobody }).where('setBy', '=', key).execute();
    await tx.updateTable('notices').set({ pinnedBy: nobody }).where('pinnedBy', '=', key).execute();
    await tx.updateTable('notices').set({ endedBy: nobody }).where('endedBy', '=', key).execute();
    return gone;
  });
  await engine.scrub();
  return counts;
}
