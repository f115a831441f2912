import { answerWith, rewrite } from '../interactions/answering.ts';
import { callbackType, type Interaction } from '../interactions/interactions.ts';
import { hasFlag, type Message, messageFlag } from '../messages/message.ts';
import { remove } from '../posting.ts';
import { type Answer, type Call, noContent, ok, param, type Routes } from './call.ts';
import { seenByApp } from './messages.ts';
import { refuse } from './refusal.ts';

const followUpLimit = 5;

/** The interaction whose token is in the path, once it is answered and for as long as the token lives. */
function interactionOf(call: Call): Interaction {
  const { interactions, application } = call.backend;
  if (param(call, 'application') !== application.id) refuse(10015);
  const interaction = interactions.byToken(param(call, 'token'));
  if (interaction?.state !== 'answered') return refuse(10015);
  if (interactions.isOver(interaction)) refuse(50027);
  return interaction;
}

function messageOf(call: Call, interaction: Interaction): Message {
  const wanted = param(call, 'message');
  const known = [interaction.original, ...interaction.followUps];
  const message = wanted === '@original' ? interaction.original : known.find((of) => of?.id === wanted);
  return message && !message.deleted ? message : refuse(10008);
}

const givenIn = ({ body, files }: Call) => ({ body, files, path: [] });

function followUp(call: Call): Answer {
  const { backend, body } = call;
  const interaction = interactionOf(call);
  const { original } = interaction;
  // Right after a deferral a follow-up fills the waiting message, as it always has.
  if (interaction.answer === callbackType.deferredMessage && original && hasFlag(original, 'loading'))
    return ok(seenByApp(backend, rewrite(backend, original, givenIn(call))));
  if (interaction.onlyUserInstalled && interaction.followUps.length >= followUpLimit) refuse(40094);
  const ephemeral = (Number(body.flags ?? 0) & messageFlag.ephemeral) !== 0;
  const message = answerWith(backend, interaction, givenIn(call), { ephemeral, isFirst: false });
  interaction.followUps.push(message);
  return ok(seenByApp(backend, message));
}

export const webhookRoutes: Routes = {
  'POST /webhooks/:application/:token': followUp,
  'GET /webhooks/:application/:token/messages/:message': (call) =>
    ok(seenByApp(call.backend, messageOf(call, interactionOf(call)))),
  'PATCH /webhooks/:application/:token/messages/:message': (call) => {
    const message = messageOf(call, interactionOf(call));
    return ok(seenByApp(call.backend, rewrite(call.backend, message, givenIn(call))));
  },
  'DELETE /webhooks/:application/:token/messages/:message': (call) => {
    remove(call.backend, messageOf(call, interactionOf(call)));
    return noContent;
  },
};
