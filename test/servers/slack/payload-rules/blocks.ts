import {
  accessories,
  actionElements,
  buttons,
  contextActionElements,
  imageElement,
  inputElements,
} from './elements.ts';
import {
  anything,
  both,
  byType,
  choice,
  flag,
  list,
  number,
  only,
  type Rule,
  shape,
  string,
  when,
} from './rule.ts';
import { contextTexts, mrkdwn, plainText, richText, textObject } from './texts.ts';

const typed = { type: anything };
const id = { block_id: string({ max: 255 }) };

const cell = byType({
  raw_text: shape({ ...typed, text: string({ min: 1 }) }),
  raw_number: shape({ ...typed, value: number(), text: string({ min: 1 }) }),
  rich_text: richText,
});
const row = list(cell, { min: 1, max: 20 });

const section = both(
  shape(typed, {
    ...id,
    text: textObject(3000),
    fields: list(textObject(2000), { min: 1, max: 10 }),
    accessory: accessories,
    expand: flag,
  }),
  when(({ text, fields }) =>
    text === undefined && fields === undefined ? 'missing required field: text' : undefined,
  ),
);

const card = shape(typed, {
  ...id,
  hero_image: imageElement,
  icon: imageElement,
  slack_icon: shape({ name: string({ min: 1 }) }, typed),
  title: mrkdwn(150),
  subtitle: mrkdwn(150),
  body: mrkdwn(200),
  actions: list(buttons, { min: 1, max: 5 }),
});

const task = shape(
  { ...typed, task_id: string({ min: 1 }), title: string({ min: 1 }) },
  {
    ...id,
    details: richText,
    output: richText,
    sources: list(anything),
    status: choice('pending', 'in_progress', 'complete', 'error'),
  },
);

const image = both(
  shape(
    { ...typed, alt_text: string({ min: 1, max: 2000 }) },
    { ...id, image_url: string({ max: 3000 }), slack_file: anything, title: plainText(2000) },
  ),
  when(({ image_url, slack_file }) =>
    image_url === undefined && slack_file === undefined ? 'missing required field: image_url' : undefined,
  ),
);

const simple: Record<string, Rule> = {
  section,
  image,
  header: shape({ ...typed, text: plainText(150) }, id),
  divider: shape(typed, id),
  context: shape(
    { ...typed, elements: list(byType({ ...contextTexts, image: imageElement }), { min: 1, max: 10 }) },
    id,
  ),
  actions: shape({ ...typed, elements: list(actionElements, { min: 1, max: 25 }) }, id),
  input: shape(
    { ...typed, label: plainText(2000), element: inputElements },
    { ...id, hint: plainText(2000), optional: flag, dispatch_action: flag },
  ),
  rich_text: richText,
  file: shape({ ...typed, external_id: string({ min: 1 }), source: choice('remote') }, id),
  video: shape(
    {
      ...typed,
      alt_text: string({ min: 1 }),
      title: plainText(199),
      thumbnail_url: string({ min: 1 }),
      video_url: string({ min: 1 }),
    },
    {
      ...id,
      title_url: string(),
      author_name: string({ max: 49 }),
      provider_name: string(),
      provider_icon_url: string(),
      description: plainText(199),
    },
  ),
  table: shape(
    { ...typed, rows: list(row, { min: 1, max: 100 }) },
    { ...id, column_settings: list(shape({}, { align: string(), is_wrapped: flag }), { max: 20 }) },
  ),
};

const blocks: Record<string, Rule> = {
  ...simple,
  markdown: shape({ ...typed, text: string({ min: 1, max: 12_000 }) }, id),
  context_actions: shape({ ...typed, elements: list(contextActionElements, { min: 1, max: 5 }) }, id),
  alert: shape(
    { ...typed, text: textObject(3000) },
    { ...id, level: choice('default', 'info', 'warning', 'error', 'success') },
  ),
  card,
  carousel: shape({ ...typed, elements: list(byType({ card }), { min: 1, max: 10 }) }, id),
  container: shape(
    { ...typed, child_blocks: list(byType(simple), { min: 1, max: 10 }) },
    {
      ...id,
      title: plainText(150),
      rich_text_title: richText,
      subtitle: textObject(150),
      width: choice('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  task_card: task,
  plan: shape({ ...typed, title: string({ min: 1 }) }, { ...id, tasks: list(anything) }),
  data_table: shape(
    { ...typed, rows: list(row, { min: 1 }), caption: string({ min: 1 }) },
    { ...id, page_size: number({ min: 1, max: 100 }), row_header_column_index: number({ min: 0 }) },
  ),
  data_visualization: anything,
};

const viewBlocks = [
  'section',
  'divider',
  'image',
  'actions',
  'context',
  'input',
  'header',
  'video',
  'rich_text',
  'alert',
  'card',
  'carousel',
];

export const messageBlock: Rule = byType(blocks);
export const viewBlock: Rule = byType(only(viewBlocks, blocks));
