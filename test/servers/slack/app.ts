import { listOf, recordOf, recordsOf, textOf } from './json.ts';

export type ShortcutKind = 'message' | 'global';

/** The app as its configuration page has it. `undefined` commands or shortcuts: every one is accepted. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly appToken: string;
  readonly scopes: readonly string[];
  readonly events: ReadonlySet<string>;
  readonly commands: ReadonlyMap<string, { shouldEscape: boolean }> | undefined;
  readonly shortcuts: ReadonlyMap<string, ShortcutKind> | undefined;
  readonly homeTab: boolean;
  readonly messagesTab: boolean;
  readonly view: 'agent' | 'assistant' | 'none';
  readonly rotatesTokens: boolean;
}

const everyScope = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'links:read',
  'links:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users:read',
  'users:read.email',
];

const everyEvent = [
  'app_context_changed',
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'agent_session_stopped',
  'channel_archive',
  'link_shared',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'reaction_added',
  'reaction_removed',
  'tokens_revoked',
];

const registration = {
  id: 'A0TESTAPP',
  clientId: '100000000001.100000000002',
  clientSecret: 'client-secret-of-the-test-app',
  signingSecret: 'signing-secret-of-the-test-app',
  verificationToken: 'verification-token-of-the-test-app',
  appToken: 'xapp-1-A0TESTAPP-1-local',
};

/** An app with every scope and event a support bot could ask for, so that a test starts with nothing to set up. */
export const fullApp = (): App => ({
  ...registration,
  name: 'hostdesk',
  scopes: everyScope,
  events: new Set(everyEvent),
  commands: undefined,
  shortcuts: undefined,
  homeTab: true,
  messagesTab: true,
  view: 'agent',
  rotatesTokens: false,
});

/** The app a manifest describes: what the manifest leaves out, the server refuses or does not send. */
export function appFromManifest(manifest: unknown): App {
  const root = recordOf(manifest);
  const features = recordOf(root.features);
  const settings = recordOf(root.settings);
  const home = recordOf(features.app_home);
  const scopes = recordOf(recordOf(root.oauth_config).scopes);
  return {
    ...registration,
    name: textOf(recordOf(features.bot_user).display_name) || textOf(recordOf(root.display_information).name),
    scopes: [...listOf(scopes.bot), ...listOf(scopes.bot_optional)].map(textOf),
    events: new Set(listOf(recordOf(settings.event_subscriptions).bot_events).map(textOf)),
    commands: new Map(
      recordsOf(features.slash_commands).map((command) => [
        textOf(command.command),
        { shouldEscape: command.should_escape === true },
      ]),
    ),
    shortcuts: new Map(
      recordsOf(features.shortcuts).map((shortcut) => [
        textOf(shortcut.callback_id),
        shortcut.type === 'message' ? 'message' : 'global',
      ]),
    ),
    homeTab: home.home_tab_enabled === true,
    messagesTab: home.messages_tab_enabled === true && home.messages_tab_read_only_enabled !== true,
    view: 'agent_view' in features ? 'agent' : 'assistant_view' in features ? 'assistant' : 'none',
    rotatesTokens: settings.token_rotation_enabled === true,
  };
}
