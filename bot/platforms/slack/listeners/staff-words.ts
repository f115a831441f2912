import type { webApi } from '@slack/bolt';
import type { Question } from '../../../desk/question.ts';
import type { Around } from '../hearing/to-question.ts';
import { standingThread } from '../question-key.ts';
import { sayReply } from '../saying/say-reply.ts';
import type { Kit } from '../slack-parts.ts';
import { spotAt } from './spots.ts';
import { answerWith, customersAt, showArticle } from './staff-answers.ts';
import { sayWhy } from './why.ts';

const orders = /^(?:\/?kb\s+)?(?:(why)\??|(gaps)|(search)\s+(\S.*)|(show|post)\s+(\S+))$/is;

/**
 * Slack takes no slash commands in threads, so staff say there what they want. False: it was none of these words. Each
 * is done once, whatever is delivered twice and whichever process dies.
 */
export async function obeyStaff(
  kit: Kit,
  client: webApi.WebClient,
  around: Around,
  said: Question,
  { isEdit, onTaken }: { readonly isEdit: boolean; onTaken(): void },
): Promise<boolean> {
  if (!orders.test(said.text)) return false;
  if (isEdit) return true;
  const claim = await kit.memory.claim(said.id);
  onTaken();
  if (claim === 'taken') return true;
  try {
    await obey(kit, client, around, said);
    await kit.memory.finish(said.id);
  } catch (error) {
    kit.memory.letGo(said.id);
    throw error;
  }
  return true;
}

async function obey(kit: Kit, client: webApi.WebClient, around: Around, said: Question): Promise<void> {
  const [, why, gaps, search, words = '', reference, slug = ''] = orders.exec(said.text) ?? [];
  const order = (why ?? gaps ?? search ?? reference)?.toLowerCase();
  const { channel, thread = '', private: direct } = said.place;
  const where = direct ? { thread } : standingThread(said.id, thread);
  const spot = spotAt(kit, client, said.asker.id, { channel, direct, ...where });
  const own = { staff: true };

  if (order === 'why') await sayWhy(kit, spot, around, { channel, ts: thread, thread });
  else if (order === 'gaps') await sayReply(kit, spot, await kit.staffDesk.gaps(), own);
  else if (order === 'search') await sayReply(kit, spot, kit.staffDesk.search(words), own);
  else if (order === 'show') await showArticle(kit, spot, slug);
  else {
    const asked = await customersAt(client, around, { channel, ts: thread });
    const customers = asked ?? { channel, thread, user: said.asker.id, text: '' };
    await answerWith(kit, spot, around, `${said.id}:post`, customers, slug);
  }
}
