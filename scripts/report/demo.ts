import type { Diagnose, Diagnosis } from '../../bot/desk/diagnosis.ts';
import { createRandom, type Random } from '../../bot/hosting/demo/random.ts';
import type { Library } from '../../bot/knowledge/library.ts';
import type { Memory } from '../../bot/memory/memory.ts';
import type { Person } from '../../bot/memory/person.ts';
import type { KeptQuestion } from '../../bot/memory/questions.ts';
import { chatter, pastes, unansweredMatters } from './demo-questions.ts';

const dayMs = 86_400_000;
const people = 260;

export interface Demo {
  readonly memory: Memory;
  /** The memory's clock, set here for each vote. */
  readonly clock: { now: number };
  readonly library: Library;
  readonly diagnose: Diagnose;
}

/** Fills an empty memory with a made-up time, the same each run: the real desk answers, made-up people ask and vote. */
export async function fillDemo(demo: Demo, since: number, until: number): Promise<void> {
  const random = createRandom('a month at the desk');
  const asks = demo.library.articles
    .filter(({ kind, audience }) => kind === 'article' && audience === 'customer')
    .map(({ asks }) => asks);
  let number = 0;
  for (let from = since; from < until; from += dayMs) {
    const weekend = [0, 6].includes(new Date(from).getUTCDay());
    for (let left = random.between(18, 34) * (weekend ? 1 : 2); left > 0; left--) {
      const askedAt = Math.floor(from + (7 + 13 * random.next()) * (dayMs / 24));
      if (askedAt < until) await ask(demo, random, `demo-${number++}`, askedAt, asks);
    }
  }
}

async function ask(
  { memory, clock, diagnose }: Demo,
  random: Random,
  key: string,
  askedAt: number,
  asks: readonly (readonly string[])[],
): Promise<void> {
  const { text, directed } = questionFrom(random, asks);
  const diagnosis = diagnose(text, { directed });
  const question = keptQuestion(key, random, text, diagnosis, askedAt);
  await memory.questions.note(question);
  const { shown, decision, asker: by } = question;
  clock.now = askedAt + 60_000 * random.between(1, 30);
  const chance = random.next();
  if (decision === 'answer' && shown !== undefined && chance < 0.48)
    await memory.votes.cast({ key, slug: shown, by, helped: chance < 0.36 });
  else if (decision === 'suggest' && shown !== undefined && chance < 0.2)
    await memory.votes.cast({ key, slug: shown, by, helped: true });
  if (decision !== 'silent' && chance > (decision === 'answer' ? 0.95 : 0.72))
    await memory.handOffs.open({ questionKey: key, customer: by, place: question.place, summary: text });
  if (decision === 'answer' && chance > 0.9) await memory.questions.cleared(key);
}

function questionFrom(
  random: Random,
  asks: readonly (readonly string[])[],
): { text: string; directed: boolean } {
  const kind = random.next();
  if (kind < 0.18) return { text: random.pick(chatter), directed: false };
  if (kind < 0.3) return { text: random.pick(pastes), directed: true };
  // Squared: the matters at the top of the list come up most.
  const favoured = <Value>(list: readonly Value[]) => list[Math.floor(random.next() ** 2 * list.length)];
  if (kind < 0.48)
    return {
      text: withSlip(random, random.pick(favoured(unansweredMatters) ?? chatter)),
      directed: random.next() < 0.8,
    };
  const ways = favoured(asks) ?? [];
  return {
    text: withSlip(random, ways[Math.floor(random.next() * ways.length)] ?? ''),
    directed: random.next() < 0.7,
  };
}

/** Now and then two letters change places. */
function withSlip(random: Random, text: string): string {
  const at = random.between(1, Math.max(1, text.length - 3));
  if (random.next() > 0.3 || !/^\w\w$/.test(text.slice(at, at + 2))) return text;
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}

function keptQuestion(
  key: string,
  random: Random,
  text: string,
  { decision, findings }: Diagnosis,
  askedAt: number,
): KeptQuestion {
  const slugs = findings.map(({ article }) => article.slug);
  const asker: Person = { platform: 'demo', workspace: 'demo', id: `person-${random.between(1, people)}` };
  const spoken = decision === 'answer' || decision === 'suggest';
  return {
    key,
    place: { platform: 'demo', workspace: 'demo', channel: 'support', thread: key, private: false },
    asker,
    text,
    decision,
    slugs,
    shown: spoken ? slugs[0] : undefined,
    confidence: findings[0]?.confidence ?? 0,
    messageId: decision === 'silent' ? undefined : `message-${key}`,
    askedAt,
    answeredAt: askedAt + Math.round(20 + 400 * random.next() ** 6),
  };
}
