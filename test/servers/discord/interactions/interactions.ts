import type { Changes } from '../../slack/changes.ts';
import type { Clock } from '../../slack/clock.ts';
import type { Json } from '../../slack/json.ts';
import type { Announcements } from '../announcements.ts';
import type { Timing } from '../backend.ts';
import type { Message } from '../messages/message.ts';
import type { Channel } from '../world/channel.ts';
import type { User } from '../world/guild.ts';

export const interactionType = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;

/** How the app may answer. */
export const callbackType = {
  message: 4,
  deferredMessage: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
  premiumRequired: 10,
} as const;

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  /** For logs: `/kb search`, `button helpful`, … */
  readonly name: string;
  readonly user: User;
  readonly channel: Channel;
  readonly payload: Json;
  /** The message whose component was used. */
  readonly message: Message | undefined;
  /** The app is the user's, not the server's. */
  readonly onlyUserInstalled: boolean;
  readonly startedAtMs: number;
  state: 'waiting' | 'answered' | 'expired';
  answer?: number;
  /** What `@original` means. */
  original?: Message;
  followUps: Message[];
  modal?: Json;
  choices?: Json[];
}

export interface LateAck {
  readonly interactionId: string;
  readonly name: string;
  readonly tookMs: number;
}

export type NewInteraction = Omit<Interaction, 'state' | 'followUps' | 'startedAtMs'>;

interface InteractionsOptions {
  readonly timing: Timing;
  readonly clock: Clock;
  readonly changes: Changes;
  readonly announce: Announcements;
}

export type Interactions = ReturnType<typeof createInteractions>;

export function createInteractions({ timing, clock, changes, announce }: InteractionsOptions) {
  const byToken = new Map<string, Interaction>();
  const sentAt = new Map<Interaction, number>();
  const waiting = new Map<Interaction, () => void>();
  const lateAcks: LateAck[] = [];
  const acksMs: number[] = [];

  const settle = (interaction: Interaction, state: 'answered' | 'expired') => {
    interaction.state = state;
    waiting.get(interaction)?.();
    waiting.delete(interaction);
    changes.note();
  };

  return {
    lateAcks,
    acksMs,
    pending: (): number => waiting.size,
    find: (id: string, token: string): Interaction | undefined => {
      const interaction = byToken.get(token);
      return interaction?.id === id ? interaction : undefined;
    },
    byToken: (token: string): Interaction | undefined => byToken.get(token),
    isOver: (interaction: Interaction): boolean =>
      clock.nowMs() - interaction.startedAtMs > timing.tokenLifeMs,
    /** Tells the app; resolves when it has answered, or no longer may. */
    start: async (made: NewInteraction): Promise<Interaction> => {
      const interaction: Interaction = {
        ...made,
        state: 'waiting',
        followUps: [],
        startedAtMs: clock.nowMs(),
      };
      byToken.set(interaction.token, interaction);
      sentAt.set(interaction, Date.now());
      const answered = new Promise<void>((resolve) => waiting.set(interaction, resolve));
      const timer = setTimeout(() => settle(interaction, 'expired'), timing.ackTimeoutMs).unref();
      announce.interaction(interaction.channel.guildId, interaction.payload);
      await answered;
      clearTimeout(timer);
      return interaction;
    },
    answered: (interaction: Interaction, answer: number): void => {
      interaction.answer = answer;
      acksMs.push(Date.now() - (sentAt.get(interaction) ?? 0));
      settle(interaction, 'answered');
    },
    cameLate: (interaction: Interaction): void => {
      const { id, name } = interaction;
      lateAcks.push({ interactionId: id, name, tookMs: Date.now() - (sentAt.get(interaction) ?? 0) });
      changes.note();
    },
  };
}
