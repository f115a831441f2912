import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { answerFromKb, postChosen } from './answer-from-kb.ts';
import { ask, askForm } from './ask.ts';
import { replyButton } from './buttons.ts';
import { explain } from './explain.ts';
import { hidePaste } from './hide-paste.ts';
import { kb } from './kb.ts';
import type { Listener } from './listener.ts';
import { why } from './why.ts';

/** All that people can do with the bot besides writing messages. */
export const listeners: readonly Listener[] = [
  ask,
  askForm,
  explain,
  kb,
  why,
  answerFromKb,
  postChosen,
  replyButton,
  hidePaste,
];

/** What Discord is told of: the commands among them. */
export function commandList(): RESTPostAPIApplicationCommandsJSONBody[] {
  return listeners.flatMap((one) => ('definition' in one ? [one.definition] : []));
}
