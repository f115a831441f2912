import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type SlackMessage, spokenBy } from '../../../bot/platforms/slack/hearing/slack-message.ts';
import { mentions, opensWithOther, typedText } from '../../../bot/platforms/slack/hearing/slack-text.ts';

const typed: readonly [string, string, string][] = [
  ['leaves the mention of the bot out', '<@UBOT> why does it bounce', 'why does it bounce'],
  ['keeps others as names', 'ask <@U2> or <@U3|carl>', 'ask @U2 or @carl'],
  ['takes addresses as they were typed', 'to <mailto:bob@example.com|bob@example.com>', 'to bob@example.com'],
  [
    'gives a bounce its brackets back',
    '&lt;<mailto:bob@example.com|bob@example.com>&gt;: host <http://mx.example.com|mx.example.com> said: 550',
    '<bob@example.com>: host mx.example.com said: 550',
  ],
  ['takes bare links', 'see <https://example.com/a?b=1&amp;c=2>', 'see https://example.com/a?b=1&c=2'],
  ['names channels, groups and broadcasts', '<#C1|help> <!here> <!subteam^S1|@staff>', '#help @here @staff'],
  ['takes dates by their words', '<!date^1392734382^{date}|Feb 18>', 'Feb 18'],
  ['unescapes once', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
];

describe("Slack's text", () => {
  for (const [what, text, expected] of typed) it(what, () => assert.equal(typedText(text, 'UBOT'), expected));

  it('knows a mention from a name that begins alike', () => {
    assert.ok(mentions('hi <@UBOT>', 'UBOT'));
    assert.ok(mentions('hi <@UBOT|hostdesk>', 'UBOT'));
    assert.ok(!mentions('hi <@UBOTTLE>', 'UBOT'));
    assert.ok(!mentions('hi @UBOT', 'UBOT'));
  });

  it('knows what is said to somebody else', () => {
    assert.ok(opensWithOther('<@U2> did you see this', 'UBOT'));
    assert.ok(!opensWithOther('<@UBOT> did you see this', 'UBOT'));
    assert.ok(!opensWithOther('did <@U2> see this', 'UBOT'));
  });
});

const message: SlackMessage = { type: 'message', channel: 'C1', user: 'U1', ts: '1.1', text: 'hi' };

const silent: readonly [string, SlackMessage][] = [
  ['another bot', { ...message, bot_id: 'B1' }],
  [
    'a bot that edits',
    { ...message, subtype: 'message_changed', message: { ...message, bot_id: 'B1', edited: { ts: '2' } } },
  ],
  ['itself', { ...message, user: 'UBOT' }],
  ['Slackbot', { ...message, user: 'USLACKBOT' }],
  ['nobody', { type: 'message', channel: 'C1', ts: '1.1' }],
  ...['channel_join', 'channel_topic', 'bot_message', 'message_deleted', 'tombstone', 'reminder_add'].map(
    (subtype): [string, SlackMessage] => [subtype, { ...message, subtype }],
  ),
  [
    'a link preview',
    { ...message, subtype: 'message_changed', message, previous_message: message, hidden: true },
  ],
];

describe('a Slack message', () => {
  for (const [who, event] of silent)
    it(`of ${who} is not heard`, () => assert.equal(spokenBy(event, 'UBOT'), undefined));

  for (const subtype of [undefined, 'file_share', 'thread_broadcast'])
    it(`of a person is (${subtype})`, () => {
      const event = subtype === undefined ? message : { ...message, subtype };
      assert.equal(spokenBy(event, 'UBOT')?.message.text, 'hi');
    });

  it('that was changed comes with its own ts and the time of the change', () => {
    const after = { ...message, text: 'ho', edited: { ts: '2.2' } };
    const { channel: _, ...inner } = after;
    const event = {
      ...{ type: 'message', subtype: 'message_changed', hidden: true, channel: 'C1', ts: '2.2' },
      message: inner as SlackMessage,
      previous_message: message,
    };
    const spoken = spokenBy(event, 'UBOT');
    assert.equal(spoken?.message.ts, '1.1');
    assert.equal(spoken?.message.channel, 'C1');
    assert.equal(spoken?.editedAt, '2.2');
  });
});
