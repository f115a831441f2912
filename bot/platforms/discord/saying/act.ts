import {
  type APIModalInteractionResponseCallbackData,
  type BaseInteraction,
  InteractionResponseType,
  MessageFlags,
  type REST,
  Routes,
} from 'discord.js';
import type { Person } from '../../../desk/question.ts';
import { wording } from '../../../desk/wording.ts';
import { callDiscord, refusal, refusalOf } from './call-discord.ts';
import { type MessageBody, requestOf } from './message-body.ts';
import { plainMessage } from './plain-message.ts';

/**
 * What somebody did with a command, button or form, and how it is answered. One of the first five must come within
 * three seconds, before anything else is waited for. Everything said is seen by that person alone.
 */
export interface Act {
  readonly id: string;
  readonly by: Person;
  say(words: string): Promise<void>;
  openForm(form: APIModalInteractionResponseCallbackData): Promise<void>;
  suggest(choices: readonly { name: string; value: string }[]): Promise<void>;
  /** Shows that an answer is being worked on; `edit` puts it there. */
  think(): Promise<void>;
  /** Of a button: `edit` changes the message it is on. */
  update(): Promise<void>;

  edit(body: MessageBody): Promise<void>;
  /** After `think`: there is nothing to say. */
  takeBack(): Promise<void>;
  /** One more message. */
  add(body: MessageBody): Promise<void>;
  /** Says that something went wrong, in the way that is still open. */
  fail(): Promise<void>;
}

const { Ephemeral } = MessageFlags;
const nobody = { parse: [] };

export function createAct(rest: REST, interaction: BaseInteraction, by: Person): Act {
  const { id, token, applicationId } = interaction;
  let state: 'new' | 'answered' | 'thinking' | 'updating' = 'new';

  const answer = async (next: typeof state, type: InteractionResponseType, data?: object) => {
    let tried = 0;
    const call = async () => {
      tried++;
      const body = { type, ...(data ? { data } : {}) };
      await rest
        .post(Routes.interactionCallback(id, token), { body, auth: false })
        .catch((error: unknown) => {
          // The answer to the first try was lost on the way; the try itself was not.
          if (tried === 1 || refusalOf(error) !== refusal.acknowledgedAlready) throw error;
        });
    };
    await callDiscord(call, { tries: 5, firstPauseMs: 50 });
    state = next;
  };
  const edit = async (body: MessageBody) => {
    const route = Routes.webhookMessage(applicationId, token, '@original');
    const request = requestOf(body, { allowed_mentions: nobody });
    await callDiscord(() => rest.patch(route, { ...request, auth: false }));
  };
  const takeBack = async () => {
    const route = Routes.webhookMessage(applicationId, token, '@original');
    await callDiscord(() => rest.delete(route, { auth: false })).catch((error: unknown) => {
      // The answer to the first try was lost on the way.
      if (refusalOf(error) !== refusal.unknownMessage) throw error;
    });
  };
  /** Cannot be looked up, so one whose answer was lost is sent again. */
  const add = async (body: MessageBody) => {
    const request = requestOf({ ...body, flags: body.flags | Ephemeral }, { allowed_mentions: nobody });
    await callDiscord(() => rest.post(Routes.webhook(applicationId, token), { ...request, auth: false }));
  };
  const say = (words: string) => {
    const body = plainMessage(words);
    const data = { ...body, flags: body.flags | Ephemeral, allowed_mentions: nobody };
    return answer('answered', InteractionResponseType.ChannelMessageWithSource, data);
  };

  return {
    id,
    by,
    say,
    edit,
    takeBack,
    add,
    openForm: (form) => answer('answered', InteractionResponseType.Modal, form),
    suggest: (choices) =>
      answer('answered', InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
    think: () =>
      answer('thinking', InteractionResponseType.DeferredChannelMessageWithSource, { flags: Ephemeral }),
    update: () => answer('updating', InteractionResponseType.DeferredMessageUpdate),
    async fail() {
      const words = wording.failed;
      if (state === 'thinking') await edit(plainMessage(words));
      else if (state === 'updating') await add(plainMessage(words));
      else if (state === 'new') await say(words);
    },
  };
}
