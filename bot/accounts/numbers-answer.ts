import type { Reason } from '../bounce/reasons/index.ts';
import type { ClockWords } from '../desk/clock-words.ts';
import type { Action, Fact, Picture, Source } from '../desk/reply.ts';
import type { DomainHealth, MailHealth } from '../hosting/mail-health.ts';
import type { MailReport, Reasons } from '../hosting/mail-report.ts';
import { untold } from '../hosting/panel.ts';
import type { Library } from '../knowledge/library.ts';
import { type AccountAnswer, answerOf, step } from './account-answer.ts';
import { certaintyWords, domainLine, domainLines, isTroubled, titleOf, worstFirst } from './domain-words.ts';
import { type PastedNumbers, pasteWords } from './paste-words.ts';
import {
  type AddressTaste,
  breakInWords,
  causeWords,
  type DiscardedLook,
  discardedWords,
  usedUpWords,
} from './reasons-words.ts';
import { shortChoice } from './short-choice.ts';

export interface NumbersInput {
  readonly report: MailReport;
  readonly library: Library;
  readonly clock: ClockWords;
  readonly taste: AddressTaste;
  readonly picture?: Picture | undefined;
  readonly pasted?: PastedNumbers | undefined;
  readonly sample?: boolean;
}

const sampleFact: Fact = { label: 'Sample data', value: 'nothing of this is real' };

/** Domains that get a list of their own; the others get a line. */
const mostDomains = 5;
const mostRest = 10;

/** Everything that is known of an account's hour, in words. */
export function numbersAnswer(input: NumbersInput): AccountAnswer {
  const { report, library, clock, taste, picture, pasted } = input;
  const { health, account, reasons } = report;
  const domains = worstFirst(health.domains, account.domain);
  const told = domains.filter((domain, index) => index === 0 || (index < mostDomains && isTroubled(domain)));
  const pastedFor = pasted && domains.find(({ domain }) => domain === pasted.domain);
  const found = reasons?.kind === 'ok' ? reasons.value : undefined;
  const cause = found && causeSection(found, library);
  const general = cause?.sources.length ? undefined : articleFor(report, library);
  const turns = clock.at(health.hour.turns);
  return answerOf({
    title: titleOf(health, account),
    body: [
      outgoingWords(report),
      ...told.map((domain) => domainLines(domain, clock)),
      restWords(domains.filter((domain) => !told.includes(domain))),
      pasted && pastedFor ? pasteWords(pasted, pastedFor) : '',
      untoldWords(report),
      ...(found && cause ? why(found, cause.words, { taste, turns, limited: isLimited(health) }) : []),
      reasons !== undefined && reasons.kind !== 'ok'
        ? 'The server did not hand out its delivery records just now, so I cannot say which addresses or what caused it.'
        : '',
    ],
    facts: [...(input.sample ? [sampleFact] : []), ...factsOf(report, clock)],
    sources: cause?.sources ?? [],
    actions: [
      ...stepsFrom(report, found, taste),
      ...(cause?.actions ?? []),
      ...(general ? [general] : []),
      { kind: 'talk-to-person' },
    ],
    picture,
  });
}

/** A break-in comes first: then the discarded mail is strangers' mail, and nobody should send it again. */
function why(
  { cause, discarded }: Reasons,
  causePart: readonly string[],
  look: DiscardedLook,
): readonly string[] {
  if (!cause.signsOfBreakIn) return [...discardedWords(discarded, look), ...causePart];
  return [...causePart, breakInWords(discarded), ...usedUpWords(discarded, look)];
}

/** Whether there is a limit that failures used up, as far as anybody knows. */
const isLimited = ({ domains }: MailHealth): boolean =>
  domains.some(({ block: { state, certainty } }) => state === 'yes' || certainty === 'disputed');

function causeSection({ cause }: Reasons, library: Library) {
  const answering =
    cause.cause === 'nothing-decisive' ? undefined : library.answering(`cause:${cause.cause}`);
  if (!answering) return { words: causeWords(cause), sources: [], actions: [] };
  const {
    article: { slug, title },
    section,
  } = answering;
  const part = section && section.level > 0 ? { id: section.id, heading: section.heading } : undefined;
  const source: Source = { slug, title, ...(part ? { section: part } : {}) };
  return {
    words: [
      ...causeWords(cause),
      section ? `### ${part ? section.heading : title}\n${section.text}` : answering.article.summary,
    ],
    sources: [source],
    actions: [{ kind: 'show-article' as const, slug, title, ...(part ? { section: part.id } : {}) }],
  };
}

/** What to read where no cause leads to its part of an article. */
function articleFor({ health }: MailReport, library: Library): Action | undefined {
  const reason = reasonOf(health);
  const article = reason && library.answering(reason)?.article;
  return article && { kind: 'show-article', slug: article.slug, title: article.title };
}

function reasonOf({ outgoing, domains }: MailHealth): Reason | undefined {
  if (outgoing === 'suspended' || outgoing === 'held') return 'outgoing-suspended';
  if (domains.some(({ block }) => block.state === 'yes')) return 'defer-fail-limit';
  return domains.some(({ sendingLimitReached }) => sendingLimitReached === 'yes')
    ? 'sending-limit'
    : undefined;
}

function outgoingWords({ health, account }: MailReport): string {
  if (account.suspended) return 'The whole account is **suspended**: a person can say why, and what ends it.';
  if (health.outgoing === 'suspended')
    return 'Outgoing mail of this account is **suspended**: a person has to look at it.';
  if (health.outgoing === 'held')
    return 'Outgoing mail of this account is **held**: it waits on the server until a person lets it go.';
  return '';
}

function restWords(rest: readonly DomainHealth[]): string {
  if (rest.length === 0) return '';
  const lines = rest.slice(0, mostRest).map((domain) => `- ${domainLine(domain)}`);
  const more = rest.length > mostRest ? [`- and ${rest.length - mostRest} more`] : [];
  return ['Besides:', '', ...lines, ...more].join('\n');
}

function untoldWords({ gives }: MailReport): string {
  const missing = untold({ gives }).filter((fact) => !fact.includes('in the queue'));
  return missing.length === 0 ? '' : `This server does not tell ${missing.join(', or ')}.`;
}

function factsOf({ account, health, gives, reasons }: MailReport, clock: ClockWords): Fact[] {
  const [worst] = worstFirst(health.domains, account.domain);
  const counts = gives.has('failed') || gives.has('deferred');
  const outgoing = { open: 'open', held: 'held', suspended: 'suspended', unknown: 'not known' }[
    health.outgoing
  ];
  // Discarded for another reason, mail says nothing of the block.
  const sends = !account.suspended && health.outgoing !== 'suspended';
  const partly = reasons?.kind === 'ok' && reasons.value.deliveries.cutOff.size > 0;
  return [
    ...(counts
      ? [
          {
            label: 'The hour turns',
            value: `${clock.at(health.hour.turns)} (${clock.away(health.hour.turns)}); the server counts anew then`,
          },
        ]
      : []),
    { label: 'Outgoing mail', value: account.suspended ? 'stopped with the account' : outgoing },
    { label: 'Read from the server', value: `${clock.at(health.readAt)} (${clock.away(health.readAt)})` },
    ...(worst && gives.has('block') && sends ? [{ label: 'How sure', value: certaintyWords(worst) }] : []),
    ...(partly
      ? [{ label: 'Records', value: 'only the latest ones were handed out, so the lists may be short' }]
      : []),
  ];
}

function stepsFrom(
  { health, account }: MailReport,
  found: Reasons | undefined,
  taste: AddressTaste,
): Action[] {
  const choice = shortChoice(account.ref);
  const blocked = health.domains.some(({ block }) => block.state === 'yes');
  const listed = found !== undefined && found.discarded.usedUp.length + found.discarded.sendAgain.length > 0;
  return [
    ...(blocked ? [step('watch', 'Tell me when it clears', choice)] : []),
    ...(listed && taste === 'masked' ? [step('addr', 'Show whole addresses', choice)] : []),
    step('mail', 'Look again', choice),
  ];
}
