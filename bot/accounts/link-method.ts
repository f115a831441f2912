import type { Proof } from '../memory/links.ts';
import type { Person } from '../memory/person.ts';

/**
 * A way for a customer to prove that an account is theirs. The emailed code is one; a sign-in (OpenID Connect) is
 * added by listing it here: it ends with `createLinkKeeper().tie(…, 'sign-in')`.
 */
export interface LinkMethod {
  readonly proof: Proof;
  /** On the button. */
  readonly label: string;
  /** Where the person goes to begin: an address for them alone. `undefined`: the platform asks for a name and calls `startLink`. */
  begin?(person: Person): Promise<string>;
}

export const codeMethod: LinkMethod = { proof: 'code', label: 'Link my account' };
