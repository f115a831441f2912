import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createAnswerLimit } from '../../bot/desk/answer-limit.ts';
import { countedLimit, countedMemory } from '../../bot/desk/counted-memory.ts';
import { type Answered, createVolatileMemory } from '../../bot/desk/desk-memory.ts';
import { createMetrics } from '../../bot/metrics.ts';

const asker = { platform: 'slack', workspace: 'T1', id: 'U1', staff: false };
const place = { platform: 'slack', workspace: 'T1', channel: 'C1', private: false };
const answered: Answered = {
  ...{ key: 'q1', place, asker, text: 'my mailbox is full', decision: 'answer', slugs: ['a'], shown: 'a' },
  ...{ confidence: 0.9, messageId: 'm1', askedAt: 1_000, answeredAt: 1_200 },
};

describe('a counted memory', () => {
  it('remembers what it counts, and counts an answer once, whatever edits follow', async () => {
    const metrics = createMetrics();
    const memory = countedMemory(createVolatileMemory(), metrics);
    await memory.noteAnswer(answered);
    await memory.noteAnswer({ ...answered, answeredAt: 90_000, text: 'edited' });
    await memory.noteVote({ key: 'q1', slug: 'a', by: asker, helped: true });
    assert.equal((await memory.answerTo('q1'))?.text, 'edited');
    const text = await metrics.text();
    assert.match(text, /questions_total\{platform="slack",decision="answer"\} 1\n/);
    assert.match(text, /answer_seconds_sum\{platform="slack"\} 0\.2\n/);
    assert.match(text, /votes_total\{platform="slack",helped="true"\} 1\n/);
    assert.doesNotMatch(text, /U1|T1|C1|mailbox/);
  });

  it('counts each answer that the limit kept back', async () => {
    const metrics = createMetrics();
    const limit = countedLimit(createAnswerLimit(1), metrics);
    assert.deepEqual([limit.take('ann'), limit.take('ann'), limit.take('ann')], ['go', 'tell', 'told']);
    assert.match(await metrics.text(), /rate_limited_total\{by="person"\} 2\n/);
  });
});
