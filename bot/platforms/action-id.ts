import { createHash } from 'node:crypto';
import { catalogue } from '../desk/orders/catalogue.ts';
import type { Action } from '../desk/reply.ts';
import type { Article } from '../knowledge/article.ts';
import type { Library } from '../knowledge/library.ts';
import { actionKinds, written } from './action-kinds.ts';

/** Whom a button is for and what was asked, as the platform names them; each as far as it fits an id. */
export interface Asked {
  /** At most 20 letters and digits. */
  readonly asker?: string | undefined;
  /** At most 21 letters, digits, dots and hyphens: a message's id. */
  readonly question?: string | undefined;
}

/** What a button asks for. */
export interface Pressed extends Asked {
  readonly action: Action;
}

/** Longest parts that are written out; with all of them an id has less than Discord's 100 characters. */
const most = { slug: 30, section: 13 };
const shape =
  /^hd1:([a-z]{1,6}):([\w-]{1,30}|~[\w-]{12})?:([a-z0-9-]{1,13}|~[\w-]{12})?:([A-Za-z0-9]{1,20})?:([\w.-]{1,21})?$/;

/**
 * An action as the id of a button: ASCII, less than 100 characters, and all that is needed to carry it out, so that
 * buttons work after a restart. A slug or section too long for it stands as a hash, which the library finds again.
 */
export function encodeAction(action: Action, { asker = '', question = '' }: Asked = {}): string {
  const { code, slug = '', section = '', about = '' } = written(action);
  const named =
    action.kind === 'order'
      ? [about.slice(0, most.slug), '']
      : [short(slug, most.slug), short(section, most.section)];
  const asked = [
    /^[A-Za-z0-9]{1,20}$/.test(asker) ? asker : '',
    /^[\w.-]{1,21}$/.test(question) ? question : '',
  ];
  return ['hd1', code, ...named, ...asked].join(':');
}

/**
 * Undefined for an id that is not ours, and for one whose article is no longer in the library.
 */
export function decodeAction(id: string, library: Library): Pressed | undefined {
  const [, code, slug, section, asker, question] = shape.exec(id) ?? [];
  const kind = Object.values(actionKinds).find((entry) => entry.code === code);
  if (!kind) {
    if (!catalogue.some((order) => order.code === code)) return undefined;
    const about = slug === undefined ? {} : { about: slug };
    return { action: { kind: 'order', order: code ?? '', label: '', ...about }, asker, question };
  }
  const article = slug === undefined ? undefined : articleOf(slug, library);
  const part = article?.sections.find((one) => one.id !== '' && short(one.id, most.section) === section);
  const action = kind.restore(article && { article, section: part });
  return action && { action, asker, question };
}

function articleOf(slug: string, library: Library): Article | undefined {
  return library.get(slug) ?? library.articles.find((article) => short(article.slug, most.slug) === slug);
}

/** How a slug or section stands in an id. */
function short(part: string, longest: number): string {
  if (part.length <= longest && /^[a-z0-9-]*$/.test(part)) return part;
  return `~${createHash('sha256').update(part).digest('base64url').slice(0, 12)}`;
}
