import type { Action } from '../desk/reply.ts';
import type { Proof } from '../memory/links.ts';
import type { Person } from '../memory/person.ts';
import { step } from './account-answer.ts';
import type { AccountParts } from './account-parts.ts';

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

const codeMethod: LinkMethod = { proof: 'code', label: 'Link my account' };

/** What there is to link with. */
export function methodsOf({ mailer, otherMethods = [] }: AccountParts): readonly LinkMethod[] {
  return [...(mailer ? [codeMethod] : []), ...otherMethods];
}

export function stepsTo(methods: readonly LinkMethod[]): Action[] {
  return methods.map(({ proof, label }) => step(proof === 'sign-in' ? 'signin' : 'link', label));
}
