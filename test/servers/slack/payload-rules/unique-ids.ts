import { isRecord, type Json, listOf, recordsOf, textOf } from '../json.ts';
import type { Report } from './rule.ts';

/** Where a block keeps the elements a person can act on, by JSON pointer. */
export function interactiveElements(block: Json, at = ''): [string, Json][] {
  const found: [string, Json][] = [];
  for (const [index, element] of listOf(block.elements).entries())
    if (isRecord(element)) found.push([`${at}/elements/${index}`, element]);
  for (const [index, element] of listOf(block.actions).entries())
    if (isRecord(element)) found.push([`${at}/actions/${index}`, element]);
  if (isRecord(block.accessory)) found.push([`${at}/accessory`, block.accessory]);
  if (isRecord(block.element)) found.push([`${at}/element`, block.element]);
  for (const [index, child] of recordsOf(block.child_blocks).entries())
    found.push(...interactiveElements(child, `${at}/child_blocks/${index}`));
  return found;
}

/** A block_id may occur once in a payload, an action_id once in its block. */
export function checkUniqueIds(blocks: readonly Json[], at: string, report: Report): void {
  const blockIds = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const blockAt = `${at}/${index}`;
    const blockId = textOf(block.block_id);
    if (blockId && blockIds.has(blockId))
      report(`\`block_id\` "${blockId}" already exists`, `${blockAt}/block_id`);
    blockIds.add(blockId);
    const actionIds = new Set<string>();
    for (const [elementAt, element] of interactiveElements(block, blockAt)) {
      const actionId = textOf(element.action_id);
      if (!actionId) continue;
      if (actionIds.has(actionId))
        report(`\`action_id\` "${actionId}" already exists`, `${elementAt}/action_id`);
      actionIds.add(actionId);
    }
  }
}
