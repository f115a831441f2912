import type { Person, Place } from '../question.ts';
import type { Reply } from '../reply.ts';
import type { OrderCode } from './catalogue.ts';

/**
 * Something that people tell the desk to do, in the same way on every platform: a command, a button under a reply, or
 * words said to the bot. A platform makes a command of the name, options or a form of the fields, and shows what
 * comes of it to that person alone.
 */
export interface OrderEntry {
  /** Stands in the ids of buttons that were posted long ago, so it never changes. At most 6 letters. */
  readonly code: string;
  /** One or two words: `mail`, `account show`. The first is the command. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** Refused for everybody else, wherever it comes from. */
  readonly staffOnly?: boolean;
  /** Not offered as a command: it only makes sense on a button that says what it is about. */
  readonly buttonOnly?: boolean;
  /** Its entry in the menu of a message, where it has one: at most 24 characters. */
  readonly menu?: string;
  /** Where one that must be filled in is missing, a form asks for all of them. At most 5. */
  readonly fields: readonly Field[];
}

export interface Field {
  /** Lower case: also the option's name on Discord. */
  readonly name: string;
  /** At most 45 characters. */
  readonly label: string;
  /** `text`: several lines. `person` and `channel`: the platform's id of one. */
  readonly kind: 'line' | 'text' | 'person' | 'channel' | 'choice';
  readonly required: boolean;
  /** Of `choice`. */
  readonly choices?: readonly Choice[];
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** An order as somebody gave it. */
export interface Given {
  readonly by: Person;
  /** How the platform calls them. Proves nothing. */
  readonly name?: string | undefined;
  /** Where it was given; its channel is '' on a page of the platform's own. */
  readonly place: Place;
  /** From the button. */
  readonly about?: string | undefined;
  /** By the names of the fields; what was left out is absent. */
  readonly values: Readonly<Record<string, string>>;
  /** The key of the question under whose answer it was given. */
  readonly question?: string | undefined;
  /** The words of the message in whose menu it was given. */
  readonly pointedAt?: string | undefined;
}

export interface OrderOutcome {
  /** For whoever gave the order, one after the other. */
  readonly replies: readonly Reply[];
  /** The controls of the message that was pressed give way to this line. */
  readonly settled?: string;
}

/** Decides itself what `given.by` may see: a button can be pressed by anybody. */
export type Run = (given: Given) => Promise<OrderOutcome>;

export interface Order extends OrderEntry {
  readonly run: Run;
  /** What the form holds when it opens. Must be quick: a form that comes too late is refused by the platforms. */
  readonly prefill?: (given: Given) => Promise<Given['values']>;
}

/** What carries orders out, by their codes. */
export type Runs = { readonly [Code in OrderCode]?: Run | Pick<Order, 'run' | 'prefill'> };
