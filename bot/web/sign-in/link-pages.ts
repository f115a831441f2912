import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { browserOf, formSecret, isOwnForm, markBrowser } from './browser.ts';
import type { Kit } from './kit.ts';
import { onwards, onwardsPage, whoPage } from './sign-in-pages.ts';

const link = '/:link{[\\w-]{43}}';
const mostFormBytes = 4096;

/** The page that the address in the chat opens: it names the chat user, and its button leads out to the chat. */
export function serveLink(pages: Hono, kit: Kit): void {
  const { steps, show, trouble } = kit;
  const proofs = new Map(kit.proofs.map((proof) => [proof.platform, proof]));

  pages.get(link, async (context) => {
    const { link } = context.req.param();
    const person = await steps.look(link);
    if (!person) return trouble(context, 'gone', 'no such link');
    if (!proofs.has(person.platform)) return trouble(context, 'unproven', `no proof for ${person.platform}`);
    const form = formSecret(markBrowser(context), link);
    return show(context, whoPage(await kit.shown(person), person.platform, `/link/${link}`, form));
  });

  pages.post(link, bodyLimit({ maxSize: mostFormBytes }), async (context) => {
    const { link } = context.req.param();
    const { form } = await context.req.parseBody();
    if (!isOwnForm(context, kit.publicUrl, link, form))
      return trouble(context, 'otherBrowser', 'not our form');
    // Used up only once the chat has proved whose it is: a second press, or a stranger's, must not spoil it.
    const person = await steps.look(link);
    if (!person) return trouble(context, 'gone', 'no such link');
    const proof = proofs.get(person.platform);
    if (!proof) return trouble(context, 'unproven', `no proof for ${person.platform}`);
    const journey = await steps.leave('chat', { person, browser: browserOf(context) ?? '', link });
    const to = proof.address(journey, kit.at(`/link/${person.platform}`), person);
    return show(context, onwardsPage(to, onwards.chat(person.platform)));
  });
}
