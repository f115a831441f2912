import { DiscordAPIError, type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { callDiscord } from '../saying/call-discord.ts';
import { noCommands } from './start-trouble.ts';

export interface RegisterParts {
  readonly rest: REST;
  readonly applicationId: string;
  readonly guildId: string | undefined;
  readonly commands: readonly RESTPostAPIApplicationCommandsJSONBody[];
}

/** Tells Discord of the commands, if those it knows differ. Gives whether it did. */
export async function registerCommands({
  rest,
  applicationId,
  guildId,
  commands,
}: RegisterParts): Promise<boolean> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  try {
    // Which there are is asked only to spare a change; where that is not to be had, they are put anew.
    const known = await callDiscord(() => rest.get(route)).catch((error: unknown) => {
      if (error instanceof DiscordAPIError && error.status === 404) return [];
      throw error;
    });
    if (digestOf(known as readonly object[], guildId) === digestOf(commands, guildId)) return false;
    await callDiscord(() => rest.put(route, { body: commands }));
    return true;
  } catch (error) {
    throw noCommands(error, guildId);
  }
}

/** What makes up a command; Discord adds ids and defaults, and knows no contexts within one server. */
const compared = [
  'type',
  'name',
  'description',
  'default_member_permissions',
  'required',
  'autocomplete',
  'min_length',
  'max_length',
  'choices',
];

function digestOf(commands: readonly object[], guildId: string | undefined): string {
  const reach = guildId === undefined ? ['contexts', 'integration_types'] : [];
  const plain = commands.map((one) => comparable(one, [...compared, ...reach]));
  return JSON.stringify(plain.map((one) => JSON.stringify(one)).sort());
}

function comparable(one: object, fields: readonly string[]): object {
  const entry = one as Record<string, unknown>;
  const kept = fields
    .map((field) => [field, entry[field]] as const)
    .filter(([, value]) => value !== undefined && value !== null && value !== false && value !== '');
  const options = Array.isArray(entry.options) ? entry.options : [];
  return { ...Object.fromEntries(kept), options: options.map((option) => comparable(option, fields)) };
}
