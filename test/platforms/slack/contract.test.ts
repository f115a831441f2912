import { describeContract } from '../contract/contract.ts';
import { createSlackStage } from './slack-stage.ts';

describeContract('Slack over sockets', () => createSlackStage({ transport: 'socket' }));
describeContract('Slack over signed requests', () => createSlackStage({ transport: 'http' }));
