import type { Identity, Place } from './question.ts';
import type { Reply } from './reply.ts';

/**
 * How a platform says what nobody asked for just then: a hand-off in the staff's channel, news to one person. `key`
 * names what is said: however often it is called, and in whatever process, the message stands once.
 */
export interface Outreach {
  /** For everybody in that channel or thread, `below` a message where one is named. Gives the message's id. */
  post(place: Place & { readonly below?: string }, reply: Reply, key: string): Promise<string>;
  /** Changes a message that `post` gave the id of. One that somebody deleted stays deleted. */
  update(place: Place, messageId: string, reply: Reply, key: string): Promise<void>;
  /** Where nobody else reads it. Rejects when the person cannot be reached. */
  tell(person: Identity, reply: Reply, key: string): Promise<void>;
  /** Address of a place for people who may read it; `undefined` where there is none. */
  linkTo(place: Place): Promise<string | undefined>;
  /** What people there call somebody; their id where it does not say. */
  nameOf(person: Identity): Promise<string>;
}
