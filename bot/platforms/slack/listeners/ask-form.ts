import type { types } from '@slack/bolt';
import { slackWording } from '../slack-wording.ts';

const { askForm: words } = slackWording;
/** Slack's own limit of a field; what is longer comes as a file. */
const mostCharacters = 3000;

/** Where the command was given: the answer goes back there. */
export interface Back {
  readonly channel_id: string;
  readonly response_url: string;
}

/** A large field for a paste. */
export function askForm(back: Back | undefined): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'hd_ask',
    private_metadata: JSON.stringify(
      back ? { channel_id: back.channel_id, response_url: back.response_url } : {},
    ),
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

/** Undefined for a form that was not opened by a command. */
export function backIn(metadata: string): Back | undefined {
  const { channel_id, response_url } = JSON.parse(metadata || '{}') as Partial<Back>;
  return channel_id && response_url ? { channel_id, response_url } : undefined;
}

export function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
