import type { types } from '@slack/bolt';
import type { Article } from '../../../knowledge/article.ts';
import { shorten } from '../../../markdown/visible-text.ts';
import { slackWording } from '../slack-wording.ts';
import { plain } from './ask-form.ts';
import type { Whereabouts } from './spots.ts';

const { pickForm: words } = slackWording;

/** What the form is for, kept in it while it is open. */
export interface Purpose {
  /** The customer's message that is answered. */
  readonly answers?: {
    readonly channel: string;
    readonly ts: string;
    readonly thread: string;
    readonly user: string;
    readonly text: string;
  };
  /** Where the command was given. */
  readonly from?: Whereabouts;
}

export interface PickForm {
  readonly purpose: Purpose;
  /** What the desk would answer, best first. */
  readonly candidates: readonly Article[];
  /** What was chosen in the menu: its parts are offered too. */
  readonly chosen?: Article | undefined;
}

/** Finds an article by typing, or among candidates; says what becomes of it. */
export function pickForm({ purpose, candidates, chosen }: PickForm): types.ModalView {
  const { answers, from } = purpose;
  return {
    type: 'modal',
    callback_id: 'hd_pick',
    private_metadata: JSON.stringify(purpose),
    title: plain(answers ? words.answerTitle : words.title),
    submit: plain(answers ? words.post : words.go),
    close: plain(words.close),
    blocks: [
      ...(candidates.length > 0 ? [candidateField(candidates)] : []),
      articleField(candidates.length > 0),
      ...(chosen && chosen.sections.length > 1 ? [sectionField(chosen)] : []),
      ...(from ? [whatField()] : []),
    ],
  };
}

function candidateField(candidates: readonly Article[]): types.InputBlock {
  return {
    type: 'input',
    block_id: 'candidate',
    optional: true,
    label: plain(words.candidates),
    element: {
      type: 'radio_buttons',
      action_id: 'choice',
      options: candidates.map((article) => ({
        ...option(article.title, article.slug),
        description: plain(shorten(article.summary, 75)),
      })),
    },
  };
}

function articleField(another: boolean): types.InputBlock {
  return {
    type: 'input',
    block_id: 'article',
    optional: true,
    dispatch_action: true,
    label: plain(another ? words.another : words.article),
    element: {
      type: 'external_select',
      action_id: 'hd_article',
      min_query_length: 0,
      placeholder: plain(words.placeholder),
    },
  };
}

/** Named after the article: a part chosen of another one is forgotten with it. */
function sectionField({ slug, sections }: Article): types.InputBlock {
  const parts = sections.filter(({ id, heading }) => id !== '' && heading !== '').slice(0, 90);
  return {
    type: 'input',
    block_id: `section ${slug}`.slice(0, 255),
    optional: true,
    label: plain(words.section),
    element: {
      type: 'static_select',
      action_id: 'choice',
      options: [
        option(words.whole, slug),
        ...parts.map(({ id, heading }) => option(heading, `${slug}#${id}`)),
      ].filter(({ value }) => value.length <= 150),
    },
  };
}

function whatField(): types.InputBlock {
  const options = [option(words.show, 'show'), option(words.postHere, 'post')];
  return {
    type: 'input',
    block_id: 'what',
    label: plain(words.what),
    element: {
      type: 'radio_buttons',
      action_id: 'choice',
      options,
      initial_option: options[0] as types.PlainTextOption,
    },
  };
}

export function option(text: string, value: string): types.PlainTextOption & { value: string } {
  return { text: plain(shorten(text, 75)), value };
}

interface Picked {
  /** `slug` or `slug#section`. */
  readonly reference: string;
  readonly what: 'show' | 'post';
}

type Values = Record<string, Record<string, { selected_option?: { value?: string } | null }>>;

/** Undefined when nothing was chosen. The narrower choice counts. */
export function pickedIn(values: Values): Picked | undefined {
  const article = values.article?.hd_article?.selected_option?.value;
  const section = article && values[`section ${article}`.slice(0, 255)]?.choice?.selected_option?.value;
  const reference = section || article || values.candidate?.choice?.selected_option?.value;
  // Whatever is not plainly to be posted stays with staff.
  const what = values.what?.choice?.selected_option?.value === 'post' ? 'post' : 'show';
  return reference ? { reference, what } : undefined;
}

export function purposeIn(metadata: string): Purpose {
  return JSON.parse(metadata || '{}') as Purpose;
}
