import type { Action, Reply } from './reply.ts';

/** A sentence or two of the product's own, for one person alone. */
export function saying(
  said: string | { readonly title: string; readonly body?: string },
  actions: readonly Action[] = [],
): Reply {
  const { title, body = '' } = typeof said === 'string' ? { title: said } : said;
  return { kind: 'unsure', title, body, facts: [], sources: [], actions, audience: 'asker' };
}
