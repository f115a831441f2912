import { type Json, recordOf, recordsOf, withoutUndefined } from '../../slack/json.ts';
import { answerWith, type Given, rewrite } from '../interactions/answering.ts';
import { callbackType, type Interaction, interactionType } from '../interactions/interactions.ts';
import { hasFlag, type Message, messageFlag } from '../messages/message.ts';
import { modalIssues } from '../payload-rules/modal-rules.ts';
import { anything, integer, issuesOf, list, model, type Rule, text } from '../payload-rules/rule.ts';
import { type Answer, type Call, noContent, ok, param, type Routes } from './call.ts';
import { seenByApp } from './messages.ts';
import { refuse, refuseField, refuseForm } from './refusal.ts';

const { message, deferredMessage, deferredUpdate, update, choices, modal, premiumRequired } = callbackType;

/** Which answers fit which interaction; those that update need a message to update. */
function allowedAnswers({ type, message: of }: Interaction): number[] {
  if (type === interactionType.autocomplete) return [choices];
  const updates = of ? [deferredUpdate, update] : [];
  const asks = type === interactionType.modalSubmit ? [] : [modal, premiumRequired];
  return [message, deferredMessage, ...updates, ...asks];
}

const choice: Rule = (value, path, report) => {
  model({ name: text({ min: 1, max: 100 }), value: anything })(value, path, report);
  const given = recordOf(value).value;
  if (typeof given === 'string') text({ min: 1, max: 100 })(given, [...path, 'value'], report);
};
const suggestions = model({ data: model({}, { choices: list(choice, { max: 25 }) }) });

const isEphemeral = (data: Json): boolean => (Number(data.flags ?? 0) & messageFlag.ephemeral) !== 0;

function checkDeferral(data: Json): void {
  refuseForm(issuesOf(model({}, { flags: integer({ min: 0 }) }), data, ['data']));
  if ((Number(data.flags ?? 0) & ~messageFlag.ephemeral) !== 0)
    refuseField(
      ['data', 'flags'],
      'INTERACTION_DEFER_INVALID_FLAGS',
      'Only the EPHEMERAL flag may be set when deferring',
    );
}

/** Does what the answer says; gives the message it made or changed. */
function perform(
  { backend }: Call,
  interaction: Interaction,
  answer: number,
  given: Given,
): Message | undefined {
  const { body: data } = given;
  const ephemeral = isEphemeral(data);
  switch (answer) {
    case message:
      interaction.original = answerWith(backend, interaction, given, { ephemeral, isFirst: true });
      return interaction.original;
    case deferredMessage:
      checkDeferral(data);
      interaction.original = answerWith(backend, interaction, given, {
        ephemeral,
        isFirst: true,
        loading: true,
      });
      return interaction.original;
    case update:
    case deferredUpdate: {
      const { message: of } = interaction;
      if (of?.deleted) return refuse(10008);
      if (of && answer === update) rewrite(backend, of, given);
      if (of) interaction.original = of;
      return of;
    }
    case modal:
      refuseForm(modalIssues(data));
      interaction.modal = data;
      return undefined;
    case choices:
      refuseForm(issuesOf(suggestions, { data }));
      interaction.choices = recordsOf(data.choices);
      return undefined;
    default:
      return undefined;
  }
}

function receipt(call: Call, interaction: Interaction, answer: number, made: Message | undefined): Json {
  const isShown = answer === message || answer === update;
  const of = withoutUndefined({
    id: interaction.id,
    type: interaction.type,
    channel_id: interaction.channel.id,
    response_message_id: made?.id,
    response_message_loading: made ? hasFlag(made, 'loading') : undefined,
    response_message_ephemeral: made ? made.ephemeralFor !== undefined : undefined,
  });
  const resource = { type: answer, ...(made && isShown ? { message: seenByApp(call.backend, made) } : {}) };
  return { interaction: of, resource };
}

function respond(call: Call): Answer {
  const { interactions } = call.backend;
  const interaction = interactions.find(param(call, 'interaction'), param(call, 'token')) ?? refuse(10062);
  if (interaction.state === 'expired') {
    interactions.cameLate(interaction);
    refuse(10062);
  }
  if (interaction.state === 'answered') refuse(40060);
  const answer = Number(call.body.type);
  const allowed = allowedAnswers(interaction);
  if (!allowed.includes(answer))
    refuseField(['type'], 'BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
  const given = { body: recordOf(call.body.data), files: call.files, path: ['data'] };
  const made = perform(call, interaction, answer, given);
  interactions.answered(interaction, answer);
  return call.query.get('with_response') === 'true'
    ? ok(receipt(call, interaction, answer, made))
    : noContent;
}

export const callbackRoutes: Routes = { 'POST /interactions/:interaction/:token/callback': respond };
