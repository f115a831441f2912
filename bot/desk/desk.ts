import type { ChannelRules } from './channel-rules.ts';
import { composeReply } from './compose-reply.ts';
import type { Diagnose, Diagnosis } from './diagnosis.ts';
import type { Question } from './question.ts';
import type { Reply } from './reply.ts';
import { textReadIn } from './text-read.ts';

/** What the desk makes of a question. No reply means silence. */
export interface Consulted {
  readonly diagnosis: Diagnosis;
  readonly reply: Reply | undefined;
}

/** Answers a question. Never rejects. */
export type Consult = (question: Question) => Promise<Consulted>;

export interface DeskParts {
  /** Asked anew for each question, because the knowledge base may have changed. */
  diagnose(): Diagnose;
  /** Similarity of the text to articles by slug, where an embeddings endpoint is set up. */
  meaningOf?(text: string): Promise<ReadonlyMap<string, number> | undefined>;
  readonly rules?: ChannelRules;
  /** Live numbers can be had: see `ComposeOptions`. */
  readonly numbers?: boolean;
  /** Told of what went wrong while answering; the asker gets the unsure reply. */
  onError(error: unknown): void;
}

export function createDesk({ diagnose, meaningOf, rules, numbers = false, onError }: DeskParts): Consult {
  return async (question) => {
    const audience = question.place.private ? 'asker' : 'public';
    try {
      const text = await textReadIn(question);
      const meaning = await meaningOf?.(text);
      const { threshold, language } = rules?.of(question.place) ?? {};
      const diagnosis = diagnose()(text, { directed: question.directed, meaning, threshold, language });
      return { diagnosis, reply: composeReply(diagnosis, audience, { numbers }) };
    } catch (error) {
      onError(error);
      const reply = question.directed ? composeReply(nothingFound, audience) : undefined;
      return { diagnosis: { ...nothingFound, decision: question.directed ? 'unsure' : 'silent' }, reply };
    }
  };
}

const nothingFound: Diagnosis = {
  decision: 'unsure',
  findings: [],
  handOff: undefined,
  mailErrors: [],
  corrected: new Map(),
};
