import type { Outreach } from '../../../bot/desk/outreach.ts';
import type { Identity, Place } from '../../../bot/desk/question.ts';
import type { TestDesk } from './test-desk.ts';

/**
 * Who is on the stage. ann and bob are customers, sam is staff; gus comes from another workspace and stands in the
 * list of staff all the same, where a platform has such guests.
 */
export type Who = 'ann' | 'bob' | 'sam' | 'gus';

/**
 * `support`: the bot is in it and listens to mentions only. `watched`: it listens to everything. `staff`: the staff's
 * own channel, where hand-offs go.
 */
export type Where = 'support' | 'watched' | 'staff' | 'direct';

export interface Said {
  readonly who: Who;
  readonly where: Where;
  readonly id: string;
}

/** A message of the bot's as a reader sees it. */
export interface Shown {
  readonly id: string;
  readonly text: string;
  readonly buttons: readonly string[];
  /** The words that stand for its picture. */
  readonly picture?: string;
  /** Name of the file that came with it. */
  readonly file?: string;
}

/** A form as it stands open before somebody: what its fields hold, by their labels. */
export interface Form {
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface File {
  readonly name: string;
  readonly content: string | Buffer;
}

export interface SayOptions {
  readonly mention?: boolean;
  /** In the thread of that message. */
  readonly under?: Said;
  readonly files?: readonly File[];
}

/** What goes wrong with the next call that posts an answer. */
export type Fault = 'rate-limited' | 'server-error' | 'lost-request' | 'lost-response';

export type StaffOrder =
  | { readonly search: string }
  | { readonly show: string }
  | { readonly why: Said }
  | { readonly gaps: true }
  /** Puts an article before the customer, below that message. */
  | { readonly post: string; readonly below: Said };

/** A platform with the bot on it and people who talk to it: all that the contract needs to know of either. */
export interface Stage {
  readonly desk: TestDesk;
  readonly hasGuests: boolean;

  say(who: Who, where: Where, text: string, options?: SayOptions): Promise<Said>;
  /** A mention that was in it stays in it. */
  edit(said: Said, text: string, options?: { readonly mention?: boolean }): Promise<void>;
  /** Another program writes. */
  robotSays(where: Exclude<Where, 'direct'>, text: string, options?: SayOptions): Promise<Said>;
  ask(who: Who, text: string): Promise<void>;
  /** "Explain this bounce" in the menu of a message. */
  explain(who: Who, said: Said): Promise<void>;
  order(who: Who, order: StaffOrder): Promise<void>;
  /**
   * Gives one of the desk's orders by its command, in `support`: `account show`, with what is filled in by the names
   * of the fields. A person is filled in by who they are: `ann`.
   */
  command(who: Who, name: string, values?: Readonly<Record<string, string>>): Promise<void>;
  /** The same from the menu of a message. */
  menu(who: Who, entry: string, said: Said): Promise<void>;
  press(who: Who, shown: Shown, label: string): Promise<void>;
  /** The form that stands open before somebody, if any. */
  form(who: Who): Promise<Form | undefined>;
  /** Fills fields in, by their labels, and sends the form. */
  submit(who: Who, values: Readonly<Record<string, string>>): Promise<void>;

  /** What the bot said in the thread of a message (or in the conversation, for a direct one), oldest first. */
  answers(said: Said): Promise<readonly Shown[]>;
  /** What only that person sees, oldest first; direct messages that answer are not among it. */
  privately(who: Who): Promise<readonly Shown[]>;
  /** What the bot wrote in the direct conversation with somebody, oldest first. */
  direct(who: Who): Promise<readonly Shown[]>;
  /** What the bot posted in a channel or below a message of its own there, oldest first. */
  posted(where: Exclude<Where, 'direct'>): Promise<readonly Shown[]>;
  /** Whom all the bot's messages notify. */
  pings(): Promise<readonly string[]>;

  /** The running bot's, with the names that it knows people and places by. */
  outreach(): Outreach;
  identityOf(who: Who): Identity;
  placeOf(where: Exclude<Where, 'direct'>): Place;

  /** Until it holds. */
  until(condition: () => Promise<boolean> | boolean, what: string): Promise<void>;
  /** Until nothing has been under way for a while. */
  quiet(forMs?: number): Promise<void>;
  /** Delivers once more all that was delivered so far. */
  redeliver(): Promise<void>;
  fault(kind: Fault, times?: number): void;
  dropConnection(): Promise<void>;
  /** The process ends and another begins with the same memory. `abruptly`: it is killed. */
  restart(options?: { readonly abruptly?: boolean }): Promise<void>;
  /** Ends the bot as the operator does; resolves when it has ended. */
  stopBot(): Promise<void>;
  close(): Promise<void>;
}
