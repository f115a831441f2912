import { type Json, recordsOf, textOf } from '../../slack/json.ts';
import { commandLimits } from '../payload-rules/command-rules.ts';
import type { Snowflakes } from '../world/snowflakes.ts';
import { refuse } from './refusal.ts';

export interface Command {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guildId: string | undefined;
  readonly json: Json;
}

const createsPerDay = 200;

export type Commands = ReturnType<typeof createCommands>;

/** The commands the app registered, for everywhere and per server. */
export function createCommands(applicationId: string, ids: Snowflakes) {
  const scopes = new Map<string, Command[]>();
  const created = new Map<string, number>();
  const keyOf = (guildId: string | undefined) => guildId ?? 'everywhere';
  const inScope = (guildId: string | undefined): Command[] => scopes.get(keyOf(guildId)) ?? [];

  function stored(body: Json, guildId: string | undefined): Command {
    const type = typeof body.type === 'number' ? body.type : 1;
    const name = textOf(body.name);
    const known = inScope(guildId).find((command) => command.type === type && command.name === name);
    if (!known) {
      const count = (created.get(keyOf(guildId)) ?? 0) + 1;
      if (count > createsPerDay) refuse(30034);
      created.set(keyOf(guildId), count);
    }
    const { permissions, ...given } = body;
    const json = {
      name_localizations: null,
      description_localizations: null,
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      integration_types: guildId === undefined ? [0] : undefined,
      contexts: guildId === undefined ? null : undefined,
      ...given,
      id: known?.id ?? ids.next(),
      application_id: applicationId,
      version: ids.next(),
      type,
      name,
      description: textOf(body.description),
      ...(guildId === undefined ? {} : { guild_id: guildId }),
    };
    return { id: textOf(json.id), type, name, guildId, json };
  }

  function checkCount(commands: readonly Command[]): void {
    for (const [type, limit] of Object.entries(commandLimits))
      if (commands.filter((command) => command.type === Number(type)).length > limit) refuse(30032);
  }

  function put(commands: Command[], guildId: string | undefined): void {
    checkCount(commands);
    scopes.set(keyOf(guildId), commands);
  }

  return {
    of: inScope,
    /** What is offered in a server, or (without one) in direct messages. */
    offeredIn: (guildId: string | undefined): Command[] => [
      ...inScope(undefined),
      ...(guildId === undefined ? [] : inScope(guildId)),
    ],
    replaceAll: (bodies: unknown, guildId: string | undefined): Command[] => {
      const commands = recordsOf(bodies).map((body) => stored(body, guildId));
      put(commands, guildId);
      return commands;
    },
    upsert: (body: Json, guildId: string | undefined): Command => {
      const command = stored(body, guildId);
      put([...inScope(guildId).filter(({ id }) => id !== command.id), command], guildId);
      return command;
    },
    find: (id: string, guildId: string | undefined): Command | undefined =>
      inScope(guildId).find((command) => command.id === id),
    remove: (id: string, guildId: string | undefined): void =>
      put(
        inScope(guildId).filter((command) => command.id !== id),
        guildId,
      ),
  };
}
