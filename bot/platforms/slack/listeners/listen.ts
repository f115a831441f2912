import type { Ear } from '../hearing/ear.ts';
import type { Kit } from '../slack-parts.ts';
import { hearAsking } from './ask.ts';
import { hearButtons } from './buttons.ts';
import { hearHome } from './home.ts';
import { hearKnowledge } from './knowledge.ts';
import { hearLifecycle } from './lifecycle.ts';
import { hearMessages } from './messages.ts';
import { hearOrders } from './orders.ts';
import { hearPicking } from './pick.ts';
import { hearWhy } from './why.ts';

/** All the ways in. */
export function listen(ear: Ear, kit: Kit): void {
  hearMessages(ear, kit);
  hearAsking(ear, kit);
  hearButtons(ear, kit);
  hearOrders(ear, kit);
  hearHome(ear, kit);
  hearKnowledge(ear, kit);
  hearPicking(ear, kit);
  hearWhy(ear, kit);
  hearLifecycle(ear, kit);
  ear.uses('im:write', 'usergroups:read', 'channels:read', 'groups:read');
}
