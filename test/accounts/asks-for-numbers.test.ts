import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { asksForNumbers, domainAskedAbout } from '../../bot/accounts/asks-for-numbers.ts';

const asking = [
  'am I blocked?',
  'Am I still blocked?',
  'hi, am i blocked right now please?',
  'are we blocked again?',
  'is my domain blocked?',
  'is my account still suspended?',
  'Is our outgoing mail on hold',
  'how many failed today?',
  'how many have failed this hour?',
  'How many defers do I have?',
  'how many deferred mails do we have',
  'how many failures did i get today',
  'how many of my mails bounced today?',
  'show me my numbers',
  'show my mail numbers please',
  'check my mail health',
  'what is my defer count?',
  "what's my failure rate right now?",
  'how close am I to the limit?',
  'how many mails can I still send this hour?',
  'have I reached the hourly limit?',
  'When does my block end?',
  'my numbers',
  'why am I blocked?',
  'tell me when my block is gone',
];

const notAsking = [
  'what does max defers and failures mean?',
  'am I blocked by gmail?',
  'is my IP address blocked?',
  'am i blocked from ssh by the firewall',
  'how many defers are allowed?',
  'how many mails can I send per hour?',
  'how do I show my public folders in outlook',
  'my numbers in excel are shown as dates',
  'Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
  'is my password limited to 12 characters?',
  'thanks!',
  'what are my nameservers',
  'is my website blocked?',
  'is bob@example.com blocked? am i blocked?',
];

describe('asking for the own numbers', () => {
  for (const text of asking) it(`hears: ${text}`, () => assert.equal(asksForNumbers(text), true));
  for (const text of notAsking) it(`leaves alone: ${text}`, () => assert.equal(asksForNumbers(text), false));

  for (const [text, domain] of [
    ['is gardens.example blocked?', 'gardens.example'],
    ['hi, why is my domain Shop.Gardens.example still blocked?', 'shop.gardens.example'],
    ['how do I point gardens.example to you?', undefined],
    ['is gmail.com down?', undefined],
    ['am I blocked?', undefined],
  ] as const)
    it(`hears ${domain ?? 'no domain'} in: ${text}`, () => assert.equal(domainAskedAbout(text), domain));

  it('is hardly ever heard in questions about something else', () => {
    const read = (name: string) =>
      readFileSync(new URL(`../sets/${name}`, import.meta.url), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as { text: string });
    const all = ['questions.tune.jsonl', 'questions.held.jsonl'].flatMap(read);
    const heard = all.filter(({ text }) => asksForNumbers(text) || domainAskedAbout(text) !== undefined);
    console.log(`  ${heard.length} of ${all.length} labelled questions are heard as asking for numbers`);
    assert.ok(heard.length <= all.length / 500);
  });

  it('takes no time over hostile text', () => {
    const from = performance.now();
    for (const text of [
      'am i '.repeat(30),
      'how many '.repeat(17),
      'show me my mail '.repeat(10),
      'x'.repeat(1e6),
      'a-'.repeat(80),
      'a.'.repeat(80),
    ]) {
      asksForNumbers(text);
      domainAskedAbout(text);
    }
    assert.ok(performance.now() - from < 50);
  });
});
