import {
  type APIChannel,
  type APIGuildMember,
  type APIMessage,
  type APIUser,
  type REST,
  Routes,
} from 'discord.js';
import { callDiscord } from './call-discord.ts';
import { type MessageBody, requestOf } from './message-body.ts';

export interface PostOptions {
  /** At most 25 characters. For some minutes Discord gives the first message again instead of posting a second. */
  readonly nonce: string;
  readonly replyTo?: string;
  /** Asked before every try; when it says no, nothing is sent and `undefined` given. */
  isOurs?(): Promise<boolean>;
}

/** What is asked of Discord's API, each call made until it is answered. None of them does harm when made twice. */
export type DiscordCalls = ReturnType<typeof createDiscordCalls>;

const nobody = { parse: [], replied_user: false } as const;

export function createDiscordCalls(rest: REST) {
  return {
    post: (
      channel: string,
      body: MessageBody,
      { nonce, replyTo, isOurs }: PostOptions,
    ): Promise<APIMessage | undefined> => {
      const reference = replyTo && { message_id: replyTo, fail_if_not_exists: false };
      const request = requestOf(body, {
        allowed_mentions: nobody,
        nonce,
        enforce_nonce: true,
        ...(reference ? { message_reference: reference } : {}),
      });
      return callDiscord(async () => {
        if (isOurs && !(await isOurs())) return undefined;
        return (await rest.post(Routes.channelMessages(channel), request)) as APIMessage;
      });
    },
    change: (channel: string, message: string, body: MessageBody): Promise<unknown> =>
      callDiscord(() =>
        rest.patch(Routes.channelMessage(channel, message), requestOf(body, { allowed_mentions: nobody })),
      ),
    remove: (channel: string, message: string): Promise<unknown> =>
      callDiscord(() => rest.delete(Routes.channelMessage(channel, message))),
    message: (channel: string, message: string): Promise<APIMessage> =>
      callDiscord(() => rest.get(Routes.channelMessage(channel, message))) as Promise<APIMessage>,
    /** Newest first. */
    latest: (channel: string, most: number): Promise<APIMessage[]> => {
      const query = new URLSearchParams({ limit: String(most) });
      return callDiscord(() => rest.get(Routes.channelMessages(channel), { query })) as Promise<APIMessage[]>;
    },
    startThread: (channel: string, message: string, name: string): Promise<unknown> => {
      const body = { name, auto_archive_duration: 1440 };
      return callDiscord(() => rest.post(Routes.threads(channel, message), { body }));
    },
    tagThread: (thread: string, tags: readonly string[]): Promise<unknown> =>
      callDiscord(() => rest.patch(Routes.channel(thread), { body: { applied_tags: tags } })),
    openDirect: (user: string): Promise<APIChannel> =>
      callDiscord(() =>
        rest.post(Routes.userChannels(), { body: { recipient_id: user } }),
      ) as Promise<APIChannel>,
    user: (id: string): Promise<APIUser> => callDiscord(() => rest.get(Routes.user(id))) as Promise<APIUser>,
    rolesOf: async (guild: string, user: string): Promise<readonly string[]> => {
      const member = (await callDiscord(() => rest.get(Routes.guildMember(guild, user)))) as APIGuildMember;
      return member.roles;
    },
    /** Best effort: nobody misses it. */
    typing: (channel: string): Promise<unknown> => rest.post(Routes.channelTyping(channel)),
  };
}
