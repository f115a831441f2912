import { isRecord, type Json, textOf } from '../json.ts';
import { checkView } from '../payload-rules/view-rules.ts';
import type { View } from '../views.ts';
import { type Call, type Methods, refuse, refuseIf } from './method.ts';

function checkedView({ backend, args }: Call, type: 'modal' | 'home', replaced?: View): Json {
  const view = args.json('view');
  refuseIf(checkView(view, type));
  const json = isRecord(view) ? view : refuse('invalid_arguments');
  const externalId = textOf(json.external_id);
  if (replaced?.json.external_id !== externalId && backend.views.externalIdTaken(externalId))
    refuse('duplicate_external_id');
  return json;
}

function redeemed({ backend, args, installation }: Call) {
  const trigger = backend.triggers.redeem(args.need('trigger_id'));
  if (typeof trigger === 'string') return refuse(trigger);
  return trigger.teamId === installation.teamId ? trigger : refuse('invalid_trigger_id');
}

function checkHash({ args }: Call, view: View | undefined): void {
  const hash = args.text('hash');
  if (hash !== undefined && view && view.json.hash !== hash) refuse('hash_conflict');
}

export const viewMethods: Methods = {
  'views.open': {
    scopes: [],
    run: (call) => {
      const { backend, installation } = call;
      const json = checkedView(call, 'modal');
      const { userId } = redeemed(call);
      backend.views.clear(userId);
      return { view: backend.views.push(json, userId, installation)?.json };
    },
  },
  'views.push': {
    scopes: [],
    run: (call) => {
      const { backend, installation } = call;
      const json = checkedView(call, 'modal');
      const trigger = redeemed(call);
      if (backend.views.stackOf(trigger.userId).length === 0) return refuse('not_found');
      const view = backend.views.push(json, trigger.userId, installation);
      return view ? { view: view.json } : refuse('push_limit_reached');
    },
  },
  'views.update': {
    scopes: [],
    run: (call) => {
      const { backend, args, installation } = call;
      const view = backend.views.find(args.text('view_id') ?? args.need('external_id'));
      if (!view) return refuse('not_found');
      const json = checkedView(call, view.json.type === 'home' ? 'home' : 'modal', view);
      checkHash(call, view);
      return { view: backend.views.update(view, json, installation).json };
    },
  },
  'views.publish': {
    scopes: [],
    run: (call) => {
      const { backend, args, installation } = call;
      const userId = args.need('user_id');
      if (!backend.app.homeTab) return refuse('not_enabled');
      if (backend.workspace.users.get(userId)?.teamId !== installation.teamId)
        return refuse('user_not_found');
      const before = backend.views.homeOf(userId);
      const json = checkedView(call, 'home', before);
      checkHash(call, before);
      return { view: backend.views.publish(json, userId, installation).json };
    },
  },
};
