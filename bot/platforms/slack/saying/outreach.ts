import type { webApi } from '@slack/bolt';
import type { Outreach } from '../../../desk/outreach.ts';
import type { Identity, Place } from '../../../desk/question.ts';
import type { Reply } from '../../../desk/reply.ts';
import type { OpenTeam } from '../connection/open-team.ts';
import { stamped } from '../question-key.ts';
import { toSlackMessage } from '../render/to-slack-message.ts';
import { createShelf, type Kit } from '../slack-parts.ts';
import { callSlack, refusalOf } from './call-slack.ts';
import { enclosedIn } from './enclosed.ts';
import { openConversation } from './open-conversation.ts';
import { metadataOf } from './post-once.ts';
import { standOnce } from './stand-once.ts';
import { uploadTo } from './upload.ts';

/** A name that was changed shows after this. */
const nameFreshMs = 5 * 60_000;

export function createOutreach(kit: Kit, openTeam: OpenTeam): Outreach {
  const names = createShelf<{ readonly name: string; readonly at: number }>(2000);
  const addresses = createShelf<string>(500);

  const clientFor = async ({ workspace }: { readonly workspace: string }): Promise<webApi.WebClient> => {
    const bot = await openTeam(workspace);
    if (!bot) throw new Error(`Slack: the app is not installed in the workspace ${workspace}`);
    return bot.client;
  };
  // No question is named on them: whoever presses a button there acts for themselves.
  const render = (reply: Reply) => {
    const { text, blocks } = toSlackMessage(reply, { linkOf: kit.linkOf });
    return { text, blocks: stamped(blocks, {}) };
  };

  return {
    async post(place, reply, key) {
      const client = await clientFor(place);
      const thread = place.below ?? place.thread;
      const at = { channel: place.channel, ...(thread === undefined ? {} : { thread }) };
      return (await standOnce({ ...kit, client }, { ...at, ...render(reply), key })).ts;
    },

    async update(place, ts, reply, key) {
      const client = await clientFor(place);
      const content = { channel: place.channel, ts, ...render(reply), metadata: metadataOf(key) };
      await callSlack(() => client.chat.update(content)).catch((error: unknown) => {
        if (refusalOf(error) !== 'message_not_found') throw error;
      });
    },

    async tell(person, reply, key) {
      const client = await clientFor(person);
      const channel = await openConversation(client, person.id);
      const { isNew } = await standOnce({ ...kit, client }, { channel, ...render(reply), key });
      if (isNew) for (const one of enclosedIn(reply)) await uploadTo(client, kit.pace, { channel }, one);
    },

    async linkTo(place: Place) {
      // Nobody but the two can follow it, and they are there.
      if (place.private) return undefined;
      const home = addresses.get(place.workspace) ?? (await addressOf(await clientFor(place)));
      if (home === undefined) return undefined;
      addresses.set(place.workspace, home);
      const thread = place.thread === undefined ? '' : `/p${place.thread.replace('.', '')}`;
      return `${home}archives/${place.channel}${thread}`;
    },

    async nameOf(person: Identity) {
      const shelf = `${person.workspace} ${person.id}`;
      const known = names.get(shelf);
      if (known && kit.now() - known.at < nameFreshMs) return known.name;
      const name = await nameFrom(await clientFor(person), person.id);
      names.set(shelf, { name, at: kit.now() });
      return name;
    },
  };
}

/** Of the workspace: https://acme.slack.com/ */
async function addressOf(client: webApi.WebClient): Promise<string | undefined> {
  const { url } = await callSlack(() => client.auth.test(), { tries: 3 });
  return url;
}

/** As they are shown there; the id where Slack does not say, as of people it does not know. */
async function nameFrom(client: webApi.WebClient, id: string): Promise<string> {
  const { user } = await callSlack(() => client.users.info({ user: id }), { tries: 3 }).catch(
    (error: unknown) => {
      if (refusalOf(error) === undefined) throw error;
      return { user: undefined };
    },
  );
  const shown = [user?.profile?.display_name, user?.profile?.real_name, user?.real_name, user?.name];
  return shown.find((name) => name !== undefined && name !== '') ?? id;
}
