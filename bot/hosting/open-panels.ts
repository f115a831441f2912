import type { Log } from '../log.ts';
import type { NoteHostCall } from './host-call.ts';
import type { Panel } from './panel.ts';
import { createMailcowPanel } from './panels/mailcow/mailcow.ts';
import { mailcowSettings, readMailcowSettings } from './panels/mailcow/mailcow-settings.ts';
import { createWhmPanel } from './panels/whm/whm.ts';
import { readWhmSettings, whmSettings } from './panels/whm/whm-settings.ts';
import type { Environment } from './server-settings.ts';

/** A kind of panel: its settings, and how to open it. A new one is a line in the list below. */
interface PanelKind {
  readonly settings: readonly { readonly name: string; readonly example: string; readonly meaning: string }[];
  /** No panel where none of its servers is named. Throws when a server's settings cannot be right. */
  readonly open: (
    env: Environment,
    log: Log,
    note: NoteHostCall | undefined,
  ) => {
    readonly panel: Panel | undefined;
    readonly problems: readonly string[];
    /** Server's name by host names, where its accounts are those that a billing system sells by user name. */
    readonly hosts?: ReadonlyMap<string, string>;
  };
}

const kinds: readonly PanelKind[] = [
  {
    settings: whmSettings,
    open: (env, log, note) => {
      const { servers, hosts, problems } = readWhmSettings(env);
      return {
        problems,
        hosts,
        panel: servers.length > 0 ? createWhmPanel({ servers, log, note }) : undefined,
      };
    },
  },
  {
    settings: mailcowSettings,
    open: (env, log, note) => {
      const { servers, problems } = readMailcowSettings(env);
      return { problems, panel: servers.length > 0 ? createMailcowPanel({ servers, log, note }) : undefined };
    },
  },
];

/** For `.env.example` and the settings page. */
export const panelSettings = kinds.flatMap(({ settings }) => settings);

export interface OpenedPanels {
  /** Empty: no host is set up. */
  readonly panels: readonly Panel[];
  /** Servers' names by the host names that a billing system knows them by. */
  readonly hosts: ReadonlyMap<string, string>;
  /** A sentence a mistake in the settings. */
  readonly problems: readonly string[];
}

/** `note` hears of every call to a host. */
export function openPanels(env: Environment, log: Log, note?: NoteHostCall): OpenedPanels {
  const opened = kinds.map(({ open }) => open(env, log, note));
  const panels = opened.flatMap(({ panel }) => panel ?? []);
  const names = panels.flatMap(({ servers }) => servers);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const problems = [...twice].map((name) => `${name}: two servers bear this name; give each one of its own`);
  const hosts = new Map(opened.flatMap((each) => [...(each.hosts ?? [])]));
  return { panels, hosts, problems: [...opened.flatMap((each) => each.problems), ...problems] };
}
