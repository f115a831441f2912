import { shortId } from './ids.ts';
import { isRecord, type Json, recordsOf } from './json.ts';

const clickable = (type: unknown): boolean =>
  typeof type === 'string' && /button|select|picker|_input$|overflow|checkboxes/.test(type);

/** A value with what Slack adds: `emoji`, `verbatim`, ids, an input's switches. */
export function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (!isRecord(value)) return value;
  const copy: Json = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, filled(entry)]));
  if (copy.type === 'plain_text') copy.emoji ??= true;
  if (copy.type === 'mrkdwn') copy.verbatim ??= false;
  if (copy.type === 'input') {
    copy.optional ??= false;
    copy.dispatch_action ??= false;
  }
  if (clickable(copy.type)) copy.action_id ??= shortId();
  return copy;
}

/** The blocks as Slack stores them: with the ids and the defaults the app left out. */
export const filledBlocks = (blocks: unknown): Json[] =>
  recordsOf(filled(blocks)).map((block) => ({ ...block, block_id: block.block_id || shortId() }));
