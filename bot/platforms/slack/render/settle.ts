import type { types } from '@slack/bolt';
import { oneLine, shorten } from '../../../markdown/visible-text.ts';
import { mrkdwn } from './literal.ts';
import { context } from './to-slack-message.ts';

/**
 * A message that was posted, with `line` in place of its buttons. It works on the blocks that come with the press,
 * so nothing has to be remembered.
 */
export function settled(blocks: readonly types.KnownBlock[], line: string): types.KnownBlock[] {
  return [
    ...blocks.filter((block) => block.type !== 'actions'),
    context(mrkdwn(shorten(oneLine(line), 500) || '…')),
  ];
}
