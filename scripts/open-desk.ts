import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../bot/cache-folder.ts';
import { fit } from '../bot/desk/confidence.ts';
import { createDiagnose, type Diagnose } from '../bot/desk/diagnosis.ts';
import { loadEnvFile } from '../bot/env-file.ts';
import { houseFactsFrom } from '../bot/knowledge/house-facts.ts';
import { type KnowledgeBase, openKnowledgeBase } from '../bot/knowledge/knowledge-base.ts';
import { readSettings } from '../bot/settings.ts';

/** The knowledge base and the diagnosis as the bot itself would open them here. */
export async function openDesk(folder?: string): Promise<{ knowledge: KnowledgeBase; diagnose: Diagnose }> {
  loadEnvFile();
  const settings = readSettings(process.env);
  const facts = houseFactsFrom(settings.house);
  const knowledge = await openKnowledgeBase({
    folder: folder ?? settings.kbDir,
    facts,
    weights: fit.rank,
    cacheFolder,
  });
  return { knowledge, diagnose: createDiagnose(knowledge.library, knowledge.search) };
}

export const repository = fileURLToPath(new URL('..', import.meta.url));
