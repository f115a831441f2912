import type { Person } from '../../memory/person.ts';
import type { Arrived, Journey } from './journey.ts';

/** Whom a chat platform says is signed in, in the browser that came back. */
export interface ChatUser {
  readonly id: string;
  /** `undefined`: ids of people are the platform's own, whatever the workspace. */
  readonly workspace?: string;
}

/** Proves that a browser is a chat user's: otherwise a forwarded link would tie a victim's account to whoever sent it. */
export interface ChatProof {
  /** As in `Person`. */
  readonly platform: string;
  /** Where the browser goes. */
  address(journey: Journey, redirectUri: string, person: Person): URL;
  /** `back`: the address that the browser came back to, with what came along. */
  arrive(back: URL, journey: Journey): Promise<Arrived<ChatUser>>;
}

export function isThem(user: ChatUser, { id, workspace }: Person): boolean {
  return user.id === id && (user.workspace === undefined || user.workspace === workspace);
}
