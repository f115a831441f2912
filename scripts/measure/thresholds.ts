import { share, table } from './share.ts';

/** What was made of one sample by weights that had not seen it. */
export interface Judged {
  readonly text: string;
  /** The article that was found, and those that would be right. */
  readonly found: string | undefined;
  readonly slugs: readonly string[];
  readonly style: string;
  /** Whether an article answers it. */
  readonly inScope: boolean;
  readonly right: boolean;
  /** Of the right article among the articles, from 0; below zero when it was not found. */
  readonly place: number;
  /** Whether a channel gets no answer however sure the bot is. */
  readonly heldBack: boolean;
  readonly confidence: number;
}

/** Of the answers in a channel so many must be right, and of what is out of scope no more may be answered. */
const leastRight = 0.985;
const mostOutOfScope = 0.01;

/**
 * The lowest confidence that keeps both promises; small talk is never answered. What was made to lead astray counts
 * among what is out of scope: the hand-offs' asks know the others' topics too well. Jokes made for it do not count.
 */
export function channelThreshold(judged: readonly Judged[]): number {
  const questions = judged.filter(({ style }) => style !== 'bounce' && style !== 'astray small-talk');
  const outOfScope = questions.filter(({ style }) => style.endsWith('out-of-scope')).length;
  const spoken = questions.filter((one) => !one.heldBack).sort((a, b) => b.confidence - a.confidence);
  let [inScope, right, outside] = [0, 0, 0];
  let threshold = 1;
  for (const one of spoken) {
    if (one.style === 'small-talk') break;
    if (one.inScope) inScope++;
    else outside++;
    if (one.right) right++;
    if (right >= leastRight * inScope && outside <= mostOutOfScope * outOfScope) threshold = one.confidence;
  }
  return Math.ceil(threshold * 1000) / 1000;
}

export function reportOn(kind: string, judged: readonly Judged[], channel: number): void {
  const questions = judged.filter(({ style }) => style !== 'bounce' && !style.startsWith('astray'));
  const astray = judged.filter(({ style }) => style === 'astray out-of-scope');
  const inScope = questions.filter((one) => one.inScope);
  const outside = questions.filter(({ style }) => style === 'out-of-scope');
  const smallTalk = questions.filter(({ style }) => style === 'small-talk');
  const bounces = judged.filter(({ style }) => style === 'bounce');
  const spoken = (some: readonly Judged[]) =>
    some.filter(({ heldBack, confidence }) => !heldBack && confidence >= channel);
  const right = (some: readonly Judged[]) => some.filter((one) => one.right);
  const rows = [
    ['first place', share(right(inScope).length, inScope.length)],
    ['first three', share(inScope.filter(({ place }) => place >= 0 && place < 3).length, inScope.length)],
    ['bounces, first place', share(right(bounces).length, bounces.length)],
    [`answered in a channel, from ${channel}`, share(spoken(inScope).length, inScope.length)],
    ['of these right', share(right(spoken(inScope)).length, spoken(inScope).length)],
    ['out of scope, answered', share(spoken(outside).length, outside.length)],
    ['made to lead astray, answered', share(spoken(astray).length, astray.length)],
    ['small talk answered', share(spoken(smallTalk).length, smallTalk.length)],
  ];
  for (let low = 0; low < 10; low++) {
    const some = questions.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === low);
    rows.push([`confidence from ${(low / 10).toFixed(1)}, right`, share(right(some).length, some.length)]);
  }
  process.stdout.write(
    `\n${kind}: on the tune sets, each judged by weights fitted on the others\n${table(rows)}\n`,
  );
}

/** What was taken for an answer and is none, the surest first. */
export function reportMisses(judged: readonly Judged[]): void {
  const misses = judged
    .filter(({ right, style }) => !right && style !== 'bounce')
    .sort((a, b) => b.confidence - a.confidence);
  for (const { confidence, heldBack, style, found, slugs, text } of misses) {
    const start = text.slice(0, 220).replaceAll('\n', ' ');
    const wanted = slugs.join(' or ') || 'nothing';
    process.stdout.write(
      `${confidence.toFixed(3)}${heldBack ? ' held back' : ''} ${style} [${wanted}] found ${found}: ${start}\n`,
    );
  }
}
