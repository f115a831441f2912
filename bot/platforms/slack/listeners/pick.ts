import type { webApi } from '@slack/bolt';
import { wording } from '../../../desk/wording.ts';
import { actorOf, aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import type { SlackMessage } from '../hearing/slack-message.ts';
import { wordsOf } from '../hearing/slack-message.ts';
import { typedText } from '../hearing/slack-text.ts';
import { actKey } from '../question-key.ts';
import { callSlack, failureWords } from '../saying/call-slack.ts';
import { type PrivateSpot, sayPrivately } from '../saying/say-privately.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { option, type Purpose, pickedIn, pickForm, purposeIn } from './pick-form.ts';
import { spotAt, spotOfMessage, spotOfPerson } from './spots.ts';
import { answerWith, postHere, showArticle } from './staff-answers.ts';

const mostSuggested = 20;
/** A form keeps at most 3000 characters for us. */
const mostKept = 1500;

/** The form in which staff find an article and say what becomes of it. */
export function hearPicking(ear: Ear, kit: Kit): void {
  const entry = {
    id: 'hd_answer',
    // Slack takes 24 characters.
    name: 'Answer from the KB',
    description: 'Staff: pick an article and post it',
  };
  ear.messageMenu(entry, async ({ shortcut, client, context }) => {
    const around = aroundOf(context);
    const spot = spotOfMessage(kit, client, shortcut);
    const by = await actorOf(kit, client, around, shortcut.user);
    if (!by.staff) return sayPrivately(spot, { text: wording.onlyStaff });
    const message = shortcut.message as unknown as SlackMessage;
    const text = typedText(wordsOf(message), around.botUserId);
    const { ts } = message;
    const candidates = kit.staffDesk
      .search(text)
      .sources.flatMap(({ slug }) => kit.library().get(slug) ?? []);
    const where = { channel: shortcut.channel.id, ts, thread: message.thread_ts ?? ts };
    const answers = { ...where, user: message.user ?? by.id, text: text.slice(0, mostKept) };
    const view = pickForm({ purpose: { answers }, candidates });
    await callSlack(() => client.views.open({ trigger_id: shortcut.trigger_id, view }), { tries: 2 });
  });

  ear.press('hd_pick', async ({ body, client, context }) => {
    const by = await actorOf(kit, client, aroundOf(context), body.user);
    if (!by.staff) return;
    const view = pickForm({ purpose: {}, candidates: [] });
    await callSlack(() => client.views.open({ trigger_id: body.trigger_id, view }), { tries: 2 });
  });

  ear.menu('hd_article', async ({ options, body, ack, client, context }) => {
    const by = await actorOf(kit, client, aroundOf(context), body.user as { id: string; team_id?: string });
    const found = by.staff ? kit.staffDesk.complete(options.value, mostSuggested) : [];
    await ack({ options: found.map(({ title, slug }) => option(title, slug)) });
  });

  ear.press('hd_article', async ({ action, body, client, context }) => {
    const { view } = body;
    const by = await actorOf(kit, client, aroundOf(context), body.user);
    if (!view || !by.staff || action.type !== 'external_select') return;
    const purpose = purposeIn(view.private_metadata);
    const offered = view.blocks.find(({ block_id }) => block_id === 'candidate');
    const candidates = slugsIn(offered).flatMap((slug) => kit.library().get(slug) ?? []);
    const chosen = kit.library().get(action.selected_option?.value ?? '');
    const next = pickForm({ purpose, candidates, chosen });
    await callSlack(() => client.views.update({ view_id: view.id, hash: view.hash, view: next }));
  });

  ear.form('hd_pick', async ({ ack, view, body, client, context }) => {
    const picked = pickedIn(view.state.values);
    if (!picked) return ack({ response_action: 'errors', errors: { article: slackWording.pickForm.none } });
    await ack();
    if (!kit.seen.take(`act ${view.id}`)) return;
    const around = aroundOf(context);
    const by = await actorOf(kit, client, around, body.user);
    const purpose = purposeIn(view.private_metadata);
    const spot = await spotFor(kit, client, purpose, by.id);
    if (!by.staff) return sayPrivately(spot, { text: wording.onlyStaff });
    const act = actKey(around.team, view.id);
    const { answers, from } = purpose;
    const done = answers
      ? answerWith(kit, spot, around, act, answers, picked.reference)
      : from && picked.what === 'post'
        ? postHere(kit, spot, act, picked.reference)
        : showArticle(kit, spot, picked.reference);
    // Slack gives a form no way back by itself.
    await done.catch(async (error: unknown) => {
      await sayPrivately(spot, { text: failureWords(error) });
      throw error;
    });
  });
}

/** Where whoever sent the form is told something: beside what they answer, where they gave the command, or directly. */
async function spotFor(
  kit: Kit,
  client: webApi.WebClient,
  { answers, from }: Purpose,
  user: string,
): Promise<PrivateSpot> {
  if (answers) {
    const { channel, thread, ts } = answers;
    return spotAt(kit, client, user, { channel, ...(thread === ts ? {} : { thread }) });
  }
  return from ? spotAt(kit, client, user, from) : spotOfPerson(kit, client, user);
}

/** The candidates a form shows, read back from it. */
function slugsIn(block: unknown): string[] {
  const { element } = (block ?? {}) as { element?: { options?: { value?: string }[] } };
  return (element?.options ?? []).flatMap(({ value }) => value ?? []);
}
