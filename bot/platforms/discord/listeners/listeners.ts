import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import type { OrderEntry } from '../../../desk/orders/order.ts';
import { answerFromKb, postChosen } from './answer-from-kb.ts';
import { ask, askForm } from './ask.ts';
import { replyButton } from './buttons.ts';
import { explain } from './explain.ts';
import { hidePaste } from './hide-paste.ts';
import { kb } from './kb.ts';
import type { Listener } from './listener.ts';
import { orderCommands } from './order-commands.ts';
import { orderForm } from './order-form.ts';
import { why, whyInMenu } from './why.ts';

/** All that people can do with the bot besides writing messages, where these orders can be given. */
export function listenersFor(orders: readonly OrderEntry[]): readonly Listener[] {
  return [
    ...[ask, askForm, explain, kb, why, whyInMenu, answerFromKb, postChosen],
    ...orderCommands(orders),
    ...[orderForm, replyButton, hidePaste],
  ];
}

/** What Discord is told of: the commands among them. */
export function commandList(orders: readonly OrderEntry[]): RESTPostAPIApplicationCommandsJSONBody[] {
  return listenersFor(orders).flatMap((one) => ('definition' in one ? [one.definition] : []));
}
