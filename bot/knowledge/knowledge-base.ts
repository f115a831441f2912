import { watch } from 'node:fs';
import type { Problem } from './article.ts';
import { learnClassifier, openClassifier } from './classifier/open-classifier.ts';
import type { WeightsBySize } from './evidence.ts';
import { gently } from './gently.ts';
import type { HouseFacts } from './house-facts.ts';
import type { Library } from './library.ts';
import { loadLibrary } from './load-library.ts';
import { createArticleReader } from './read-article.ts';
import { buildSearch, type Search } from './search.ts';

/** The knowledge base in service. Library and search are replaced together when files change. */
export interface KnowledgeBase {
  readonly library: Library;
  readonly search: Search;
  readonly problems: readonly Problem[];
  /** Reads the folder again; broken files keep their last good version. */
  reload(): Promise<void>;
  /** Reloads when a file below the folder is saved. Returns a function that stops. */
  watch(onReload: (base: KnowledgeBase) => void, onError: (error: unknown) => void): () => void;
}

export interface KnowledgeBaseParts {
  readonly folder: string;
  readonly facts: HouseFacts;
  readonly weights: WeightsBySize;
  /** Where what was learnt from the articles is kept for the next start; nowhere when left out. */
  readonly cacheFolder?: string;
}

/** Editors save in several steps; a change counts once the folder was quiet for this long. */
const quietMs = 150;

export async function openKnowledgeBase({
  folder,
  facts,
  weights,
  cacheFolder,
}: KnowledgeBaseParts): Promise<KnowledgeBase> {
  let loaded = await loadLibrary(folder, facts);
  const reader = createArticleReader();
  const searchOf = async (of: Library) => {
    const { articles } = of;
    const classifier = await (cacheFolder === undefined
      ? gently(learnClassifier(articles))
      : openClassifier(articles, cacheFolder));
    return gently(buildSearch(of, weights, classifier, reader));
  };
  let search = await searchOf(loaded.library);
  let reloading: Promise<void> = Promise.resolve();

  const base: KnowledgeBase = {
    get library() {
      return loaded.library;
    },
    get search() {
      return search;
    },
    get problems() {
      return loaded.problems;
    },
    reload() {
      reloading = reloading.then(async () => {
        const next = await loadLibrary(folder, facts, loaded);
        const nextSearch = await searchOf(next.library);
        loaded = next;
        search = nextSearch;
      });
      return reloading;
    },
    watch(onReload, onError) {
      let timer: NodeJS.Timeout | undefined;
      const watcher = watch(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          base.reload().then(() => onReload(base), onError);
        }, quietMs);
      });
      watcher.on('error', onError);
      return () => {
        clearTimeout(timer);
        watcher.close();
      };
    },
  };
  return base;
}
