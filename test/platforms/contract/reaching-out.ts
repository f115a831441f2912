import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Reply } from '../../../bot/desk/reply.ts';
import type { CreateStage } from './contract.ts';
import { onStage, sideBySide } from './on-stage.ts';
import type { Stage } from './stage.ts';

const hostile = '@everyone <!channel> <@U012345> [x](javascript:alert(1))';
const news = (title: string): Reply => ({
  ...{ kind: 'unsure', title, body: `Said by the desk. ${hostile}`, facts: [], sources: [] },
  ...{ actions: [{ kind: 'talk-to-person' }], audience: 'public' },
});

export function describeReachingOut(name: string, createStage: CreateStage): void {
  const stageFor = (act: Parameters<typeof onStage>[1]) => onStage(createStage, act);
  const directWith = async (stage: Stage, words: RegExp) =>
    (await stage.direct('ann')).filter(({ text }) => words.test(text));

  describe(`${name} reaching out`, sideBySide, () => {
    it(
      'posts in a channel and below a message there, once for each key, also after a restart',
      stageFor(async (stage) => {
        const at = stage.placeOf('staff');
        const id = await stage.outreach().post(at, news('A hand-off'), 'hand-off 1');
        await stage.outreach().post({ ...at, below: id }, news('Its health'), 'hand-off 1 health');
        await stage.restart();
        assert.equal(await stage.outreach().post(at, news('A hand-off'), 'hand-off 1'), id);
        await stage.outreach().post({ ...at, below: id }, news('Its health'), 'hand-off 1 health');
        const shown = await stage.posted('staff');
        assert.deepEqual(
          shown.map(({ text }) => /A hand-off|Its health/.exec(text)?.[0]),
          ['A hand-off', 'Its health'],
        );
        assert.deepEqual(await stage.pings(), []);
      }),
    );

    it(
      'posts once although the platform’s answer is lost or slow to come',
      stageFor(async (stage) => {
        for (const [at, kind] of (['lost-response', 'server-error', 'rate-limited'] as const).entries()) {
          stage.fault(kind);
          await stage.outreach().post(stage.placeOf('staff'), news(`News ${at}`), `news ${at}`);
        }
        assert.equal((await stage.posted('staff')).length, 3);
      }),
    );

    it(
      'changes what it posted, and leaves alone what is gone',
      stageFor(async (stage) => {
        const at = stage.placeOf('staff');
        const id = await stage.outreach().post(at, news('Open'), 'hand-off 2');
        await stage.outreach().update(at, id, { ...news('Closed'), actions: [] }, 'hand-off 2');
        const [shown] = await stage.posted('staff');
        assert.match(shown?.text ?? '', /Closed/);
        assert.deepEqual(shown?.buttons, []);
      }),
    );

    it(
      'posts into a customer’s thread',
      stageFor(async (stage) => {
        const question = await stage.say('ann', 'support', 'hello there', { mention: true });
        await stage.until(async () => (await stage.answers(question)).length === 1, 'an answer');
        await stage.until(() => stage.desk.everything().length === 1, 'its note');
        const [asked] = stage.desk.everything();
        await stage.outreach().post(asked?.place ?? assert.fail(), news('From our support'), 'reply 1');
        const answers = await stage.answers(question);
        assert.match(answers.at(-1)?.text ?? '', /From our support/);
        assert.equal(answers.length, 2);
      }),
    );

    it(
      'tells one person alone, once for each key, also after a restart',
      stageFor(async (stage) => {
        const ann = stage.identityOf('ann');
        await stage.outreach().tell(ann, { ...news('It is clear'), audience: 'asker' }, 'watch 1');
        stage.fault('lost-response');
        await stage.outreach().tell(ann, { ...news('It is clear'), audience: 'asker' }, 'watch 2');
        await stage.restart();
        await stage.outreach().tell(ann, { ...news('It is clear'), audience: 'asker' }, 'watch 1');
        assert.equal((await directWith(stage, /It is clear/)).length, 2);
        assert.deepEqual(await stage.direct('bob'), []);
      }),
    );

    it(
      'knows what people are called and where a place is',
      stageFor(async (stage) => {
        assert.match(await stage.outreach().nameOf(stage.identityOf('ann')), /ann/i);
        const nobody = {
          ...stage.identityOf('ann'),
          id: stage.identityOf('ann').id.replace(/.{4}$/, '0000'),
        };
        assert.equal(await stage.outreach().nameOf(nobody), nobody.id);
        assert.match((await stage.outreach().linkTo(stage.placeOf('support'))) ?? '', /^https:\/\//);
      }),
    );
  });
}
