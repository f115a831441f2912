import type { types } from '@slack/bolt';
import { slackWording } from '../slack-wording.ts';
import type { Whereabouts } from './spots.ts';

const { askForm: words } = slackWording;
/** Slack's own limit of a field; what is longer comes as a file. */
const mostCharacters = 3000;

/** A large field for a paste. `back`: where the answer goes. */
export function askForm(back: Whereabouts | undefined): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'hd_ask',
    private_metadata: JSON.stringify({ back }),
    title: plain(words.title),
    submit: plain(words.submit),
    close: plain(words.close),
    blocks: [
      {
        type: 'input',
        block_id: 'question',
        optional: true,
        label: plain(words.label),
        element: {
          type: 'plain_text_input',
          action_id: 'text',
          multiline: true,
          max_length: mostCharacters,
          focus_on_load: true,
          placeholder: plain(words.placeholder),
        },
      },
      {
        type: 'input',
        block_id: 'file',
        optional: true,
        label: plain(words.file),
        element: { type: 'file_input', action_id: 'files', filetypes: ['eml', 'txt', 'log'], max_files: 1 },
      },
    ],
  };
}

/** Undefined for a form that was opened on the app's own page. */
export function backIn(metadata: string): Whereabouts | undefined {
  return (JSON.parse(metadata || '{}') as { back?: Whereabouts }).back;
}

export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
