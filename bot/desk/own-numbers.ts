import type { MailError } from '../bounce/mail-error.ts';
import type { Person } from './question.ts';
import type { Reply } from './reply.ts';

/** Live numbers of the asker's own accounts, where a panel is set up. Every reply is for the asker alone. */
export interface OwnNumbers {
  /** Whether somebody asks for them in words. */
  asked(text: string): boolean;
  /** `undefined`: the words name a domain that is none of the person's, and ask for no other. */
  numbers(person: Person, text: string): Promise<Reply | undefined>;
  /** `undefined`: the errors are about nobody's account that the person may see. */
  comparePaste(person: Person, errors: readonly MailError[]): Promise<Reply | undefined>;
}
