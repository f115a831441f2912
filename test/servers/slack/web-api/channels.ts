import type { Channel } from '../workspace.ts';
import { type Call, refuse } from './method.ts';

/** The channel if the bot may know of it: public ones of its team, and those it sits in. */
export function visibleChannel({ backend, installation }: Call, nameOrId: string): Channel {
  const { channels } = backend.workspace;
  const name = nameOrId.replace(/^#/, '');
  const channel =
    channels.get(nameOrId) ?? [...channels.values()].find((of) => of.name !== '' && of.name === name);
  if (!channel) return refuse('channel_not_found');
  const ours = channel.teamId === installation.teamId || channel.sharedWith.has(installation.teamId);
  const member = channel.members.has(installation.bot.id);
  return ours && (member || channel.kind === 'channel') ? channel : refuse('channel_not_found');
}

/** A channel whose messages the bot may read. */
export function readableChannel(call: Call, id: string): Channel {
  const channel = visibleChannel(call, id);
  return channel.members.has(call.installation.bot.id) ? channel : refuse('not_in_channel');
}

/** Where a post to this address goes; a person's id stands for the bot's conversation with them. */
export function postableChannel(call: Call, address: string): Channel {
  const { backend, installation } = call;
  const person = backend.workspace.users.get(address);
  if (person) {
    if (person.teamId !== installation.teamId || person.isBot) return refuse('channel_not_found');
    if (!backend.app.messagesTab) return refuse('messages_tab_disabled');
    return backend.workspace.conversationOf([person.id, installation.bot.id], installation.teamId).channel;
  }
  const channel = visibleChannel(call, address);
  if (channel.archived) return refuse('is_archived');
  if (channel.kind === 'im' && !backend.app.messagesTab) return refuse('messages_tab_disabled');
  const anywhere = installation.scopes.includes('chat:write.public');
  return channel.members.has(installation.bot.id) || anywhere ? channel : refuse('not_in_channel');
}

const historyScopes = { channel: 'channels', group: 'groups', im: 'im', mpim: 'mpim' } as const;

/** Scopes that go by the kind of conversation can only be checked once it is known. */
export function needScope({ installation }: Call, channel: Channel, right: 'history' | 'read'): void {
  const needed = `${historyScopes[channel.kind]}:${right}`;
  if (!installation.scopes.includes(needed))
    refuse('missing_scope', { needed, provided: installation.scopes.join(',') });
}
