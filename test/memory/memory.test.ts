import { after, before, describe } from 'node:test';
import type { Memory } from '../../bot/memory/memory.ts';
import { claimsAndOutbox } from './contract/claims-and-outbox.ts';
import { linksAndCodes } from './contract/links-and-codes.ts';
import { operator } from './contract/operator.ts';
import { questionsAndVotes } from './contract/questions-and-votes.ts';
import { start, type Within } from './contract/set-up.ts';
import { watchesAndPeople } from './contract/watches-and-people.ts';
import { type TestEngine, testEngines } from './engines/test-engines.ts';

for (const { name, start: startEngine } of testEngines) {
  describe(`a memory on ${name}`, () => {
    let engine: TestEngine;
    before(async () => {
      engine = await startEngine();
    });
    after(() => engine.remove());

    const within: Within = (test) => async () => {
      const store = await engine.createStore();
      const clock = { now: start };
      const opened: Memory[] = [];
      const open = async (options = {}) => {
        const memory = await store.open({ now: () => clock.now, ...options });
        opened.push(memory);
        return memory;
      };
      try {
        await test({ memory: await open(), open, clock, content: store.content });
      } finally {
        for (const memory of opened) await memory.close();
      }
    };

    describe('claims and the outbox', () => claimsAndOutbox(within));
    describe('questions and votes', () => questionsAndVotes(within));
    describe('links and codes', () => linksAndCodes(within));
    describe('watches and people', () => watchesAndPeople(within));
    describe('what an operator needs', () => operator(within));
  });
}
