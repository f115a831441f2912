import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { webApi } from '@slack/bolt';
import type { Reply } from '../../../bot/desk/reply.ts';
import { recordOf } from '../../servers/slack/json.ts';
import { sideBySide } from '../contract/on-stage.ts';
import { chartWords } from '../contract/test-orders.ts';
import { onSlack } from './slack-stage.ts';

describe("Slack's outreach", sideBySide, () => {
  const news = (title: string, more: Partial<Reply> = {}): Reply => ({
    ...{ kind: 'unsure', title, body: '', facts: [], sources: [], actions: [], audience: 'public' },
    ...more,
  });

  it(
    'says once what two processes say at the same time',
    onSlack(async (stage) => {
      const at = stage.placeOf('staff');
      const ids = await Promise.all(
        [1, 2, 3].map(() => stage.outreach().post(at, news('An alert'), 'alert 1')),
      );
      assert.equal(new Set(ids).size, 1);
      assert.equal((await stage.posted('staff')).length, 1);
    }),
  );

  it(
    'brings the picture of what it tells, once',
    onSlack(async (stage) => {
      const picture = { png: Buffer.from('picture'), alternative: chartWords };
      for (let time = 0; time < 2; time++)
        await stage.outreach().tell(stage.identityOf('ann'), news('Clear', { picture }), 'watch 9');
      assert.deepEqual(
        (await stage.direct('ann')).map((one) => one.picture),
        [undefined, chartWords],
      );
    }),
  );

  it(
    'rejects when a person cannot be reached, and leaves deleted messages deleted',
    onSlack(async (stage) => {
      const { server, channels } = stage;
      await assert.rejects(
        stage.outreach().tell({ ...stage.identityOf('gus') }, news('x'), 'x 1'),
        webApi.WebAPIPlatformError,
      );
      const at = stage.placeOf('staff');
      const id = await stage.outreach().post(at, news('Open'), 'hand-off 3');
      const [posted] = server.botMessages(channels.staff);
      server.delete(server.addUser({ name: 'admin', isAdmin: true }), posted ?? assert.fail());
      await stage.outreach().update(at, id, news('Closed'), 'hand-off 3');
      assert.deepEqual(await stage.posted('staff'), []);
    }),
  );

  it(
    'links to threads, and to no direct conversation; names are asked for once in a while',
    onSlack(async (stage) => {
      const { server, channels } = stage;
      const at = stage.placeOf('support');
      assert.equal(
        await stage.outreach().linkTo({ ...at, thread: '1700000000.000100' }),
        `https://acme-hosting.slack.com/archives/${channels.support.id}/p1700000000000100`,
      );
      assert.equal(await stage.outreach().linkTo({ ...at, private: true }), undefined);
      for (let time = 0; time < 3; time++) await stage.outreach().nameOf(stage.identityOf('bob'));
      assert.equal(server.calls('users.info').length, 1);
      stage.desk.later(301_000);
      await stage.outreach().nameOf(stage.identityOf('bob'));
      assert.equal(server.calls('users.info').length, 2);
    }),
  );

  it(
    'takes an empty workspace for the only one',
    onSlack(async (stage) => {
      await stage.outreach().post({ ...stage.placeOf('staff'), workspace: '' }, news('Hello'), 'hello 1');
      assert.equal((await stage.posted('staff')).length, 1);
      assert.equal(
        recordOf(stage.server.calls('chat.postMessage')[0]?.args.metadata).event_type,
        'hostdesk_reply',
      );
    }),
  );
});
