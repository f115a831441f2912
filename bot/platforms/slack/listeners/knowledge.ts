import { wording } from '../../../desk/wording.ts';
import { actorOf, aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import { typedText } from '../hearing/slack-text.ts';
import { actKey } from '../question-key.ts';
import { callSlack } from '../saying/call-slack.ts';
import { sayPrivately } from '../saying/say-privately.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { pickForm } from './pick-form.ts';
import { spotOfCommand, whereCommanded } from './spots.ts';
import { answerWith, customersAt, postHere, showArticle } from './staff-answers.ts';
import { addressInLink } from './why.ts';

const orders =
  /^(?:(search|show)\s+(\S.*)|(post)\s+(\S+)(?:\s+<?(https?:\S+?)>?)?|(gaps)|(?:search|show|post)?)$/is;

/** `/kb`: the knowledge base for staff. Without a name of an article it opens the form that finds one. */
export function hearKnowledge(ear: Ear, kit: Kit): void {
  const command = {
    command: '/kb',
    description: 'Staff: search, show or post an article; what could not be answered',
    usage: 'search … | show … | post … | gaps',
  } as const;
  ear.command(command, async ({ command: { text, trigger_id }, body, client, context }) => {
    const around = aroundOf(context);
    const spot = spotOfCommand(kit, client, body);
    const by = await actorOf(kit, client, around, { id: body.user_id, team_id: body.team_id });
    if (!by.staff) return sayPrivately(spot, { text: wording.onlyStaff });
    const order = orders.exec(text.trim());
    if (!order) return sayPrivately(spot, { text: slackWording.kbUsage });
    const [, look, words = '', post, slug = '', link = '', gaps] = order;
    if (gaps) return sayReply(kit, spot, await kit.staffDesk.gaps(), { staff: true });
    if (look?.toLowerCase() === 'search')
      return sayReply(kit, spot, kit.staffDesk.search(typedText(words)), { staff: true });
    if (look) return showArticle(kit, spot, typedText(words));
    if (!post) {
      const view = pickForm({ purpose: { from: whereCommanded(body) }, candidates: [] });
      await callSlack(() => client.views.open({ trigger_id, view }), { tries: 2 });
      return;
    }
    const act = actKey(around.team, trigger_id);
    const pointed = addressInLink(link);
    if (!pointed) return postHere(kit, spot, act, slug);
    const { channel, ts, thread = ts } = pointed;
    const asked = await customersAt(client, around, { channel, ts, thread });
    await answerWith(kit, spot, around, act, asked ?? { channel, thread, user: by.id, text: '' }, slug);
  });
}
