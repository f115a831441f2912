import type { Action, Fact, Reply, Source } from '../desk/reply.ts';

/** A further step that the account desk knows; each platform makes a button of it and calls the desk with `choice`. */
export interface Offer {
  readonly kind: 'show-numbers' | 'show-addresses' | 'tell-when-clear' | 'link' | 'unlink';
  readonly label: string;
  /** One of the presser's own links in 12 letters (`shortChoice`); opens nothing for anybody else. */
  readonly choice?: string;
}

export interface Picture {
  readonly png: Uint8Array;
  /** The same in words. */
  readonly alternative: string;
}

/** What the account desk says: always for the asker alone. */
export interface AccountAnswer {
  readonly reply: Reply & { readonly audience: 'asker' };
  readonly image?: Picture;
  readonly offers: readonly Offer[];
}

interface Said {
  readonly kind?: Reply['kind'];
  readonly title: string;
  /** Paragraphs of Markdown; empty ones are left out. */
  readonly body: readonly string[];
  readonly facts?: readonly Fact[];
  readonly sources?: readonly Source[];
  readonly actions?: readonly Action[];
  readonly offers?: readonly Offer[];
  readonly image?: Picture | undefined;
}

export function answerOf(said: Said): AccountAnswer {
  const { kind = 'answer', title, body, facts = [], sources = [], actions = [], offers = [], image } = said;
  const text = body.filter((part) => part !== '').join('\n\n');
  return {
    reply: { kind, title, body: text, facts, sources, actions, audience: 'asker' },
    ...(image ? { image } : {}),
    offers,
  };
}
