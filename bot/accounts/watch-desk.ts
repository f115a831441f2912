import { createClockWords } from '../desk/clock-words.ts';
import type { OwnReport } from '../hosting/account-access.ts';
import { choiceOf } from '../hosting/accounts.ts';
import { hourOf } from '../hosting/hour.ts';
import type { MailHealth } from '../hosting/mail-health.ts';
import { codeSpan } from '../markdown/code-span.ts';
import type { Person } from '../memory/person.ts';
import type { Place } from '../memory/place.ts';
import type { Watch } from '../memory/watches.ts';
import { type AccountAnswer, answerOf, step } from './account-answer.ts';
import { type AccountParts, accountLimits, memoryOf, personOf } from './account-parts.ts';
import { methodsOf } from './link-method.ts';
import { withoutReport } from './own-answers.ts';
import { longChoice, shortChoice } from './short-choice.ts';

const kind = 'block-clears';
/** Looked at together, so that all are done before the lease of the first ends. */
const mostAtOnce = 10;
/** The host needs a moment to count anew. */
const afterTurnMs = 90_000;
/** A message that cannot be told in so long is given up. */
const tellForMs = 60 * 60_000;

type News = 'clear' | 'still-blocked' | 'not-known';

export function createWatchDesk(parts: AccountParts) {
  const { accounts, links, tell, onError, timeZone = 'UTC', now = () => new Date() } = parts;
  const { lookMs, pollMs, watchMs } = { ...accountLimits, ...parts.limits };
  const clock = createClockWords(timeZone, now);
  const methods = methodsOf(parts);
  const look = (person: Person, choice: string | undefined): Promise<OwnReport> =>
    accounts.own(person, choice, 'counts', AbortSignal.timeout(lookMs));

  /** Every now and then, and soon after the hour has turned; never past the end. */
  const nextLook = (untilAt: number): number => {
    const at = now();
    const turned = hourOf(at).turns.getTime() + afterTurnMs;
    return Math.min(at.getTime() + pollMs, turned, Math.max(untilAt, at.getTime() + 1_000));
  };

  const say = async (watch: Watch, news: News): Promise<void> => {
    const { id, person, place } = watch;
    try {
      await tell(person, newsAnswer(watch, news), { place, key: `watch ${id}` });
    } catch (error) {
      onError(error, 'watch');
      // Otherwise it stays to be told, by whatever process comes next.
      if (now().getTime() < watch.untilAt + tellForMs) return;
    }
    await memoryOf(parts).watches.fired(id);
    if (news === 'clear') await noteCleared(watch);
  };

  /** The block is gone and nothing was asked again: that is what "helped" means where nobody presses a button. */
  const noteCleared = async ({ questionKey, person, createdAt }: Watch): Promise<void> => {
    if (questionKey === undefined) return;
    const { questions } = memoryOf(parts);
    const [latest] = await questions.of(person, 1);
    if (!latest || latest.askedAt <= createdAt) await questions.cleared(questionKey);
  };

  const runOne = async (watch: Watch): Promise<void> => {
    const { watches } = memoryOf(parts);
    if (watch.state === 'firing') return say(watch, (watch.outcome ?? 'not-known') as News);
    const own = await look(watch.person, choiceOf(watch.account));
    if (own.kind === 'not-linked' || own.kind === 'link-void') {
      // No longer theirs: not a word about it.
      await watches.cancel(watch.id, watch.person);
      return;
    }
    const state = own.kind === 'report' ? blockOf(own.report.health) : 'unknown';
    const over = now().getTime() >= watch.untilAt;
    if (state !== 'no' && !over) {
      await watches.later(watch.id, nextLook(watch.untilAt));
      return;
    }
    const news: News = state === 'no' ? 'clear' : state === 'yes' ? 'still-blocked' : 'not-known';
    if (await watches.fire(watch.id, news)) await say(watch, news);
  };

  return {
    /** `place`: where the one message shall go. */
    async watch(
      asker: Person,
      choice: string | undefined,
      place: Place,
      question?: string,
    ): Promise<AccountAnswer> {
      const person = personOf(asker);
      const chosen = choice === undefined ? undefined : longChoice(await links.of(person), choice);
      const own = await look(person, chosen);
      if (own.kind !== 'report') return withoutReport(own, clock, methods, 'watch');
      const { account, health } = own.report;
      const state = blockOf(health);
      const untilAt = now().getTime() + watchMs;
      if (state !== 'yes') {
        return answerOf({
          title: state === 'no' ? `${account.domain} is not blocked now` : `I cannot watch ${account.domain}`,
          body: [
            state === 'no'
              ? 'There is nothing to wait for.'
              : 'This server does not tell me whether the account is blocked, so I would not know when that ends.',
          ],
          actions: [step('mail', 'Show my numbers', shortChoice(account.ref))],
        });
      }
      await memoryOf(parts).watches.add({
        ...{ kind, person, place, account: account.ref, domain: account.domain },
        ...{ dueAt: nextLook(untilAt), untilAt },
        ...(question === undefined ? {} : { questionKey: question }),
      });
      return answerOf({
        title: 'I keep an eye on it',
        body: [
          `I tell you once, in private, when ${codeSpan(account.domain)} is no longer blocked. If that has not happened by ${clock.at(new Date(untilAt))}, I tell you so.`,
        ],
      });
    },

    /** Looks at what is due, for this process alone; to be called every half minute or so. Gives how many there were. */
    async runWatches(): Promise<number> {
      const due = (await parts.memory()?.watches.due(mostAtOnce)) ?? [];
      const mine = due.filter((watch) => watch.kind === kind);
      await Promise.all(
        mine.map((watch) => runOne(watch).catch((error: unknown) => onError(error, 'watch'))),
      );
      return mine.length;
    },
  };

  /** From what is stored alone, so that a message told again after a crash is the same. */
  function newsAnswer({ domain, account }: Watch, news: News): AccountAnswer {
    const choice = shortChoice(account);
    const again = step('watch', 'Keep watching', choice);
    const show = step('mail', 'Show my numbers', choice);
    const words: Record<News, [string, string]> = {
      clear: [
        `${domain} is no longer blocked`,
        'The server no longer reports the block. Send one message first and see that it goes through. What was discarded does not go out by itself: send it again, without the addresses that failed.',
      ],
      'still-blocked': [
        `${domain} is still blocked`,
        'You asked me to tell you when the block is gone. It is not, and I stop looking now.',
      ],
      'not-known': [
        `I could not find out whether ${domain} is still blocked`,
        'The server did not tell me in all this time, and I stop looking now.',
      ],
    };
    const [title, body] = words[news];
    return answerOf({
      title,
      body: [body],
      actions: [...(news === 'clear' ? [show] : [again, show]), { kind: 'talk-to-person' }],
    });
  }
}

/** Blocked as soon as one domain is; free only when it is certain of all. */
function blockOf({ domains }: MailHealth): 'yes' | 'no' | 'unknown' {
  if (domains.some(({ block }) => block.state === 'yes')) return 'yes';
  return domains.every(({ block }) => block.state === 'no') ? 'no' : 'unknown';
}
