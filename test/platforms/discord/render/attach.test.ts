import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withFiles } from '../../../../bot/platforms/discord/render/attach.ts';
import { settled } from '../../../../bot/platforms/discord/render/settle.ts';
import { toDiscordMessage } from '../../../../bot/platforms/discord/render/to-discord-message.ts';
import { breaksDiscord, displayedTexts } from '../../../servers/discord/payload-rules/components.ts';
import { messageIssues } from '../../../servers/discord/payload-rules/message-rules.ts';
import { type Json, recordsOf } from '../../../servers/slack/json.ts';
import { hostileOptions, hostileReply, nowhere, plainReply } from '../../hostile-replies.ts';
import { readDiscord } from './discord-reader.ts';

const picture = fc.record({
  png: fc.constant(Buffer.from([137])),
  alternative: fc.string({ maxLength: 3000 }),
});
const file = fc.record({ name: fc.string({ maxLength: 300 }), text: fc.string() });

describe('a Discord message with files', () => {
  it('is one that Discord takes, before and after it is settled, and nothing in it is live', () => {
    fc.assert(
      fc.property(
        hostileReply,
        hostileOptions,
        fc.option(picture, { nil: undefined }),
        fc.option(file, { nil: undefined }),
        (reply, options, itsPicture, itsFile) => {
          const whole = {
            ...reply,
            ...(itsPicture ? { picture: itsPicture } : {}),
            ...(itsFile ? { file: itsFile } : {}),
          };
          const { flags, components, files = [] } = withFiles(toDiscordMessage(whole, options), whole);
          const fileNames = files.map(({ name }) => name);
          for (const shown of [components, settled(components, reply.title)]) {
            const body = { flags, components: shown } as unknown as Json;
            assert.deepEqual(messageIssues({ body, fileNames, path: [] }), []);
            const all = shown as unknown as Json[];
            assert.equal(breaksDiscord(all), false);
            for (const text of displayedTexts(all))
              for (const { kind } of readDiscord(text).live)
                assert.doesNotMatch(kind, /everyone|mention|emoji|time|command|guide/);
          }
          for (const { name, description } of files) {
            assert.match(name, /^[\w.-]+$/);
            assert.ok((description ?? '').length <= 1024);
          }
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 150) },
    );
  });

  it('shows a picture with its words, and a file, between the text and the buttons', () => {
    const reply = {
      ...plainReply,
      actions: [{ kind: 'talk-to-person' }] as const,
      picture: { png: Buffer.from([137]), alternative: 'Five of five failed' },
      file: { name: 'audit.jsonl', text: '{}' },
    };
    const { components } = withFiles(toDiscordMessage(reply, nowhere), reply);
    const [container] = components as unknown as Json[];
    assert.deepEqual(
      recordsOf(container?.components).map(({ type }) => type),
      [10, 10, 12, 13, 1],
    );
    assert.deepEqual(recordsOf(container?.components)[2]?.items, [
      { media: { url: 'attachment://chart.png' }, description: 'Five of five failed' },
    ]);
  });
});
