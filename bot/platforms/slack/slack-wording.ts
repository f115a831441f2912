/** What only Slack needs said: names of its menus and forms, and its own ways of doing things. */
export const slackWording = {
  appName: 'Hostdesk',
  appDescription: 'Reads pasted mail errors and hosting questions and answers from your knowledge base.',
  appLongDescription:
    'Mention it, write to it directly or use /ask: it reads bounce messages, says whose server refused the mail and who has to act, and answers hosting questions from the articles your support team wrote. It is a program without guesses of its own: where no article fits it says so and brings in a person.',
  working: 'is looking it up…',
  notInChannel:
    'I am not in that channel, so I can neither read nor post there. Bring me in with `/invite`, then try again.',
  failed: 'Something went wrong on my side. Please try again in a moment, or ask a person.',

  pasteShown:
    'Your message shows mail or IP addresses to everyone here. My answer repeats none of them. To take yours away, point at it and choose ⋯ > *Delete message*; the answer stays.',

  askForm: {
    title: 'Ask',
    submit: 'Ask',
    close: 'Cancel',
    label: 'Your question, or the whole error message',
    placeholder: 'Paste everything, from the first line to the last',
    file: 'Or the message as a file (.eml, .txt, .log)',
    empty: 'Paste something, or add a file',
  },

  home: {
    title: 'What I do',
    body: [
      '- **Mention me** in a channel or **write to me** under *Messages*: paste the whole error message, or say what does not work.',
      '- `/ask` asks me so that only you see the answer.',
      '- On any message: **⋯ > Explain this bounce**, also only for you.',
      '',
      'I am a program and answer from articles that people wrote. I can be wrong; **Talk to a person** is under every answer.',
    ].join('\n'),
    ask: 'Ask a question',
    numbers: 'My mail numbers',
    waiting: (count: number) => `${count} more wait: \`/desk waiting\` shows them.`,
    recent: 'Your recent questions',
    noRecent: 'None yet.',
    silent: 'no answer',
    search: 'Search the knowledge base',
  },

  prompts: { title: 'People often ask' },

  orderForm: { submit: 'Send', close: 'Cancel', empty: 'Please fill this in' },
  usage: 'What can be written there',
  notOffered: 'That is not set up here.',
  enclosed: 'What belongs to it (a picture or a file) is in your direct conversation with me, for you alone.',
  notEnclosed:
    'I could not send the picture or file that belongs to this. Write to me directly under *Messages* and ask there.',

  noArticle: (reference: string) =>
    `There is no article \`${reference.replace(/[^\w#-]/g, '').slice(0, 80)}\` that can be shown here.`,
  nothingToExplain:
    'I find no answer of mine there. Use *⋯ > Why this answer?* on one of my messages, or `/why` with its link.',
  posted: 'Posted.',
  notPosted: 'It stands there already.',
  kbUsage:
    'Use `/kb search WORDS`, `/kb show ARTICLE`, `/kb post ARTICLE [link of a message]` or `/kb gaps`.',

  pickForm: {
    title: 'Knowledge base',
    answerTitle: 'Answer a customer',
    post: 'Post',
    go: 'Go',
    close: 'Cancel',
    candidates: 'What fits best',
    article: 'Article',
    another: 'Or another article',
    placeholder: 'Type words of the title or of a question',
    section: 'Part of it',
    whole: 'The whole article',
    what: 'What to do',
    show: 'Show it to me alone',
    postHere: 'Post it in this channel',
    none: 'Choose an article',
  },
} as const;
