import type {
  AllMiddlewareArgs,
  App,
  BlockAction,
  MessageShortcut,
  RespondFn,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackEventMiddlewareArgs,
  SlackOptionsMiddlewareArgs,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { Log } from '../../../log.ts';
import type { Seen } from '../../seen.ts';
import { failureWords } from '../saying/call-slack.ts';

type Listener<Args> = (args: Args & AllMiddlewareArgs) => Promise<void>;

export interface EventNeeds {
  /** What the app subscribes to; kinds of messages are subscribed to one by one. */
  readonly subscriptions: readonly string[];
  readonly scopes: readonly string[];
}

export interface Command {
  readonly command: `/${string}`;
  readonly description: string;
  /** What can be written behind it; '' for nothing. */
  readonly usage: string;
}

export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/**
 * What the bot listens to. Listeners say it once, here: Bolt hears it, and the manifests are made of it. Commands,
 * shortcuts and presses are acknowledged before their listener runs, once however often Slack delivers them; forms
 * and menus acknowledge themselves.
 */
export interface Ear {
  event(name: string, needs: EventNeeds, listener: Listener<SlackEventMiddlewareArgs>): void;
  command(entry: Command, listener: Listener<SlackCommandMiddlewareArgs>): void;
  messageMenu(entry: MenuEntry, listener: Listener<SlackShortcutMiddlewareArgs<MessageShortcut>>): void;
  press(id: string | RegExp, listener: Listener<SlackActionMiddlewareArgs<BlockAction>>): void;
  menu(id: string, listener: Listener<SlackOptionsMiddlewareArgs<'block_suggestion'>>): void;
  form(id: string, listener: Listener<SlackViewMiddlewareArgs<ViewSubmitAction>>): void;
  /** Permissions for what is called, beside what is heard. */
  uses(...scopes: readonly string[]): void;
}

export function boltEar(app: App, log: Log, seen: Seen): Ear {
  /** Nothing that goes wrong in a listener goes further, and whoever waits for an answer hears of it. */
  const guarded =
    <Args extends { ack?: unknown; respond?: unknown; body: unknown }>(
      listener: (args: Args) => Promise<void>,
      { acknowledged }: { acknowledged: boolean },
    ) =>
    async (args: Args): Promise<void> => {
      try {
        if (acknowledged) await (args.ack as () => Promise<void>)();
        const { trigger_id } = args.body as { trigger_id?: string };
        if (acknowledged && trigger_id !== undefined && !seen.take(`act ${trigger_id}`)) return;
        await listener(args);
      } catch (error) {
        log.error({ err: error }, 'slack_listener_failed');
        const respond = args.respond as RespondFn | undefined;
        await respond?.({
          response_type: 'ephemeral',
          replace_original: false,
          text: failureWords(error),
        }).catch(() => {});
      }
    };
  const first = { acknowledged: true };
  const itself = { acknowledged: false };
  return {
    event: (name, _, listener) => app.event(name, guarded(listener, itself)),
    command: ({ command }, listener) => app.command(command, guarded(listener, first)),
    messageMenu: ({ id }, listener) =>
      app.shortcut({ callback_id: id, type: 'message_action' }, guarded(listener, first)),
    press: (id, listener) => app.action({ action_id: id, type: 'block_actions' }, guarded(listener, first)),
    menu: (id, listener) => app.options(id, guarded(listener, itself)),
    form: (id, listener) => app.view({ callback_id: id, type: 'view_submission' }, guarded(listener, itself)),
    uses: () => {},
  };
}
