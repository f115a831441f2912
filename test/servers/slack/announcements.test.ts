import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { type Json, recordOf, recordsOf } from './json.ts';
import { createSlackServer, type SlackServer, type SlackServerOptions } from './server.ts';
import type { Channel, User } from './workspace.ts';

let server: SlackServer;
let ann: User;
let support: Channel;

/** No app is connected: the log of what is to be delivered is what these tests read. */
const events = (): Json[] => server.deliveries().map(({ payload }) => recordOf(payload.event));
const types = () => events().map(({ type, subtype }) => (subtype ? `${type} ${subtype}` : type));

async function start(options: SlackServerOptions = {}) {
  server = await createSlackServer(options);
  ann = server.addUser({ name: 'ann' });
  support = server.addChannel({ name: 'support', members: [ann] });
}
beforeEach(() => start());
afterEach(() => server.stop());

describe('the app hears', () => {
  it('of a mention twice in a channel, once in a direct conversation', () => {
    const question = server.say(ann, support, '@hostdesk hello');
    assert.deepEqual(types(), ['app_mention', 'message']);
    assert.deepEqual(
      events().map(({ ts }) => ts),
      [question.ts, question.ts],
    );
    server.say(ann, server.openDm(ann), '@hostdesk hello');
    assert.deepEqual(types().slice(2), ['message']);
    assert.equal(events()[2]?.channel_type, 'im');
  });

  it('nothing where its bot is not, nor without the scope or the subscription', async () => {
    const elsewhere = server.addChannel({ name: 'elsewhere', members: [ann], withBot: false });
    server.say(ann, elsewhere, '@hostdesk hello');
    assert.deepEqual(types(), []);
    await server.stop();
    await start({
      manifest: {
        features: { bot_user: { display_name: 'hostdesk' } },
        oauth_config: { scopes: { bot: ['app_mentions:read', 'chat:write'] } },
        settings: { event_subscriptions: { bot_events: ['app_mention', 'message.channels'] } },
      },
    });
    server.say(ann, support, '@hostdesk hello');
    assert.deepEqual(types(), ['app_mention']);
  });

  it('other bots, by their bot_id', () => {
    const robot = server.addUser({ name: 'robot', isBot: true });
    server.join(robot, support);
    server.say(robot, support, 'beep');
    assert.equal(events().at(-1)?.bot_id, robot.botId);
  });

  it('of edits, previews, deletions, reactions, people who come', () => {
    const question = server.say(ann, support, 'a question');
    server.edit(ann, question, 'a better question');
    server.unfurl(question, { title: 'preview' });
    server.react(ann, question, 'eyes');
    const bob = server.addUser({ name: 'bob' });
    server.join(bob, support);
    const reply = server.say(bob, support, 'a reply', { thread: question });
    server.delete(ann, question);
    assert.deepEqual(types(), [
      'message',
      'message message_changed',
      'message message_changed',
      'reaction_added',
      'member_joined_channel',
      'message channel_join',
      'message',
      'message message_changed',
    ]);
    assert.equal(recordOf(events().at(-1)?.message).subtype, 'tombstone');
    server.delete(bob, reply);
    assert.equal(types().at(-1), 'message message_deleted');
  });

  it('of files, and of a stranger’s file only that there is one', () => {
    const files = [{ name: 'bounce.eml', content: 'Subject: x' }];
    server.say(ann, support, '@hostdesk see', { files });
    const [mention, message] = events();
    assert.deepEqual([mention?.subtype, message?.subtype], [undefined, 'file_share']);
    assert.equal(recordsOf(message?.files)[0]?.size, 10);
    const customer = server.addTeam('Customer');
    const eve = server.addUser({ name: 'eve', teamId: customer.id });
    const shared = server.addChannel({ name: 'shared', members: [ann, eve], sharedWith: [customer.id] });
    server.say(eve, shared, 'mine', { files });
    const last = server.deliveries().at(-1);
    assert.equal(last?.payload.is_ext_shared_channel, true);
    const [stub] = recordsOf(recordOf(last?.payload.event).files);
    assert.deepEqual([stub?.file_access, stub?.name], ['check_file_info', undefined]);
  });

  it('each team by its own installation', () => {
    const other = server.addTeam('Second');
    const { bot } = server.install(other);
    const olga = server.addUser({ name: 'olga', teamId: other.id });
    const desk = server.addChannel({ name: 'desk', members: [olga], teamId: other.id });
    server.say(olga, desk, `<@${bot.id}> hello`);
    const [delivery] = server.deliveries();
    assert.equal(delivery?.payload.team_id, other.id);
    assert.equal(recordsOf(delivery?.payload.authorizations)[0]?.user_id, bot.id);
  });
});
