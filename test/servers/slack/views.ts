import { filled, filledBlocks } from './filled-blocks.ts';
import { hex, type Ids } from './ids.ts';
import type { Installation } from './installs.ts';
import { type Json, textOf } from './json.ts';

/** A view someone has before them: Slack's own JSON, plus whose it is. */
export interface View {
  readonly id: string;
  readonly userId: string;
  readonly teamId: string;
  json: Json;
  /** What the person has typed and chosen so far: block_id → action_id → value. */
  values: Record<string, Record<string, Json>>;
}

const stackLimit = 3;

export type Views = ReturnType<typeof createViews>;

export function createViews(appId: string, ids: Ids, nowSeconds: () => number) {
  const stacks = new Map<string, View[]>();
  const homes = new Map<string, View>();

  const stackOf = (userId: string): View[] => {
    const stack = stacks.get(userId) ?? [];
    stacks.set(userId, stack);
    return stack;
  };
  const newHash = () => `${nowSeconds()}.${hex(4)}`;

  function viewJson(given: Json, installation: Installation, id: string, over: Json): Json {
    return {
      id,
      team_id: installation.teamId,
      type: given.type,
      blocks: filledBlocks(given.blocks),
      private_metadata: textOf(given.private_metadata),
      callback_id: textOf(given.callback_id),
      state: { values: {} },
      hash: newHash(),
      title: filled(given.title ?? null),
      clear_on_close: given.clear_on_close === true,
      notify_on_close: given.notify_on_close === true,
      close: filled(given.close ?? null),
      submit: filled(given.submit ?? null),
      previous_view_id: null,
      root_view_id: id,
      app_id: appId,
      external_id: textOf(given.external_id),
      app_installed_team_id: installation.teamId,
      bot_id: installation.botId,
      ...over,
    };
  }

  const all = () => [...[...stacks.values()].flat(), ...homes.values()];

  return {
    stackOf,
    homeOf: (userId: string): View | undefined => homes.get(userId),
    find: (id: string): View | undefined =>
      all().find((view) => view.id === id || (id !== '' && view.json.external_id === id)),
    externalIdTaken: (externalId: string): boolean =>
      externalId !== '' && all().some(({ json }) => json.external_id === externalId),
    /** Opens a modal, onto the stack when one is open; `undefined` when the stack is full. */
    push: (given: Json, userId: string, installation: Installation): View | undefined => {
      const stack = stackOf(userId);
      if (stack.length >= stackLimit) return undefined;
      const id = ids.next('V');
      const below = stack.at(-1);
      const over = below ? { previous_view_id: below.id, root_view_id: below.json.root_view_id } : {};
      const json = viewJson(given, installation, id, over);
      const view: View = { id, userId, teamId: installation.teamId, json, values: {} };
      stack.push(view);
      return view;
    },
    update: (view: View, given: Json, installation: Installation): View => {
      const { previous_view_id, root_view_id } = view.json;
      view.json = viewJson(given, installation, view.id, { previous_view_id, root_view_id });
      // What was typed survives an update only under the same block_id and action_id.
      const kept = new Set((view.json.blocks as Json[]).map(({ block_id }) => block_id));
      view.values = Object.fromEntries(Object.entries(view.values).filter(([blockId]) => kept.has(blockId)));
      return view;
    },
    publish: (given: Json, userId: string, installation: Installation): View => {
      const before = homes.get(userId);
      const id = before?.id ?? ids.next('V');
      const json = viewJson(given, installation, id, {});
      const view: View = { id, userId, teamId: installation.teamId, json, values: {} };
      homes.set(userId, view);
      return view;
    },
    close: (view: View): void => {
      const stack = stackOf(view.userId);
      const index = stack.indexOf(view);
      if (index >= 0) stack.splice(index);
    },
    clear: (userId: string): void => {
      stacks.delete(userId);
    },
  };
}
