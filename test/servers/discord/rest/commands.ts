import type { Json } from '../../slack/json.ts';
import { commandIssues, commandListIssues } from '../payload-rules/command-rules.ts';
import { guildOf } from './access.ts';
import { type Answer, type Call, created, noContent, ok, param, type Routes } from './call.ts';
import type { Command } from './command-store.ts';
import { refuse, refuseForm } from './refusal.ts';

function scopeOf(call: Call): string | undefined {
  if (param(call, 'application') !== call.backend.application.id) refuse(20012);
  return call.params.guild === undefined ? undefined : guildOf(call).id;
}

function target(call: Call): Command {
  return call.backend.commands.find(param(call, 'command'), scopeOf(call)) ?? refuse(10063);
}

const withoutTranslations = (json: Json, query: URLSearchParams): Json => {
  if (query.get('with_localizations') === 'true') return json;
  const { name_localizations, description_localizations, ...rest } = json;
  return rest;
};

function listed(call: Call): Answer {
  const commands = call.backend.commands.of(scopeOf(call));
  return ok(commands.map(({ json }) => withoutTranslations(json, call.query)));
}

function replaced(call: Call): Answer {
  const scope = scopeOf(call);
  refuseForm(commandListIssues(call.raw));
  return ok(call.backend.commands.replaceAll(call.raw, scope).map(({ json }) => json));
}

function made(call: Call): Answer {
  const { commands } = call.backend;
  const scope = scopeOf(call);
  refuseForm(commandIssues(call.body));
  const { type = 1, name } = call.body;
  const isNew = !commands.of(scope).some((command) => command.type === type && command.name === name);
  const { json } = commands.upsert(call.body, scope);
  return isNew ? created(json) : ok(json);
}

function changed(call: Call): Answer {
  const { json, guildId } = target(call);
  const body = { ...json, ...call.body, type: json.type };
  refuseForm(commandIssues(body));
  return ok(call.backend.commands.upsert(body, guildId).json);
}

function removed(call: Call): Answer {
  const { id, guildId } = target(call);
  call.backend.commands.remove(id, guildId);
  return noContent;
}

const scoped = (base: string): Routes => ({
  [`GET ${base}`]: listed,
  [`PUT ${base}`]: replaced,
  [`POST ${base}`]: made,
  [`GET ${base}/:command`]: (call) => ok(target(call).json),
  [`PATCH ${base}/:command`]: changed,
  [`DELETE ${base}/:command`]: removed,
});

export const commandRoutes: Routes = {
  ...scoped('/applications/:application/commands'),
  ...scoped('/applications/:application/guilds/:guild/commands'),
};
