import { oneLine, shorten } from '../../../markdown/visible-text.ts';
import { component, isComponentsV2 } from '../render/component.ts';
import { escaped } from '../render/escape.ts';
import type { MessageBody } from './message-body.ts';

/** A sentence of the product's own as a message. Nothing in it is live. */
export function plainMessage(words: string): MessageBody {
  const content = escaped(shorten(oneLine(words), 1500)) || '…';
  return { flags: isComponentsV2, components: [{ type: component.textDisplay, content }] };
}
