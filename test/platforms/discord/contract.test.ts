import { describeContract } from '../contract/contract.ts';
import { createDiscordStage } from './discord-stage.ts';

describeContract('Discord', () => createDiscordStage());
