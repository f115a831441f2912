import { describe } from 'node:test';
import { describeContract } from '../contract/contract.ts';
import { createSlackStage } from './slack-stage.ts';

describe('the contract of platforms', { concurrency: 2 }, () => {
  describeContract('Slack over sockets', () => createSlackStage({ transport: 'socket' }));
  describeContract('Slack over signed requests', () => createSlackStage({ transport: 'http' }));
});
