import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../bot/cache-folder.ts';
import { fit } from '../bot/desk/confidence.ts';
import { houseFactsFrom } from '../bot/knowledge/house-facts.ts';
import { type KnowledgeBase, openKnowledgeBase } from '../bot/knowledge/knowledge-base.ts';

const folder = fileURLToPath(new URL('../kb', import.meta.url));

/** The articles that Hostdesk brings along, with default house facts, whatever `.env` says. */
export const openOwnLibrary = (): Promise<KnowledgeBase> =>
  openKnowledgeBase({ folder, facts: houseFactsFrom({}), weights: fit.rank, cacheFolder });
