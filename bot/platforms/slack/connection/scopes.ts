/** What does not work without a scope, where the rest does: the start says so and goes on. */
const without: Readonly<Record<string, string>> = {
  'assistant:write': 'nobody sees that it is working, and no questions are suggested',
  'channels:history': 'it hears nothing in public channels but mentions',
  'channels:read': 'it cannot look whether it is in the channels of the settings',
  'files:write': 'the chart of the mail numbers does not come with them',
  'groups:history': 'it hears nothing in private channels but mentions',
  'groups:read': 'it cannot look whether it is in the private channels of the settings',
  'im:write': 'it cannot begin a direct message: nobody is told that a block cleared, or what staff replied',
  'mpim:history': 'it hears nothing in group messages but mentions',
  'usergroups:read': 'user groups in SLACK_STAFF have no members',
  'users:read': 'staff see ids in place of names',
};

interface Wants {
  readonly channels: readonly string[];
  readonly staffGroups: readonly string[];
}

/** Whether the bot is of no use without the scope, as it is set up. */
export function isNeeded(scope: string, { channels, staffGroups }: Wants): boolean {
  if (scope === 'channels:history') return channels.length > 0;
  if (scope === 'usergroups:read') return staffGroups.length > 0;
  return without[scope] === undefined;
}

export const withoutScope = (scope: string): string =>
  `the bot token lacks the scope ${scope}: ${without[scope]}; add it under OAuth & Permissions > Bot Token Scopes and reinstall the app`;
