import type { webApi } from '@slack/bolt';
import type { Question } from '../../../desk/question.ts';
import { actorOf, aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import { type ReadFiles, readFiles, type SlackFile } from '../hearing/read-files.ts';
import { type SlackMessage, wordsOf } from '../hearing/slack-message.ts';
import { typedText } from '../hearing/slack-text.ts';
import { type Around, withFiles } from '../hearing/to-question.ts';
import { actKey } from '../question-key.ts';
import { callSlack } from '../saying/call-slack.ts';
import type { PrivateSpot } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { askForm, backIn } from './ask-form.ts';
import {
  spotAt,
  spotOfCommand,
  spotOfMessage,
  spotOfPerson,
  type Whereabouts,
  whereCommanded,
} from './spots.ts';

/** Questions whose answers only the asker sees: a command, its form, and the menu of any message. */
export function hearAsking(ear: Ear, kit: Kit): void {
  const readers = (client: webApi.WebClient) => ({
    client,
    apiUrl: kit.apiUrl,
    onError: (error: unknown) => kit.log.warn({ err: error }, 'slack_file_unread'),
  });

  const command = {
    command: '/ask',
    description: 'Asks the help desk; only you see the answer',
    usage: '[question or error message]',
  } as const;
  ear.command(command, async ({ command: { text, trigger_id }, body, client, context }) => {
    const around = aroundOf(context);
    const words = typedText(text, around.botUserId);
    if (words === '') return openForm(client, trigger_id, whereCommanded(body));
    const spot = spotOfCommand(kit, client, body);
    await answerAlone(kit, spot, around, { id: body.user_id, team_id: body.team_id }, trigger_id, words);
  });

  ear.press('hd_ask', async ({ body, client }) => openForm(client, body.trigger_id, undefined));

  ear.form('hd_ask', async ({ ack, view, body, client, context }) => {
    const { question, file } = view.state.values;
    const text = question?.text?.value ?? '';
    const files = (file?.files?.files ?? []) as SlackFile[];
    if (text.trim() === '' && files.length === 0)
      return ack({ response_action: 'errors', errors: { question: slackWording.askForm.empty } });
    await ack();
    if (!kit.seen.take(`act ${view.id}`)) return;
    const back = backIn(view.private_metadata);
    const spot: PrivateSpot = back
      ? spotAt(kit, client, body.user.id, back)
      : await spotOfPerson(kit, client, body.user.id);
    // A form names its files; what they are is asked.
    const named = files.map((one) => ({ ...one, file_access: 'check_file_info' }));
    const read = await readFiles(named, readers(client));
    await answerAlone(kit, spot, aroundOf(context), body.user, view.id, text, read);
  });

  const entry = { id: 'hd_explain', name: 'Explain this bounce', description: 'Only you see the answer' };
  ear.messageMenu(entry, async ({ shortcut, client, context }) => {
    const around = aroundOf(context);
    const message = shortcut.message as unknown as SlackMessage;
    const spot = spotOfMessage(kit, client, shortcut);
    const read = await readFiles(message.files ?? [], readers(client));
    const text = typedText(wordsOf(message), around.botUserId);
    await answerAlone(kit, spot, around, shortcut.user, shortcut.trigger_id, text, read);
  });
}

async function openForm(
  client: webApi.WebClient,
  trigger_id: string,
  back: Whereabouts | undefined,
): Promise<void> {
  const view = askForm(back);
  await callSlack(() => client.views.open({ trigger_id, view }), { tries: 2 });
}

async function answerAlone(
  kit: Kit,
  spot: PrivateSpot,
  around: Around,
  user: { id: string; team_id?: string | undefined },
  trigger: string,
  text: string,
  read: ReadFiles = { attachments: [] },
): Promise<void> {
  const question: Question = {
    id: actKey(around.team, trigger),
    text,
    attachments: [],
    asker: await actorOf(kit, spot.client, around, user),
    place: { platform: 'slack', workspace: around.team, channel: spot.channel, private: true },
    directed: true,
  };
  const { reply, more } = await kit.reception.askPrivately(withFiles(question, read));
  const key = question.id;
  if (reply) await sayReply(kit, spot, reply, { key });
  const further = await more;
  if (further) await sayReply(kit, spot, further, { key });
}
