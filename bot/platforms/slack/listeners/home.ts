import type { types, webApi } from '@slack/bolt';
import type { Answered } from '../../../desk/desk-memory.ts';
import type { Reply } from '../../../desk/reply.ts';
import { aroundOf } from '../hearing/around.ts';
import type { Ear } from '../hearing/ear.ts';
import { type Around, personOf } from '../hearing/to-question.ts';
import { toSlackMessage } from '../render/to-slack-message.ts';
import { callSlack } from '../saying/call-slack.ts';
import type { Kit } from '../slack-parts.ts';
import { slackWording } from '../slack-wording.ts';
import { plain } from './ask-form.ts';

const { home: words } = slackWording;
const mostRecent = 5;
const mostPrompts = 4;

/** The app's own pages: Home, and the prompts over the direct conversation. */
export function hearHome(ear: Ear, kit: Kit): void {
  const needs = { subscriptions: ['app_home_opened'], scopes: ['assistant:write'] };
  ear.event('app_home_opened', needs, async ({ event, body, client, context }) => {
    if (!kit.seen.take(`event ${body.event_id}`)) return;
    const { tab, user, channel } = event as unknown as { tab: string; user: string; channel: string };
    if (tab === 'home') await publishHome(kit, client, aroundOf(context), user);
    else await offerPrompts(kit, client, channel);
  });
}

async function publishHome(kit: Kit, client: webApi.WebClient, around: Around, user: string): Promise<void> {
  // Only people of the bot's own workspace have its Home.
  const staff = await kit.staff({ user, userTeam: around.team, team: around.team }, client);
  const recent = await kit.memory.recentAnswers(personOf(user, staff, around), mostRecent);
  const pages = [
    [...show(kit, page(words.title, words.body)), buttons(staff)],
    show(kit, page(words.recent, recent.map((one) => recentLine(kit, one)).join('\n') || words.noRecent)),
    staff ? show(kit, await kit.staffDesk.gaps(), true) : [],
  ];
  const blocks = pages.flat().slice(0, 100);
  await callSlack(() => client.views.publish({ user_id: user, view: { type: 'home', blocks } }));
}

function buttons(staff: boolean): types.ActionsBlock {
  const ask: types.Button = { type: 'button', action_id: 'hd_ask', text: plain(words.ask), style: 'primary' };
  const search: types.Button = { type: 'button', action_id: 'hd_pick', text: plain(words.search) };
  return { type: 'actions', elements: staff ? [ask, search] : [ask] };
}

function recentLine({ library }: Kit, { text, shown, decision }: Answered): string {
  const title = shown === undefined ? undefined : library().get(shown)?.title;
  const asked = text.replace(/\s+/g, ' ').slice(0, 120);
  return `- “${asked.replace(/[\\`*_[\]<>&#|~]/g, '\\$&')}”: ${title ?? (decision === 'silent' ? words.silent : '…')}`;
}

function page(title: string, body: string): Reply {
  return { kind: 'suggestions', title, body, facts: [], sources: [], actions: [], audience: 'asker' };
}

function show({ linkOf }: Kit, reply: Reply, staff = false): types.KnownBlock[] {
  return toSlackMessage({ ...reply, actions: [] }, { linkOf, staff }).blocks;
}

/** What to begin with: the most useful articles, in customers' own words. */
async function offerPrompts({ library }: Kit, client: webApi.WebClient, channel: string): Promise<void> {
  const prompts = library()
    .articles.filter(
      ({ kind, audience, asks }) => kind === 'article' && audience === 'customer' && asks.length > 0,
    )
    .sort((a, b) => b.helpful - a.helpful)
    .slice(0, mostPrompts)
    .map(({ title, asks: [ask = title] }) => ({ title: title.slice(0, 75), message: ask }));
  const [first, ...others] = prompts;
  if (!first) return;
  // An agent's prompts hang on no thread, which the library's types do not know yet.
  const call = { channel_id: channel, title: slackWording.prompts.title, prompts: [first, ...others] };
  await callSlack(() => client.apiCall('assistant.threads.setSuggestedPrompts', call));
}
