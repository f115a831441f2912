import type { Context, webApi } from '@slack/bolt';
import type { Person } from '../../../desk/question.ts';
import type { Kit } from '../slack-parts.ts';
import { type Around, personOf } from './to-question.ts';

/** The workspace and the bot that Bolt found an event to be for. */
export function aroundOf({ teamId, botUserId }: Context): Around {
  if (teamId === undefined || botUserId === undefined)
    throw new Error('Slack sent something for no workspace');
  return { team: teamId, botUserId };
}

/** Whoever acted, and whether they are staff now. */
export async function actorOf(
  { staff }: Kit,
  client: webApi.WebClient,
  { team }: Around,
  user: { id: string; team_id?: string | undefined },
): Promise<Person> {
  const isStaff = await staff({ user: user.id, userTeam: user.team_id, team }, client);
  return personOf(user.id, isStaff, { team });
}
