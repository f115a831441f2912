import { readBounce } from '../../bot/bounce/read-bounce.ts';
import type { LabelledBounce, LabelledError } from './labelled.ts';
import { share } from './share.ts';

const facts = [
  'replyCode',
  'statusCode',
  'clientCode',
  'domain',
  'count',
  'limit',
  'percent',
  'remoteHost',
  'recipients',
] as const;

type Fact = (typeof facts)[number];

/** A fact as text, in whatever case and order; empty when there is none. */
function told(error: object | undefined, fact: Fact): string {
  const value = (error as { readonly [fact in Fact]?: unknown } | undefined)?.[fact] ?? '';
  return (Array.isArray(value) ? [...value].sort().join(',') : String(value)).toLowerCase();
}

interface Counted {
  readonly rows: string[][];
  /** What was read otherwise than labelled, one line each. */
  readonly misses: string[];
}

/** How well a labelled set is read: reasons, and facts wherever the label or the reader has one. */
export function evalBounces(samples: readonly LabelledBounce[]): Counted {
  const errors = samples.filter((sample) => sample.errors.length > 0);
  const nothing = samples.filter((sample) => sample.errors.length === 0);
  const misses: string[] = [];
  const hits = new Map<Fact, [hits: number, total: number]>(facts.map((fact) => [fact, [0, 0]]));
  let right = 0;
  let wanted = 0;
  let found = 0;
  for (const { id, text, errors: labels } of errors) {
    const read = readBounce(text);
    if (read[0]?.reason === labels[0]?.reason) right++;
    else misses.push(`${id} [${labels[0]?.reason}] read as ${read[0]?.reason ?? 'nothing'}`);
    wanted += labels.length;
    for (const [at, label] of labels.entries()) {
      const isSame = ({ reason }: { reason: string }): boolean => reason === label.reason;
      const same = read[at] && isSame(read[at]) ? read[at] : read.find(isSame);
      if (same) found++;
      countFacts(label, same, hits);
    }
  }
  const named = nothing.filter(({ text }) => readBounce(text).length > 0);
  for (const { id, text } of named) misses.push(`${id} [nothing] read as ${readBounce(text)[0]?.reason}`);
  return {
    rows: [
      ['first reason right', share(right, errors.length)],
      ['every named reason found', share(found, wanted)],
      ['a reason named where there is no mail error', share(named.length, nothing.length)],
      ...[...hits].map(([fact, [of, total]]) => [`  ${fact}, where it stands`, share(of, total)]),
    ],
    misses,
  };
}

function countFacts(
  label: LabelledError,
  read: object | undefined,
  hits: ReadonlyMap<Fact, [hits: number, total: number]>,
): void {
  for (const [fact, count] of hits) {
    const wanted = told(label, fact);
    const got = told(read, fact);
    if (wanted !== '' || got !== '') count[1]++;
    if (wanted !== '' && wanted === got) count[0]++;
  }
}
