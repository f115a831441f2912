import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { botScopes, slackManifest, type Transport } from '../../../bot/platforms/slack/manifest.ts';

const transports: readonly Transport[] = ['socket', 'http'];
const fileOf = (transport: Transport) =>
  new URL(`../../../bot/platforms/slack/manifest.${transport}.json`, import.meta.url);

describe('the Slack manifests', () => {
  for (const transport of transports) {
    it(`in the repository ask for what the bot listens to (${transport})`, () => {
      const made = slackManifest(transport);
      if (process.env.UPDATE_MANIFESTS) writeFileSync(fileOf(transport), JSON.stringify(made, null, 2));
      assert.deepEqual(
        JSON.parse(readFileSync(fileOf(transport), 'utf8')),
        JSON.parse(JSON.stringify(made)),
        'make them anew: UPDATE_MANIFESTS=1 node --test test/platforms/slack/manifest.test.ts, then npm run format',
      );
    });

    it(`stay within Slack's limits (${transport})`, () => {
      const { display_information: info, features } = slackManifest(transport);
      assert.ok(info.name.length <= 35);
      assert.ok(info.description.length <= 139);
      assert.ok(info.long_description.length >= 174 && info.long_description.length <= 4000);
      assert.ok(features.agent_view.agent_description.length <= 300);
      assert.ok(features.shortcuts.length <= 10);
      for (const { name, description } of features.shortcuts)
        assert.ok(name.length <= 24 && description.length <= 150, name);
      for (const { command, description, usage_hint = '' } of features.slash_commands)
        assert.ok(command.length <= 32 && description.length <= 2000 && usage_hint.length <= 1000, command);
    });
  }

  it('are the agent kind of app, with a Home and messages', () => {
    const { features, settings } = slackManifest('socket');
    assert.deepEqual(features.app_home, {
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    assert.ok('agent_view' in features);
    assert.equal(settings.socket_mode_enabled, true);
    assert.equal(slackManifest('http').settings.socket_mode_enabled, false);
  });

  it('name each way in', () => {
    const { features, settings } = slackManifest('http', 'https://bot.example.org');
    assert.deepEqual(
      features.slash_commands.map(({ command }) => command),
      ['/ask', '/mail', '/link', '/code', '/links', '/account', '/desk', '/notice', '/draft', '/kb', '/why'],
    );
    assert.deepEqual(
      features.shortcuts.map(({ name }) => name),
      ['Explain this bounce', 'Draft an article', 'Answer from the KB', 'Why this answer?'],
    );
    assert.equal(settings.event_subscriptions.request_url, 'https://bot.example.org/slack/events');
    assert.ok(settings.event_subscriptions.bot_events.includes('app_mention'));
    assert.ok(botScopes().includes('chat:write'));
  });
});
