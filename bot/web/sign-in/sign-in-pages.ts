import { html } from 'hono/html';
import { platformName } from '../../accounts/chat-user-words.ts';
import type { Html, Page } from './page.ts';

/** Whom the page is about, as the chat calls them. */
export interface ShownPerson {
  readonly name: string;
  /** `Slack, workspace Acme, user U123` */
  readonly where: string;
}

/** Names the chat user before anything happens: whoever was sent somebody else's link sees it here. */
export function whoPage(person: ShownPerson, platform: string, action: string, form: string): Page {
  return {
    title: 'Link your hosting account',
    body: html`<p>You are linking your hosting account with this chat user:</p>
<p class="who"><strong>${person.name}</strong><span>${person.where}</span></p>
<p>They will see the mail numbers of your account in private messages. Go on only if that is you and you asked for this link yourself.</p>
<form method="post" action="${action}"><input type="hidden" name="form" value="${form}"><button>That is me: go on</button></form>
<p class="note">Next, ${platformName(platform)} confirms that it is you, then you sign in to your customer account. If that is not you, close this page: nothing is linked.</p>`,
  };
}

/** A page of our own between two sites: their rules on where a form may lead do not concern the next one. */
export function onwardsPage(to: URL, what: { readonly title: string; readonly text: string }): Page {
  return {
    title: what.title,
    onwards: to,
    body: html`<p>${what.text}</p><p><a class="go" href="${to.href}" rel="noreferrer">Go on</a></p>`,
  };
}

export const onwards = {
  chat: (platform: string) => ({
    title: `Confirm who you are on ${platformName(platform)}`,
    text: `You are being taken to ${platformName(platform)}.`,
  }),
  billing: (platform: string) => ({
    title: 'Now sign in to your customer account',
    text: `${platformName(platform)} confirmed that it is you. You are being taken to the sign-in of your customer account.`,
  }),
};

export interface Outcome {
  readonly linked: readonly string[];
  /** Linked with somebody else of the same chat already. */
  readonly full: readonly string[];
  /** The host did not answer, or what it has is not what was sold. */
  readonly unsure: readonly string[];
}

const listOf = (domains: readonly string[]): Html =>
  html`<ul>${domains.map((domain) => html`<li>${domain}</li>`)}</ul>`;

const part = (domains: readonly string[], text: string): Html =>
  domains.length === 0 ? html`` : html`<p>${text}</p>${listOf(domains)}`;

export function outcomePage({ linked, full, unsure }: Outcome, { name }: ShownPerson, help: string): Page {
  if (linked.length + full.length + unsure.length === 0) {
    return {
      title: 'There is no account to link',
      body: html`<p>You are signed in, but none of your active products is a hosting account on a server that I can read. ${help}</p>`,
    };
  }
  return {
    title:
      linked.length > 1
        ? 'Your accounts are linked'
        : linked.length > 0
          ? 'Your account is linked'
          : 'Nothing was linked',
    body: html`${part(linked, `Linked with ${name}:`)}
${part(full, 'Linked with somebody else in this chat already, so left alone:')}
${part(unsure, 'Could not be matched with an account on its server:')}
<p>${linked.length > 0 ? 'You can close this page and go back to the chat. Unlink there whenever you like.' : help}</p>`,
  };
}

const again = 'Go back to the chat and ask for a new link.';

/** What a person reads when it does not go on. The same sentences for everybody, whatever exactly was wrong. */
export const troublePages = {
  gone: {
    status: 410,
    title: 'This link does not work any more',
    text: `It works once and for fifteen minutes. If your account was linked already, the chat has told you. If not, go back there and ask for a new link.`,
  },
  unproven: {
    status: 403,
    title: 'Linking this way is not set up for your chat',
    text: 'I could not make sure that this browser is yours, so nothing was linked. Our people can link your account.',
  },
  otherPerson: {
    status: 403,
    title: 'This link is for somebody else',
    text: `The chat user who is signed in here is not the one who asked for the link, so nothing was linked. If somebody sent you this link, do not use it. If it was you: sign in as yourself there. ${again}`,
  },
  otherBrowser: {
    status: 403,
    title: 'This was begun in another browser',
    text: `For your safety it must end where it began, so nothing was linked. If somebody sent you this address, do not use it. ${again}`,
  },
  declined: {
    status: 403,
    title: 'Nothing was linked',
    text: `You did not allow it, so I stopped. ${again}`,
  },
  refused: {
    status: 403,
    title: 'That sign-in could not be verified',
    text: `Nothing was linked. ${again}`,
  },
  away: {
    status: 503,
    title: 'I cannot do that right now',
    text: 'Something does not answer just now. Nothing was linked. Go back to the chat in a few minutes and ask for a new link.',
  },
} as const;

export type Trouble = keyof typeof troublePages;

export function troublePage(trouble: Trouble, help: string): Page {
  const { title, text } = troublePages[trouble];
  return { title, body: html`<p>${text}</p><p class="note">${help}</p>` };
}
