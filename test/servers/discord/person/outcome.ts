import { until } from '../../slack/changes.ts';
import { type Json, textOf } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { callbackType, type Interaction, interactionType } from '../interactions/interactions.ts';
import { type Act, newInteraction } from '../interactions/payload.ts';
import { hasFlag, type Message } from '../messages/message.ts';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A modal before a person. */
export interface Modal {
  readonly userId: string;
  readonly json: Json;
  readonly title: string;
  readonly customId: string;
  readonly interaction: Interaction;
}

/** What became of an act, as the person sees it. Messages are the server's own and go on changing. */
export interface Outcome {
  readonly ok: boolean;
  /** What Discord shows instead: 'The application did not respond', … */
  readonly error?: string;
  /** The answer, or the message the answer changed. */
  readonly message?: Message;
  /** Still "thinking…" when the person's patience ended. */
  readonly thinking?: boolean;
  readonly modal?: Modal;
  readonly choices?: readonly Choice[];
}

export interface Patience {
  /** How long to wait for what was deferred. */
  readonly patienceMs?: number | undefined;
}

const failures: Record<number, string> = {
  [interactionType.command]: 'The application did not respond',
  [interactionType.component]: 'This interaction failed',
  [interactionType.autocomplete]: 'Loading options failed',
  [interactionType.modalSubmit]: 'Something went wrong. Try again.',
};

export type OpenModals = Map<string, Modal>;

async function arrived({ changes }: Backend, message: Message, patienceMs: number): Promise<boolean> {
  const isThere = () => !hasFlag(message, 'loading') || message.deleted;
  return until(changes, isThere, { timeoutMs: patienceMs }).catch(() => false);
}

/** Does something that the app must answer, and waits for what the person gets to see. */
export async function act(
  backend: Backend,
  modals: OpenModals,
  what: Act,
  { patienceMs = 5000 }: Patience = {},
): Promise<Outcome> {
  const interaction = await backend.interactions.start(newInteraction(backend, what));
  const { state, answer, original, modal, choices, type, user } = interaction;
  if (state !== 'answered') return { ok: false, error: failures[type] ?? 'This interaction failed' };
  if (choices) return { ok: true, choices: choices as unknown as Choice[] };
  if (modal) {
    const open = {
      userId: user.id,
      json: modal,
      title: textOf(modal.title),
      customId: textOf(modal.custom_id),
      interaction,
    };
    modals.set(user.id, open);
    return { ok: true, modal: open };
  }
  if (!original) return { ok: true };
  if (answer !== callbackType.deferredMessage) return { ok: true, message: original };
  const isThere = await arrived(backend, original, patienceMs);
  return isThere ? { ok: true, message: original } : { ok: true, message: original, thinking: true };
}
