import { isRecord, type Json, listOf, recordOf, recordsOf, textOf } from '../../slack/json.ts';
import { base, button, componentType, everyComponent, selects } from './controls.ts';
import {
  anything,
  both,
  choice,
  flag,
  integer,
  list,
  model,
  type Path,
  type Report,
  type Rule,
  text,
  union,
  when,
} from './rule.ts';

const totalLimit = 40;
const textLimit = 4000;
const rowWidth = 5;

/** A row holds five buttons or one menu, which is as wide as five buttons. */
const rowFits: Rule = (value, path, report) => {
  let width = 0;
  for (const [index, child] of recordsOf(isRecord(value) ? value.components : []).entries()) {
    width += child.type === componentType.button ? 1 : rowWidth;
    if (width > rowWidth)
      report(
        [...path, 'components', index],
        'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        'The specified component exceeds the maximum width',
      );
  }
};

const actionRow = both(
  model(
    {
      type: anything,
      components: list(union({ [componentType.button]: button, ...selects }), { min: 1, max: 5 }),
    },
    base,
  ),
  rowFits,
);

export const textDisplay = model({ type: anything, content: text({ min: 1, max: textLimit }) }, base);

const mediaUrl: Rule = (value, path, report) => {
  text({ min: 1, max: 2048 })(value, path, report);
  if (typeof value === 'string' && !/^(?:https?|attachment):\/\/\S+$/.test(value))
    report(path, 'URL_TYPE_INVALID_SCHEME', 'Scheme must be one of ("http", "https", "attachment").');
};
const media = model({ url: mediaUrl });
const described = { description: text({ max: 1024 }), spoiler: flag };
const thumbnail = model({ type: anything, media }, { ...base, ...described });

const section = model(
  {
    type: anything,
    components: list(union({ [componentType.textDisplay]: textDisplay }), { min: 1, max: 3 }),
    accessory: union({ [componentType.button]: button, [componentType.thumbnail]: thumbnail }),
  },
  base,
);
const mediaGallery = model(
  { type: anything, items: list(model({ media }, described), { min: 1, max: 10 }) },
  base,
);
const onlyAttached = when(({ file }) =>
  textOf(recordOf(file).url).startsWith('attachment://')
    ? undefined
    : ['file', 'UNFURLED_MEDIA_ITEM_MUST_BE_ATTACHMENT', 'Only attachment references are allowed here'],
);
const file = both(model({ type: anything, file: media }, { ...base, spoiler: flag }), onlyAttached);
const separator = model({ type: anything }, { ...base, divider: flag, spacing: choice(1, 2) });

const inContainer: Record<number, Rule> = {
  [componentType.actionRow]: actionRow,
  [componentType.section]: section,
  [componentType.textDisplay]: textDisplay,
  [componentType.mediaGallery]: mediaGallery,
  [componentType.file]: file,
  [componentType.separator]: separator,
};
const container = model(
  { type: anything, components: list(union(inContainer), { min: 1, max: totalLimit }) },
  { ...base, accent_color: integer({ min: 0, max: 0xff_ff_ff }), spoiler: flag },
);

const legacy = list(union({ [componentType.actionRow]: actionRow }), { max: 5 });
const layout = list(union({ ...inContainer, [componentType.container]: container }));

/** The same custom_id or id may not occur twice in a message or modal. */
export function checkUnique(components: unknown, path: Path, report: Report): void {
  const customIds = new Set<unknown>();
  const ids = new Set<unknown>();
  const visit = (component: Json, at: Path): void => {
    const { custom_id, id } = component;
    if (typeof custom_id === 'string' && customIds.has(custom_id))
      report(
        [...at, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        'Component custom id cannot be duplicated',
      );
    if (typeof id === 'number' && id !== 0 && ids.has(id))
      report([...at, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated');
    if (custom_id !== undefined) customIds.add(custom_id);
    ids.add(id);
    for (const [index, child] of listOf(component.components).entries())
      if (isRecord(child)) visit(child, [...at, 'components', index]);
    for (const field of ['accessory', 'component'])
      if (isRecord(component[field])) visit(component[field], [...at, field]);
  };
  for (const [index, component] of listOf(components).entries())
    if (isRecord(component)) visit(component, [...path, index]);
}

export const displayedTexts = (components: readonly Json[]): string[] =>
  everyComponent(components)
    .filter(({ type }) => type === componentType.textDisplay)
    .map(({ content }) => textOf(content));

const displayedLength = (components: readonly Json[]): number =>
  displayedTexts(components).reduce((sum, words) => sum + [...words].length, 0);

export function componentsRule(isV2: boolean): Rule {
  return (value, path, report) => {
    const shape = isV2 ? layout : legacy;
    shape(value, path, report);
    checkUnique(value, path, report);
    if (!isV2) return;
    const components = recordsOf(value);
    if (everyComponent(components).length > totalLimit)
      report(
        path,
        'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
        `The total number of components exceeds the maximum of ${totalLimit}`,
      );
    if (displayedLength(components) > textLimit)
      report(
        path,
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `Components displayable text size exceeds maximum size of ${textLimit}`,
      );
  };
}

/** Measured, not documented (discord-api-docs #8554): past this many bytes of text Discord answers with a bare 500. */
export function breaksDiscord(components: readonly Json[]): boolean {
  const texts = displayedTexts(components);
  return texts.reduce((sum, words) => sum + Buffer.byteLength(words) + 12, 0) > 10_170;
}

/** Names of attached files the components refer to, with where they do. */
export function attachmentReferences(components: unknown, path: Path): { name: string; path: Path }[] {
  const found: { name: string; path: Path }[] = [];
  const visit = (value: unknown, at: Path): void => {
    if (Array.isArray(value)) for (const [index, entry] of value.entries()) visit(entry, [...at, index]);
    if (!isRecord(value)) return;
    const name = /^attachment:\/\/(.+)$/.exec(textOf(value.url))?.[1];
    if (name !== undefined) found.push({ name, path: at });
    for (const [field, entry] of Object.entries(value)) visit(entry, [...at, field]);
  };
  visit(components, path);
  return found;
}
