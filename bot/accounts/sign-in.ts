import type { Person } from '../memory/person.ts';
import { type AccountAnswer, answerOf } from './account-answer.ts';
import { type AccountParts, personOf } from './account-parts.ts';
import { methodsOf, stepsTo } from './link-method.ts';

/** Sends the person to the page where they prove who they are. The address is for them alone and works once. */
export async function beginSignIn(parts: AccountParts, person: Person): Promise<AccountAnswer> {
  const methods = methodsOf(parts);
  const address = await methods.find(({ proof }) => proof === 'sign-in')?.begin?.(personOf(person));
  if (address === undefined)
    return answerOf({
      ...{ kind: 'unsure', title: 'Signing in is not set up here', body: [] },
      actions: [...stepsTo(methods.filter(({ proof }) => proof !== 'sign-in')), { kind: 'talk-to-person' }],
    });
  return answerOf({
    title: 'Sign in to link your account',
    body: [`[Sign in here](${address})`, 'The address works once, for you alone. Give it to nobody.'],
  });
}
