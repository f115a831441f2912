import { createHash } from 'node:crypto';
import { createClockWords } from '../desk/clock-words.ts';
import type { Picture } from '../desk/reply.ts';
import type { Asker } from '../hosting/account-links.ts';
import { choiceOf } from '../hosting/accounts.ts';
import { lastDayOf } from '../hosting/hourly-counts.ts';
import type { MailReport } from '../hosting/mail-report.ts';
import type { AccountAnswer } from './account-answer.ts';
import { type AccountParts, accountLimits, personOf } from './account-parts.ts';
import type { Background } from './background.ts';
import { limitNumber, worstFirst } from './domain-words.ts';
import { methodsOf } from './link-method.ts';
import { numbersAnswer } from './numbers-answer.ts';
import { withoutReport } from './own-answers.ts';
import type { PastedNumbers } from './paste-words.ts';
import type { AddressTaste } from './reasons-words.ts';
import { longChoice } from './short-choice.ts';

/** A bounce of a customer of many accounts is looked up in so many of them. */
const mostAccounts = 5;

export function createNumbersDesk(parts: AccountParts, background: Background) {
  const {
    accounts,
    links,
    library,
    onError,
    sample = false,
    timeZone = 'UTC',
    now = () => new Date(),
  } = parts;
  const { lookMs } = { ...accountLimits, ...parts.limits };
  const clock = createClockWords(timeZone, now);
  const methods = methodsOf(parts);

  const told = async (
    report: MailReport,
    by: Asker,
    taste: AddressTaste,
    pasted?: PastedNumbers,
  ): Promise<AccountAnswer> => {
    const picture = await chartOf(report, timeZone, now()).catch((error: unknown) => {
      onError(error, 'chart');
      return undefined;
    });
    background.start('break-in', () => alarm(parts, report, by));
    return numbersAnswer({ report, library: library(), clock, taste, picture, pasted, sample });
  };

  return {
    async numbers(asker: Asker, choice?: string, taste: AddressTaste = parts.addresses ?? 'masked') {
      const person = personOf(asker);
      const chosen = choice === undefined ? undefined : longChoice(await links.of(person), choice);
      const own = await accounts.own(person, chosen, 'reasons', AbortSignal.timeout(lookMs));
      return own.kind === 'report' ? told(own.report, person, taste) : withoutReport(own, clock, methods);
    },

    /** `undefined`: no domain of the pasted errors is known to be the asker's, and nothing is said about it. */
    async comparePaste(asker: Asker, pasted: readonly PastedNumbers[]): Promise<AccountAnswer | undefined> {
      const person = personOf(asker);
      const wanted = pasted.filter(({ domain }) => domain !== undefined);
      const own = wanted.length > 0 ? await links.of(person) : [];
      // The account whose main domain was named first; an added domain shows only in its account's numbers.
      const likely = own.toSorted(
        (one, other) => Number(isNamed(other.domain, wanted)) - Number(isNamed(one.domain, wanted)),
      );
      const signal = AbortSignal.timeout(lookMs);
      for (const { account, domain: main } of likely.slice(0, mostAccounts)) {
        const answer = await accounts.own(person, choiceOf(account), 'reasons', signal);
        if (answer.kind !== 'report') {
          if (isNamed(main, wanted)) return withoutReport(answer, clock, methods);
          continue;
        }
        const { health } = answer.report;
        const fits = wanted.find(
          ({ domain }) => domain === main || health.domains.some((each) => each.domain === domain),
        );
        if (fits) return told(answer.report, person, parts.addresses ?? 'masked', fits);
      }
      return undefined;
    },
  };
}

const isNamed = (main: string, pasted: readonly PastedNumbers[]): boolean =>
  pasted.some(({ domain }) => domain === main);

/** `undefined` where the records do not show all that a chart would claim to show. */
async function chartOf(
  { account, health, reasons }: MailReport,
  timeZone: string,
  now: Date,
): Promise<Picture | undefined> {
  if (reasons?.kind !== 'ok' || reasons.value.deliveries.covers.size < 3) return undefined;
  // Its libraries are heavy, and most processes draw nothing for a long time.
  const { drawMailChart } = await import('../hosting/mail-health-chart.ts');
  const [worst] = worstFirst(health.domains, account.domain);
  const domain = worst?.countedPer === 'domain' ? worst.domain : undefined;
  return drawMailChart({
    title: domain ?? account.domain,
    day: lastDayOf(reasons.value.deliveries, now, domain),
    limit: limitNumber(worst?.limits.deferFailCount ?? 'unknown') ?? 'unknown',
    timeZone,
  });
}

/** Once a day and account, whoever looks and in whatever process; again when it could not be told. */
async function alarm(parts: AccountParts, { account, reasons }: MailReport, seenBy: Asker): Promise<void> {
  if (reasons?.kind !== 'ok' || !reasons.value.cause.signsOfBreakIn) return;
  const { findings } = reasons.value.cause;
  const day = (parts.now?.() ?? new Date()).toISOString().slice(0, 10);
  // Hashed, because a server may be named by its address.
  const key = `break-in ${createHash('sha256')
    .update(`${choiceOf(account.ref)} ${day}`)
    .digest('hex')
    .slice(0, 32)}`;
  const claims = parts.memory()?.claims;
  if (claims && (await claims.claim(key)) === 'taken') return;
  const causes = findings.map(({ cause }) => cause);
  const evidence = findings.flatMap((finding) => finding.evidence);
  try {
    await parts.tellStaff({ account: account.ref, domain: account.domain, causes, evidence, seenBy });
  } catch (error) {
    await claims?.release(key);
    throw error;
  }
  await claims?.finish(key);
}
