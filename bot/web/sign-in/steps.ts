import { z } from 'zod';
import type { AccountMemory } from '../../accounts/account-parts.ts';
import type { Person } from '../../memory/person.ts';
import { digestOf, isSameDigest, type Journey, newJourney, randomToken } from './journey.ts';

const minuteMs = 60_000;
/** How long the address in the chat works, and how long a sign-in elsewhere may take. */
const lives = { linkMs: 15 * minuteMs, awayMs: 10 * minuteMs };

const person = z.object({ platform: z.string(), workspace: z.string(), id: z.string() });
const journey = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
const away = z.object({ person, journey, browser: z.string(), link: z.string() });

/** `chat`: out to the chat platform; `billing`: out to the billing system. */
export type Stage = 'chat' | 'billing';

const purposeOf = (stage: Stage) => `sign-in ${stage}`;
const linkPurpose = 'sign-in link';

export interface Away {
  readonly person: Person;
  readonly journey: Journey;
  readonly link: string;
}

/** What is known between one visit and the next; each way out leads back once. Calls throw while the memory is away. */
export interface Steps {
  /** A fresh one-time token for this person. */
  begin(person: Person): Promise<string>;
  /** Whom a link is for, without using it up. */
  look(link: string): Promise<Person | undefined>;
  use(link: string): Promise<Person | undefined>;
  /** `link`: the one that it began with. */
  leave(stage: Stage, from: { person: Person; browser: string; link: string }): Promise<Journey>;
  /** `other-browser`: the state is right, but somebody else brings it; it is used up all the same. */
  comeBack(
    stage: Stage,
    state: string,
    browser: string | undefined,
  ): Promise<Away | 'gone' | 'other-browser'>;
}

export function createSteps(tickets: () => AccountMemory['tickets']): Steps {
  return {
    async begin(by) {
      const link = randomToken();
      await tickets().put(linkPurpose, link, person.parse(by), lives.linkMs);
      return link;
    },
    look: async (link) => person.safeParse(await tickets().peek(linkPurpose, link)).data,
    use: async (link) => person.safeParse(await tickets().take(linkPurpose, link)).data,
    async leave(stage, { person: by, browser, link }) {
      const out = newJourney();
      const content = { person: person.parse(by), journey: out, browser: digestOf('browser', browser), link };
      await tickets().put(purposeOf(stage), out.state, content, lives.awayMs);
      return out;
    },
    async comeBack(stage, state, browser) {
      const { data } = away.safeParse(await tickets().take(purposeOf(stage), state));
      if (!data) return 'gone';
      const isSame = browser !== undefined && isSameDigest(data.browser, digestOf('browser', browser));
      return isSame ? data : 'other-browser';
    },
  };
}
