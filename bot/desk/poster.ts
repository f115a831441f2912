import type { Question } from './question.ts';
import type { Reply } from './reply.ts';

/** How a platform puts replies where people read them. */
export interface Poster {
  /**
   * Posts in the question's thread and gives the message's id. `key` marks the message, so that it can be found again.
   * `isOurs` is asked right before every try; when it says no, nothing is sent and `undefined` given.
   */
  post(
    question: Question,
    reply: Reply,
    key: string,
    isOurs: () => Promise<boolean>,
  ): Promise<string | undefined>;
  /** The message that carries `key`, when it stands although nobody heard of it. */
  find(question: Question, key: string): Promise<string | undefined>;
  update(question: Question, messageId: string, reply: Reply): Promise<void>;
  /** Tells the asker alone. */
  tell(question: Question, text: string): Promise<void>;
  /** Shows the asker alone a whole reply, and never anybody else: where that cannot be, it says so without it. */
  show(question: Question, reply: Reply, key: string): Promise<void>;
}

/** What a platform does while its question is taken in. */
export interface OnTheWay {
  /** From here on the question cannot get lost: should this process die, another takes it up. */
  onTaken?(): void;
  /** The question with what takes time to fetch, such as its files. */
  complete?(): Promise<Question>;
}
