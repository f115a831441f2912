import type { Identity } from '../../../desk/question.ts';
import type { Kit } from '../discord-parts.ts';
import { refusalOf } from './call-discord.ts';

const keptMs = 5 * 60_000;
const mostKept = 1000;

/** What people are called on Discord, as they show themselves; their id where it knows none. Asked for anew after some minutes. */
export function createNames({ calls, now }: Pick<Kit, 'calls' | 'now'>) {
  const known = new Map<string, { readonly name: string; readonly untilMs: number }>();
  return async ({ id }: Pick<Identity, 'id'>): Promise<string> => {
    const kept = known.get(id);
    if (kept && kept.untilMs > now()) return kept.name;
    const name = await nameFrom(calls, id);
    known.delete(id);
    known.set(id, { name, untilMs: now() + keptMs });
    const oldest = known.size > mostKept ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return name;
  };
}

async function nameFrom(calls: Kit['calls'], id: string): Promise<string> {
  try {
    const { global_name: shown, username } = await calls.user(id);
    return shown || username;
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return id;
  }
}
