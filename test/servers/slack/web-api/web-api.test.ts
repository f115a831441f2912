import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { webApi } from '@slack/bolt';
import { silent } from '../bolt-app.ts';
import { type Json, recordsOf, textOf } from '../json.ts';
import type { Message } from '../messages.ts';
import { createSlackServer, type SlackServer } from '../server.ts';
import type { Channel, User } from '../workspace.ts';

let server: SlackServer;
let client: webApi.WebClient;
let ann: User;
let bob: User;
let support: Channel;
let elsewhere: Channel;
let secret: Channel;
let question: Message;

const clientWith = (token: string) =>
  new webApi.WebClient(token, { slackApiUrl: server.apiUrl, logger: silent, retryConfig: { retries: 0 } });
const errorOf = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
    throw error;
  }
  return 'ok';
};

before(async () => {
  server = await createSlackServer();
  ann = server.addUser({ name: 'ann' });
  bob = server.addUser({ name: 'bob' });
  support = server.addChannel({ name: 'support', members: [ann] });
  elsewhere = server.addChannel({ name: 'elsewhere', members: [ann], withBot: false });
  secret = server.addChannel({ name: 'secret', kind: 'group', members: [ann], withBot: false });
  question = server.say(ann, support, 'a question');
  client = clientWith(server.botToken);
});
after(() => server.stop());

describe('tokens and scopes', () => {
  it('are checked on every call', async () => {
    assert.equal(await errorOf(clientWith('').auth.test()), 'not_authed');
    assert.equal(await errorOf(clientWith('xoxb-wrong').auth.test()), 'invalid_auth');
    assert.equal(await errorOf(clientWith(server.appToken).auth.test()), 'not_allowed_token_type');
    assert.equal(await errorOf(client.apps.connections.open()), 'not_allowed_token_type');
    assert.equal(await errorOf(clientWith('xapp-wrong').apps.connections.open()), 'invalid_auth');
    assert.equal(await errorOf(client.apiCall('chat.scheduleMessage')), 'unknown_method');
  });

  it('come back with auth.test, and missing ones are named', async () => {
    const { response_metadata, user_id } = await client.auth.test();
    assert.equal(user_id, server.bot.id);
    assert.ok(response_metadata?.scopes?.includes('chat:write'));
    const poor = await createSlackServer({ manifest: { oauth_config: { scopes: { bot: ['commands'] } } } });
    const poorClient = new webApi.WebClient(poor.botToken, { slackApiUrl: poor.apiUrl, logger: silent });
    const refused = poorClient.chat.postMessage({ channel: 'C1', text: 'x' });
    await assert.rejects(refused, ({ data }: webApi.WebAPIPlatformError) => {
      assert.deepEqual(data, {
        ok: false,
        error: 'missing_scope',
        needed: 'chat:write',
        provided: 'commands',
        response_metadata: {},
      });
      return true;
    });
    await poor.stop();
  });
});

describe('chat', () => {
  it('refuses what Slack refuses', async () => {
    const { chat } = client;
    const post = (channel: string, more = {}) => errorOf(chat.postMessage({ channel, text: 'x', ...more }));
    assert.equal(await post('C0NOWHERE'), 'channel_not_found');
    assert.equal(await post(secret.id), 'channel_not_found');
    assert.equal(await post(elsewhere.id), 'not_in_channel');
    assert.equal(await post(support.id, { text: ' ' }), 'no_text');
    assert.equal(
      await post(support.id, { text: undefined, markdown_text: 'a'.repeat(12_001) }),
      'msg_too_long',
    );
    assert.equal(await post(support.id, { markdown_text: 'a' }), 'markdown_text_conflict');
    assert.equal(await post(support.id, { thread_ts: '1.1' }), 'thread_not_found');
    const ephemeral = { channel: support.id, user: bob.id, text: 'x' };
    assert.equal(await errorOf(chat.postEphemeral(ephemeral)), 'user_not_in_channel');
    const { ts } = question;
    const other = { channel: support.id, ts };
    assert.equal(await errorOf(chat.update({ ...other, text: 'x' })), 'cant_update_message');
    assert.equal(await errorOf(chat.delete(other)), 'cant_delete_message');
    assert.equal(await errorOf(chat.delete({ ...other, ts: '1.1' })), 'message_not_found');
    const own = await chat.postMessage({ channel: support.id, text: 'x' });
    const long = { channel: support.id, ts: own.ts ?? '', text: 'a'.repeat(4001) };
    assert.equal(await errorOf(chat.update(long)), 'msg_too_long');
  });

  it('names the place of what is wrong with blocks', async () => {
    const text = { type: 'mrkdwn' as const, text: 'a'.repeat(3001) };
    const refused = client.chat.postMessage({
      channel: support.id,
      text: 'x',
      blocks: [{ type: 'section', text }],
    });
    await assert.rejects(refused, ({ data }: webApi.WebAPIPlatformError) => {
      assert.equal(data.error, 'invalid_blocks');
      assert.deepEqual(data.response_metadata?.messages, [
        '[ERROR] failed to match all allowed schemas [json-pointer:/blocks/0/text]',
        '[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      ]);
      return true;
    });
  });

  it('truncates a text over 40,000 characters, keeps metadata, links to the message', async () => {
    const metadata = { event_type: 'answered', event_payload: { key: 'k1' } };
    const place = { channel: support.id, thread_ts: question.ts };
    const { ts = '' } = await client.chat.postMessage({ ...place, text: 'a'.repeat(40_010), metadata });
    const plain = await client.conversations.replies({ channel: support.id, ts: question.ts });
    const full = await client.conversations.replies({
      channel: support.id,
      ts: question.ts,
      include_all_metadata: true,
    });
    assert.equal(plain.messages?.at(-1)?.text?.length, 40_000);
    assert.equal(plain.messages?.at(-1)?.metadata, undefined);
    assert.deepEqual(full.messages?.at(-1)?.metadata, metadata);
    assert.equal(full.messages?.[0]?.reply_count, 1);
    const { permalink = '' } = await client.chat.getPermalink({ channel: support.id, message_ts: ts });
    assert.ok(permalink.includes(`/archives/${support.id}/p${ts.replace('.', '')}?thread_ts=`));
  });
});

describe('conversations and people', () => {
  it('pages through history', async () => {
    const busy = server.addChannel({ name: 'busy', members: [ann] });
    for (let count = 1; count <= 5; count += 1) server.say(ann, busy, `message ${count}`);
    const texts: string[] = [];
    const asked = { channel: busy.id, limit: 2 };
    for await (const page of client.paginate('conversations.history', asked) as AsyncIterable<Json>)
      texts.push(...recordsOf(page.messages).map(({ text }) => textOf(text)));
    assert.deepEqual(
      texts,
      [5, 4, 3, 2, 1].map((count) => `message ${count}`),
    );
    assert.equal(await errorOf(client.conversations.history({ channel: elsewhere.id })), 'not_in_channel');
  });

  it('opens a direct conversation once', async () => {
    const first = await client.conversations.open({ users: bob.id });
    const second = await client.conversations.open({ users: bob.id });
    assert.equal(first.channel?.id, second.channel?.id);
    assert.equal(second.already_open, true);
    assert.equal(first.channel?.id, server.openDm(bob).id);
  });

  it('knows strangers, groups and what it may not see', async () => {
    const other = server.addTeam('Customer');
    const stranger = server.addUser({ name: 'eve', teamId: other.id });
    assert.equal(await errorOf(client.users.info({ user: stranger.id })), 'user_not_visible');
    server.addChannel({ name: 'shared', members: [stranger], sharedWith: [other.id] });
    const { user } = await client.users.info({ user: stranger.id });
    assert.deepEqual([user?.is_stranger, user?.profile?.email], [true, undefined]);
    const staff = server.addGroup('staff', [ann]);
    assert.deepEqual((await client.usergroups.users.list({ usergroup: staff.id })).users, [ann.id]);
    assert.equal(await errorOf(client.usergroups.users.list({ usergroup: 'S1' })), 'no_such_subteam');
  });
});

describe('files', () => {
  it('go up in three steps and come down with the token only', async () => {
    await client.filesUploadV2({
      channel_id: support.id,
      content: 'the whole bounce',
      filename: 'bounce.txt',
    });
    const posted = server.botMessages(support).at(-1);
    assert.equal(posted?.files?.[0]?.name, 'bounce.txt');
    const [sent] =
      server.say(ann, support, 'see', { files: [{ name: 'mail.eml', content: 'Subject: x' }] }).files ?? [];
    const url = String(sent?.url_private_download);
    const headers = { authorization: `Bearer ${server.botToken}` };
    assert.equal(await (await fetch(url, { headers })).text(), 'Subject: x');
    assert.match(await (await fetch(url)).text(), /Sign in/);
    const file = await client.files.info({ file: String(sent?.id) });
    assert.equal(file.file?.mimetype, 'message/rfc822');
  });
});

describe('assistant threads', () => {
  it('show a status until the bot answers', async () => {
    const thread = { channel_id: support.id, thread_ts: question.ts };
    await client.assistant.threads.setStatus({ ...thread, status: 'is thinking…' });
    assert.equal(server.status(question), 'is thinking…');
    const long = { ...thread, status: 'x', loading_messages: ['a'.repeat(51)] };
    assert.equal(await errorOf(client.assistant.threads.setStatus(long)), 'invalid_arguments');
    await client.chat.postMessage({ channel: support.id, thread_ts: question.ts, text: 'done' });
    assert.equal(server.status(question), undefined);
  });

  it('take no prompts for a thread in an agent app, and say so to nobody', async () => {
    const dm = server.openDm(ann);
    const prompts = [{ title: 't', message: 'm' }] as [{ title: string; message: string }];
    await client.assistant.threads.setSuggestedPrompts({ channel_id: dm.id, thread_ts: '1.1', prompts });
    assert.equal(server.prompts(dm), undefined);
  });
});
