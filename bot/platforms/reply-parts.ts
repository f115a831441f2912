import type { Fact, Reply, Source } from '../desk/reply.ts';
import type { Block } from '../markdown/document.ts';
import { safeLink } from '../markdown/safe-link.ts';
import { toDocument } from '../markdown/to-document.ts';
import { oneLine, shorten } from '../markdown/visible-text.ts';
import { type Asked, encodeAction } from './action-id.ts';
import { controlOf, type Group, type Look } from './action-kinds.ts';

/** `asker` and `question` are carried by the buttons, so that a press, also on a private reply, leads back to them. */
export interface RenderOptions extends Asked {
  /** The web page of an article or of one of its sections; undefined where it has none. */
  linkOf(source: Source): string | undefined;
  /** Names the article by its slug too. */
  readonly staff?: boolean;
  /** Stops the body earlier than the platform would. */
  readonly mostCharacters?: number;
}

export interface Control {
  readonly id: string;
  readonly label: string;
  readonly look: Look;
}

/** One of the things in the small line below a reply. */
export interface FooterPart {
  readonly label?: string;
  readonly text: string;
  readonly href?: string;
}

/** What every chat shows of a reply, checked and in order; how it looks is the platform's. */
export interface ReplyParts {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly body: readonly Block[];
  footer(cut: boolean): readonly FooterPart[];
  /** Rows of buttons, the first the most important. */
  readonly controls: readonly (readonly Control[])[];
}

const most = { facts: 10, factCharacters: 1500, label: 60, value: 500, related: 2, controls: 10 };
/** What stands side by side on a phone or wraps once. */
const oneRow = { buttons: 4, characters: 60 };

export function replyParts(reply: Reply, options: RenderOptions): ReplyParts {
  return {
    title: shorten(oneLine(reply.title), 140) || '…',
    facts: factsOf(reply),
    body: toDocument(reply.body, ({ slug, section }) =>
      options.linkOf({
        slug,
        title: slug,
        ...(section === undefined ? {} : { section: { id: section, heading: section } }),
      }),
    ),
    footer: (cut) => footerOf(reply, options, cut),
    controls: controlsOf(reply, options),
  };
}

function factsOf({ facts }: Reply): Fact[] {
  let room: number = most.factCharacters;
  return facts
    .slice(0, most.facts)
    .map(({ label, value }) => ({
      label: shorten(oneLine(label), most.label),
      value: shorten(oneLine(value), most.value),
    }))
    .filter(({ label, value }) => {
      if (label !== '' && value !== '') room -= label.length + value.length;
      return label !== '' && value !== '' && room >= 0;
    });
}

function footerOf(reply: Reply, options: RenderOptions, cut: boolean): FooterPart[] {
  const [main] = reply.kind === 'suggestions' ? [] : reply.sources;
  const page = main && addressOf(main, options);
  const parts: FooterPart[] = [];
  if (cut && main && page)
    parts.push({ label: 'Shortened here. The whole article', text: titleOf(main), href: page });
  else if (cut) parts.push({ text: 'Shortened here.' });
  else if (main && page && reply.kind === 'answer')
    parts.push({ label: 'Article', text: titleOf(main), href: page });
  relatedOf(reply, options).forEach(({ source, href }, at) => {
    parts.push({ ...(at === 0 ? { label: 'Related' } : {}), text: titleOf(source), href });
  });
  const named = options.staff ? reply.sources.slice(0, 1 + most.related) : [];
  parts.push(...named.map((source) => ({ text: slugOf(source) })));
  return parts;
}

/** Other articles that have a page to link to; those without one keep their button. */
function relatedOf(reply: Reply, options: RenderOptions): { source: Source; href: string }[] {
  if (reply.kind !== 'answer') return [];
  return reply.sources.slice(1, 1 + most.related).flatMap((source) => {
    const href = addressOf(source, options);
    return href === undefined ? [] : [{ source, href }];
  });
}

function controlsOf(reply: Reply, options: RenderOptions): Control[][] {
  const linked = new Set(relatedOf(reply, options).map(({ source }) => source.slug));
  const shown = reply.actions.filter(
    (action) => !(action.kind === 'show-article' && linked.has(action.slug)),
  );
  const seen = new Set<string>();
  const rows: Record<Group, Control[]> = { open: [], judge: [] };
  for (const action of shown) {
    const { group, look, label } = controlOf(action, reply);
    const id = encodeAction(action, options);
    if (seen.has(id) || seen.size === most.controls) continue;
    seen.add(id);
    rows[group].push({ id, look, label: shorten(oneLine(label), 60) || '…' });
  }
  // An answer is judged first; where nothing was answered, the way on comes first.
  const ordered = reply.kind === 'answer' ? [rows.judge, rows.open] : [rows.open, rows.judge];
  const all = ordered.flat();
  const short =
    all.reduce((sum, { label }) => sum + label.length, 0) <= oneRow.characters &&
    all.length <= oneRow.buttons;
  return (short ? [all] : ordered).filter((row) => row.length > 0);
}

function addressOf(source: Source, { linkOf }: RenderOptions): string | undefined {
  const address = linkOf(source);
  return address === undefined ? undefined : safeLink(address);
}

const titleOf = (source: Source) => shorten(oneLine(source.title), 100) || '…';
const slugOf = ({ slug, section }: Source) =>
  shorten(oneLine(section ? `${slug}#${section.id}` : slug), 100) || '…';
