import { Hono } from 'hono';
import { nameOf } from '../../accounts/link-keeper.ts';
import type { LinkMethod } from '../../accounts/link-method.ts';
import { createNameLimit } from '../../accounts/name-limit.ts';
import { createKit, type SignInParts } from './kit.ts';
import { serveLink } from './link-pages.ts';
import { serveReturnFromBilling, serveReturnFromChat } from './return-pages.ts';
import { troublePage } from './sign-in-pages.ts';

export interface SignIn {
  readonly method: LinkMethod;
  /** What is served below `/link`. */
  readonly pages: Hono;
}

/** Links that one person can ask for in an hour. */
const linksAnHour = 10;

/** Links accounts by signing in at the billing system, once the browser has proved to be the chat user's. */
export function createSignIn(parts: SignInParts): SignIn {
  const kit = createKit(parts);
  const limit = createNameLimit(linksAnHour, parts.now ?? (() => new Date()));
  const pages = new Hono();
  pages.onError((error, context) => {
    kit.log.error({ err: error }, 'sign_in_failed');
    return kit.show(context, troublePage('away', kit.help), 503);
  });
  serveLink(pages, kit);
  for (const proof of kit.proofs) serveReturnFromChat(pages, kit, proof);
  serveReturnFromBilling(pages, kit);

  return {
    pages,
    method: {
      ...{ proof: 'sign-in', label: 'Sign in to link my account' },
      async begin(person) {
        if (!limit.allows(person)) throw new Error('Too many links for one person');
        const link = await kit.steps.begin(person);
        await kit.keeper.note(
          person,
          'link.sign-in',
          nameOf(person),
          'wants to link',
          'a link to the sign-in',
        );
        return kit.at(`/link/${link}`);
      },
    },
  };
}
