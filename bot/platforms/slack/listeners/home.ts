import type { types, webApi } from '@slack/bolt';
import type { Answered } from '../../../desk/desk-memory.ts';
import type { OrderCode } from '../../../desk/orders/catalogue.ts';
import type { Person } from '../../../desk/question.ts';
import type { Reply } from '../../../desk/reply.ts';
import { encodeAction } from '../../action-id.ts';
import { aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import { type Around, personOf } from '../hearing/to-question.ts';
import { context, toSlackMessage } from '../render/to-slack-message.ts';
import { callSlack } from '../saying/call-slack.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { plain } from './ask-form.ts';

const { home: words } = slackWording;
const most = { recent: 5, prompts: 4, waiting: 5, blocks: 100 };

/** The app's own pages: Home, and the prompts over the direct conversation. */
export function hearHome(ear: Ear, kit: Kit): void {
  const needs = { subscriptions: ['app_home_opened'], scopes: ['assistant:write'] };
  ear.event('app_home_opened', needs, async ({ event, body, client, context: heard }) => {
    if (!kit.seen.take(`event ${body.event_id}`)) return;
    const { tab, user, channel } = event as unknown as { tab: string; user: string; channel: string };
    if (tab === 'home') await publishHome(kit, client, aroundOf(heard), user);
    else await offerPrompts(kit, client, channel);
  });
}

export async function publishHome(
  kit: Kit,
  client: webApi.WebClient,
  around: Around,
  user: string,
): Promise<void> {
  // Only people of the bot's own workspace have its Home.
  const staff = await kit.staff({ user, userTeam: around.team, team: around.team }, client);
  const person = personOf(user, staff, around);
  const recent = await kit.memory.recentAnswers(person, most.recent);
  const pages = [
    [...show(kit, page(words.title, words.body)), buttons(kit, staff)],
    show(kit, page(words.recent, recent.map((one) => recentLine(kit, one)).join('\n') || words.noRecent)),
    staff ? await staffPages(kit, person) : [],
  ];
  const blocks = pages.flat().slice(0, most.blocks);
  await callSlack(() => client.views.publish({ user_id: user, view: { type: 'home', blocks } }));
}

function buttons({ orders }: Kit, staff: boolean): types.ActionsBlock {
  const elements: types.Button[] = [
    { type: 'button', action_id: 'hd_ask', text: plain(words.ask), style: 'primary' },
  ];
  if (orders.coded('mail')) {
    const action = { kind: 'order', order: 'mail', label: words.numbers } as const;
    elements.push({ type: 'button', action_id: encodeAction(action), text: plain(action.label) });
  }
  if (staff) elements.push({ type: 'button', action_id: 'hd_pick', text: plain(words.search) });
  return { type: 'actions', elements };
}

/** How the desk is, who waits for a person, and what it could not answer. */
async function staffPages(kit: Kit, by: Person): Promise<types.KnownBlock[]> {
  const place = { platform: 'slack', workspace: by.workspace, channel: '', private: true };
  const repliesTo = async (code: OrderCode): Promise<readonly Reply[]> => {
    const order = kit.orders.coded(code);
    return order ? (await kit.orders.run(order, { by, place, values: {} })).replies : [];
  };
  const [state, waiting, gaps] = await Promise.all([
    repliesTo('dstat'),
    repliesTo('waits'),
    kit.staffDesk.gaps(),
  ]);
  const left = waiting.length - most.waiting;
  return [
    ...state.flatMap((reply) => show(kit, reply)),
    ...waiting.slice(0, most.waiting).flatMap((reply) => show(kit, reply, { withButtons: true })),
    ...(left > 0 ? [context(words.waiting(left))] : []),
    ...show(kit, gaps),
  ];
}

function recentLine({ library }: Kit, { text, shown, decision }: Answered): string {
  const title = shown === undefined ? undefined : library().get(shown)?.title;
  const asked = text.replace(/\s+/g, ' ').slice(0, 120);
  return `- “${asked.replace(/[\\`*_[\]<>&#|~]/g, '\\$&')}”: ${title ?? (decision === 'silent' ? words.silent : '…')}`;
}

function page(title: string, body: string): Reply {
  return { kind: 'suggestions', title, body, facts: [], sources: [], actions: [], audience: 'asker' };
}

function show({ linkOf }: Kit, reply: Reply, { withButtons = false } = {}): types.KnownBlock[] {
  return toSlackMessage(withButtons ? reply : { ...reply, actions: [] }, { linkOf, staff: true }).blocks;
}

/** What to begin with: the most useful articles, in customers' own words. */
async function offerPrompts({ library }: Kit, client: webApi.WebClient, channel: string): Promise<void> {
  const prompts = library()
    .articles.filter(
      ({ kind, audience, asks }) => kind === 'article' && audience === 'customer' && asks.length > 0,
    )
    .sort((a, b) => b.helpful - a.helpful)
    .slice(0, most.prompts)
    .map(({ title, asks: [ask = title] }) => ({ title: title.slice(0, 75), message: ask }));
  const [first, ...others] = prompts;
  if (!first) return;
  // An agent's prompts hang on no thread, which the library's types do not know yet.
  const call = { channel_id: channel, title: slackWording.prompts.title, prompts: [first, ...others] };
  await callSlack(() => client.apiCall('assistant.threads.setSuggestedPrompts', call));
}
