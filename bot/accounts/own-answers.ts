import type { ClockWords } from '../desk/clock-words.ts';
import type { OwnReport } from '../hosting/account-access.ts';
import type { HostFailure } from '../hosting/host-answer.ts';
import { codeSpan } from '../markdown/code-span.ts';
import { type AccountAnswer, type AccountOrder, answerOf, step } from './account-answer.ts';
import { type LinkMethod, stepsTo } from './link-method.ts';
import { shortChoice } from './short-choice.ts';

const person = { kind: 'talk-to-person' as const };

/** What is said where there is no report to show. */
export function withoutReport(
  own: Exclude<OwnReport, { kind: 'report' }>,
  clock: ClockWords,
  methods: readonly LinkMethod[],
  /** What is done with the account that is chosen. */
  next: Extract<AccountOrder, 'mail' | 'watch'> = 'mail',
): AccountAnswer {
  switch (own.kind) {
    case 'choose':
      return answerOf({
        title: 'Which of your accounts?',
        body: [
          `Several accounts are linked with you here. Choose one, or ask by its name, as in “is ${own.choices[0]?.domain} blocked?”`,
          own.choices.map(({ domain }) => codeSpan(domain)).join(', '),
        ],
        actions: own.choices.map(({ id, domain }) => step(next, domain, shortChoice(refOf(id)))),
      });
    case 'not-linked':
      return offerLinking(methods);
    case 'link-void':
      return answerOf({
        title: 'Please link your account again',
        body: [
          `The link with ${codeSpan(own.domain)} no longer holds: the account is gone, or it is not the one that was linked.`,
        ],
        actions: [...stepsTo(methods), person],
      });
    case 'unavailable':
      return unavailable(own, clock, next);
  }
}

/** `choiceOf` the other way round; a server's name may not hold a slash, a user's never does. */
function refOf(choice: string): { server: string; user: string } {
  const cut = choice.lastIndexOf('/');
  return { server: choice.slice(0, cut), user: choice.slice(cut + 1) };
}

export function offerLinking(methods: readonly LinkMethod[]): AccountAnswer {
  return answerOf({
    kind: 'unsure',
    title: 'I do not know which account is yours',
    body: [
      methods.length > 0
        ? 'Your live numbers are for you alone, so link your hosting account with this chat first.'
        : 'Your live numbers are for you alone. Our people can link your hosting account with this chat.',
    ],
    actions: [...stepsTo(methods), person],
  });
}

const troubles: Record<HostFailure['kind'], string> = {
  'not-found': 'The server has nothing to tell about this account just now.',
  refused: 'The server does not let me read the numbers just now.',
  unreachable: 'The server did not answer in time.',
  malformed: 'The server answered in a way that I do not understand.',
};

/** Never the host's own error: that is for staff. */
function unavailable(
  { domain, account, failure: { kind, lastAnswered } }: Extract<OwnReport, { kind: 'unavailable' }>,
  clock: ClockWords,
  next: Extract<AccountOrder, 'mail' | 'watch'>,
): AccountAnswer {
  const last = lastAnswered
    ? `It was last reached at ${clock.at(lastAnswered)} (${clock.away(lastAnswered)}).`
    : 'I have not reached it since I was started.';
  return answerOf({
    kind: 'unsure',
    title: `No live numbers for ${domain} right now`,
    body: [
      `${troubles[kind]} ${last}`,
      'Your mail and your settings are not touched by this. Try again in a few minutes.',
    ],
    actions: [step(next, 'Try again', shortChoice(account)), person],
  });
}

/** When something of our own failed: the memory is away, the audit cannot be written. */
export function notNow(): AccountAnswer {
  return answerOf({
    kind: 'unsure',
    title: 'I cannot do that right now',
    body: ['Something on our side is not working. Nothing was changed; please try again in a few minutes.'],
    actions: [person],
  });
}
