import type { Command, Ear, MenuEntry } from './hearing/ear.ts';
import { listen } from './listeners/listen.ts';
import type { Kit } from './slack-parts.ts';
import { slackWording as words } from './slack-wording.ts';

export type Transport = 'socket' | 'http';

interface Heard {
  readonly events: readonly string[];
  readonly scopes: readonly string[];
  readonly commands: readonly Command[];
  readonly menus: readonly MenuEntry[];
}

/** What the listeners listen to, from the listeners themselves. */
function heard(): Heard {
  const events = new Set<string>();
  const scopes = new Set<string>();
  const commands: Command[] = [];
  const menus: MenuEntry[] = [];
  const ear: Ear = {
    event: (_, needs) => {
      for (const event of needs.subscriptions) events.add(event);
      for (const scope of needs.scopes) scopes.add(scope);
    },
    command: (entry) => commands.push(entry),
    messageMenu: (entry) => menus.push(entry),
    press: () => {},
    menu: () => {},
    form: () => {},
    uses: (...named) => {
      for (const scope of named) scopes.add(scope);
    },
  };
  // Nothing is heard while listening is only noted, so nothing of the kit is touched.
  listen(ear, {} as Kit);
  if (commands.length > 0 || menus.length > 0) scopes.add('commands');
  return { events: [...events].sort(), scopes: [...scopes].sort(), commands, menus };
}

/** The permissions the bot needs. */
export function botScopes(): readonly string[] {
  return heard().scopes;
}

/** The app's manifest, to be pasted where Slack makes an app "from a manifest". */
export function slackManifest(transport: Transport, publicUrl = 'https://hostdesk.example.com') {
  const { events, scopes, commands, menus } = heard();
  const url = transport === 'http' ? { request_url: `${publicUrl}/slack/events` } : {};
  const commandUrl = transport === 'http' ? { url: `${publicUrl}/slack/events` } : {};
  return {
    display_information: {
      name: words.appName,
      description: words.appDescription,
      long_description: words.appLongDescription,
    },
    features: {
      agent_view: { agent_description: words.appDescription },
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: words.appName.toLowerCase(), always_online: true },
      shortcuts: menus.map(({ id, name, description }) => ({
        name,
        type: 'message',
        callback_id: id,
        description,
      })),
      slash_commands: commands.map(({ command, description, usage }) => ({
        command,
        ...commandUrl,
        description,
        ...(usage === '' ? {} : { usage_hint: usage }),
        should_escape: true,
      })),
    },
    oauth_config: {
      ...(transport === 'http' ? { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] } : {}),
      scopes: { bot: scopes },
    },
    settings: {
      event_subscriptions: { ...url, bot_events: events },
      interactivity: {
        is_enabled: true,
        ...url,
        ...(transport === 'http' ? { message_menu_options_url: `${publicUrl}/slack/events` } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: transport === 'socket',
      token_rotation_enabled: false,
    },
  };
}
