import { choiceOf } from '../hosting/accounts.ts';
import { type AccountAnswer, answerOf } from './account-answer.ts';
import type { BreakIn } from './account-parts.ts';
import { nameOf } from './link-keeper.ts';
import { causeNames } from './reasons-words.ts';

/** For the staff's own channel: nothing in it is a recipient or an IP address. `name`: what the asker is called there. */
export function breakInAnswer(
  { account, domain, causes, evidence, seenBy }: BreakIn,
  name = nameOf(seenBy),
): AccountAnswer {
  return answerOf({
    title: `Signs of a break-in: ${domain}`,
    body: [
      `The delivery records look like ${[...new Set(causes)].map((cause) => causeNames[cause]).join('; also like ')}.`,
      evidence.map((sentence) => `- ${sentence}`).join('\n'),
    ],
    facts: [
      { label: 'Account', value: choiceOf(account) },
      { label: 'Seen when asked by', value: name },
    ],
  });
}
