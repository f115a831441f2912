import { looksLikeMessage, textOfMessage } from '../bounce/message-text.ts';
import { composeReply } from './compose-reply.ts';
import type { Diagnose, Diagnosis } from './diagnosis.ts';
import type { Question } from './question.ts';
import type { Reply } from './reply.ts';

/** Answers a question; `undefined` means silence. Never rejects. */
export type Desk = (question: Question) => Promise<Reply | undefined>;

export interface DeskParts {
  /** Asked anew for each question, because the knowledge base may have changed. */
  diagnose(): Diagnose;
  /** Similarity of the text to articles by slug, where an embeddings endpoint is set up. */
  meaningOf?(text: string): Promise<ReadonlyMap<string, number> | undefined>;
  /** Told of what went wrong while answering; the asker gets the unsure reply. */
  onError(error: unknown): void;
}

export function createDesk({ diagnose, meaningOf, onError }: DeskParts): Desk {
  return async (question) => {
    const audience = question.place.private ? 'asker' : 'public';
    try {
      const text = await textOf(question);
      const meaning = await meaningOf?.(text);
      return composeReply(diagnose()(text, { directed: question.directed, ...(meaning ? { meaning } : {}) }), audience);
    } catch (error) {
      onError(error);
      return question.directed ? composeReply(nothingFound, audience) : undefined;
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

/** The asker's own words first, then what the attached files say. */
async function textOf(question: Question): Promise<string> {
  const texts = [question.text, ...question.attachments.map((attachment) => attachment.text)];
  const read = await Promise.all(texts.map((text) => (looksLikeMessage(text) ? textOfMessage(text) : text)));
  return read.filter((text) => text.trim() !== '').join('\n\n');
}
