import { type Json, recordsOf } from '../../slack/json.ts';
import type { Backend } from '../backend.ts';
import { interactionType } from '../interactions/interactions.ts';
import { ownersOf } from '../interactions/payload.ts';
import type { Message } from '../messages/message.ts';
import { optionType } from '../payload-rules/command-option-rules.ts';
import { commandType } from '../payload-rules/command-rules.ts';
import type { Command } from '../rest/command-store.ts';
import { type Channel, channelType, isThread } from '../world/channel.ts';
import type { User } from '../world/guild.ts';
import { guildPermissions, may } from '../world/permissions.ts';
import { enteredOptions, type OptionValues } from './command-options.ts';
import { act, type OpenModals, type Outcome, type Patience } from './outcome.ts';
import { createResolved } from './resolved.ts';

export interface SlashOptions extends Patience {
  /** An admin has allowed the command to this person, whatever its default permissions. */
  readonly allowed?: boolean;
}

export interface TypingOptions extends SlashOptions {
  /** Where they type; the first channel of the home server they see, when not said. */
  readonly channel?: Channel;
  /** What they have entered for other options. */
  readonly options?: OptionValues;
}

export function createCommandUse(backend: Backend, modals: OpenModals) {
  const { world, commands } = backend;

  function isOffered({ json }: Command, user: User, channel: Channel, allowed: boolean): boolean {
    const owners = ownersOf(backend, user, channel);
    const installs = Array.isArray(json.integration_types) ? json.integration_types : [0];
    if (!installs.some((type) => String(type) in owners)) return false;
    const context = channel.type === channelType.dm ? 1 : 0;
    if (Array.isArray(json.contexts) && !json.contexts.includes(context)) return false;
    const guild = world.guildOf(channel);
    if (!guild) return json.dm_permission !== false;
    if (isThread(channel) && channel.thread.archived) return false;
    if (!may(world, channel, user.id, 'UseApplicationCommands')) return false;
    const needed = json.default_member_permissions;
    if (allowed || typeof needed !== 'string') return true;
    const held = guildPermissions(guild, user.id);
    // '0' keeps it to those who may do everything.
    return needed === '0' ? held === (1n << 53n) - 1n : (held & BigInt(needed)) === BigInt(needed);
  }

  const offeredIn = (user: User, channel: Channel, allowed = false): Command[] =>
    commands.offeredIn(channel.guildId).filter((command) => isOffered(command, user, channel, allowed));

  function find(user: User, channel: Channel, type: number, name: string, allowed?: boolean): Command {
    const offered = offeredIn(user, channel, allowed).filter((command) => command.type === type);
    const found = offered.findLast((command) => command.name === name);
    const names = offered.map((command) => command.name).join(', ') || 'none';
    if (!found) throw new Error(`${name} is not offered to ${user.name} there; offered: ${names}`);
    return found;
  }

  /** `/kb search`: the command, and the data for what is under it. */
  function chosen(
    user: User,
    channel: Channel,
    typed: string,
    allowed: boolean | undefined,
    fill: (options: readonly Json[]) => Json[],
  ): { command: Command; options: Json[] } {
    const [name = '', ...path] = typed.replace(/^\//, '').split(/\s+/);
    const command = find(user, channel, commandType.chat, name, allowed);
    const nest = (options: readonly Json[], rest: readonly string[]): Json[] => {
      const [next, ...further] = rest;
      const isNesting = options.some(
        ({ type }) => type === optionType.subcommand || type === optionType.group,
      );
      if (next === undefined && isNesting) throw new Error(`${typed} goes on with a subcommand`);
      if (next === undefined) return fill(options);
      const found = options.find((option) => option.name === next);
      if (!found || !isNesting) throw new Error(`${typed}: no subcommand ${next}`);
      return [{ name: next, type: found.type, options: nest(recordsOf(found.options), further) }];
    };
    return { command, options: nest(recordsOf(command.json.options), path) };
  }

  const dataOf = ({ id, name, type, guildId }: Command): Json => ({
    id,
    name,
    type,
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  });

  const firstSeen = (user: User): Channel => {
    const seen = [...world.channels.values()].find(
      (channel) => channel.type === channelType.text && may(world, channel, user.id, 'ViewChannel'),
    );
    if (!seen) throw new Error(`${user.name} sees no channel`);
    return seen;
  };

  async function slash(
    user: User,
    channel: Channel,
    typed: string,
    values: OptionValues = {},
    { allowed, patienceMs }: SlashOptions = {},
  ): Promise<Outcome> {
    const resolved = createResolved(backend, channel);
    const fill = (options: readonly Json[]) => enteredOptions(options, values, resolved);
    const { command, options } = chosen(user, channel, typed, allowed, fill);
    const data = { ...dataOf(command), options, ...resolved.json() };
    const name = `/${typed.replace(/^\//, '')}`;
    return act(backend, modals, { type: interactionType.command, name, user, channel, data }, { patienceMs });
  }

  return {
    /** Names of the commands Discord offers the person there: `/kb`, `Explain this bounce`. */
    offered: (user: User, channel: Channel): string[] =>
      offeredIn(user, channel).map(({ name, type }) => (type === commandType.chat ? `/${name}` : name)),
    slash,
    /** In the conversation with the bot. */
    dmSlash: (
      user: User,
      typed: string,
      values: OptionValues = {},
      options: SlashOptions = {},
    ): Promise<Outcome> => slash(user, world.directWith(user), typed, values, options),
    autocomplete: async (
      user: User,
      typed: string,
      option: string,
      value: string,
      { channel = firstSeen(user), options: others = {}, allowed }: TypingOptions = {},
    ): Promise<Outcome> => {
      const resolved = createResolved(backend, channel);
      const fill = (known: readonly Json[]) => {
        const suggests = known.some(({ name, autocomplete }) => name === option && autocomplete === true);
        if (!suggests) throw new Error(`${typed} suggests nothing for ${option}`);
        return enteredOptions(known, others, resolved, { option, typed: value });
      };
      const { command, options } = chosen(user, channel, typed, allowed, fill);
      const data = { ...dataOf(command), options, ...resolved.json() };
      const name = `${typed} ${option}`;
      return act(backend, modals, { type: interactionType.autocomplete, name, user, channel, data });
    },
    /** From the menu of a message, or of a user (then `channel` says where). */
    contextMenu: async (
      user: User,
      name: string,
      target: Message | User,
      { channel: at, allowed, patienceMs }: SlashOptions & { channel?: Channel } = {},
    ): Promise<Outcome> => {
      const isMessage = 'channelId' in target;
      const channel = at ?? (isMessage ? world.channels.get(target.channelId) : undefined) ?? firstSeen(user);
      if (!may(world, channel, user.id, 'ViewChannel')) throw new Error(`${user.name} cannot see that`);
      const command = find(user, channel, isMessage ? commandType.message : commandType.user, name, allowed);
      const resolved = createResolved(backend, channel);
      const target_id = isMessage ? resolved.message(target) : resolved.entity(target, ['user']);
      const data = { ...dataOf(command), target_id, ...resolved.json() };
      return act(
        backend,
        modals,
        { type: interactionType.command, name, user, channel, data },
        { patienceMs },
      );
    },
  };
}
