/** What only Discord needs said: names of its menus and forms, and its own ways of doing things. */
export const discordWording = {
  ask: {
    description: 'Asks the help desk; only you see the answer',
    question: 'Your question or the error message; leave it out for a large field',
    file: 'Or the message as a file (.eml, .txt, .log)',
  },
  askForm: {
    title: 'Ask',
    label: 'Your question, or the whole error message',
    placeholder: 'Paste everything, from the first line to the last',
    file: 'Or the message as a file (.eml, .txt, .log)',
    empty: 'There was nothing to read. Use /ask again and paste something, or add a file.',
  },

  explain: 'Explain this bounce',
  answerFromKb: 'Answer from the KB',
  pick: 'Post which article?',
  noCandidates: 'Nothing in the knowledge base fits. /kb post puts an article of your choice here.',
  posted: (title: string) => `Posted: ${title}`,
  notPosted: 'It stands there already.',
  noMessage: 'That message is gone, or I may not read it.',
  noArticle: (reference: string) => `There is no article ${reference} that can be shown here.`,
  nothingToExplain:
    'I find no answer of mine there. Use /why where I answered, or give the link of my message.',

  hide: {
    button: 'Hide my paste',
    kept: 'The question, with addresses hidden',
    gone: 'That message is deleted already.',
    refused: 'Only the person who wrote it and support staff can have it deleted.',
    notAllowed: 'I may not delete it: ask somebody of the server to give me “Manage Messages” here.',
  },

  kb: {
    description: 'Staff: the knowledge base',
    search: 'Searches the articles',
    query: 'Words, or an error message',
    show: 'Shows an article to you alone',
    post: 'Posts an article or a part of it for the customer',
    gaps: 'What the bot could not answer lately',
    article: 'Title, words of a question, or slug#section',
    below: 'Link or id of the message it answers; otherwise the one this thread began with',
  },
  why: {
    description: 'Staff: why the bot answered so',
    menu: 'Why this answer?',
    message: 'Link or id of my answer; otherwise the latest here',
  },

  orderGroup: (names: readonly string[]) => `Staff: ${names.join(', ')}`,
  notOffered: 'That is no longer offered here.',
  /** Said where everybody reads it, so nothing of it is in there. */
  directClosed: (command: string) =>
    `That is for your eyes only, and I may not write to you directly. Use /${command} or another of my commands here, or let members of this server send you direct messages and ask again.`,
  fileTooLarge: (name: string) => `${name} is too large for Discord.`,

  /** Said to whoever asked where the bot may not answer. */
  mayNotAnswer: (channel: string, missing: readonly string[]) =>
    `I cannot answer you in ${channel}: somebody who manages the server has to give me ${missing
      .map((name) => `“${name}”`)
      .join(' and ')} there.`,
} as const;
