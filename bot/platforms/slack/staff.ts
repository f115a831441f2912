import type { webApi } from '@slack/bolt';
import { callSlack } from './saying/call-slack.ts';

export interface Candidate {
  readonly user: string;
  /** The workspace they belong to, as far as Slack says it. */
  readonly userTeam: string | undefined;
  /** The workspace whose bot is asked. */
  readonly team: string;
}

/** Says who is staff: asked anew at every command, press and submission. */
export type Staff = (candidate: Candidate, client: webApi.WebClient) => Promise<boolean>;

const freshMs = 60_000;

export interface StaffParts {
  /** Ids of users and of user groups (S…). */
  readonly ids: readonly string[];
  readonly now: () => number;
  onError(error: unknown): void;
}

export function createStaff({ ids, now, onError }: StaffParts): Staff {
  const people = new Set(ids.filter((id) => !isGroup(id)));
  const groups = ids.filter(isGroup);
  const known = new Map<string, { members: Promise<ReadonlySet<string>>; at: number }>();

  const membersOf = (group: string, team: string, client: webApi.WebClient) => {
    const key = `${team} ${group}`;
    const last = known.get(key);
    if (last && now() - last.at < freshMs) return last.members;
    const asked = callSlack(() => client.usergroups.users.list({ usergroup: group }), { tries: 2 });
    const members = asked.then(
      ({ users = [] }): ReadonlySet<string> => new Set(users),
      (error: unknown) => {
        onError(error);
        known.delete(key);
        // While Slack does not say, who was staff a minute ago still is.
        return last?.members ?? new Set<string>();
      },
    );
    known.set(key, { members, at: now() });
    return members;
  };

  return async ({ user, userTeam, team }, client) => {
    // Guests of a shared channel are customers, whatever list they stand in.
    if (userTeam !== team) return false;
    if (people.has(user)) return true;
    for (const group of groups) if ((await membersOf(group, team, client)).has(user)) return true;
    return false;
  };
}

export function isGroup(id: string): boolean {
  return id.startsWith('S');
}
