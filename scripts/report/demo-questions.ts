/** Questions of a made-up month that a small knowledge base has no answer to: each line is one matter, in several people's words. */
export const unansweredMatters: readonly (readonly [string, ...string[]])[] = [
  [
    'can i sign in to the control panel with a passkey',
    'passkey for the control panel sign in?',
    'where do i set up a passkey for signing in to the panel',
    'is signing in with a passkey possible',
  ],
  [
    'does my web space have ipv6',
    'my site has no ipv6 address, how do i get ipv6',
    'ipv6 for my website, is there a switch',
    'AAAA record: do you support ipv6 at all?',
  ],
  [
    'can you host a nextcloud for our club',
    'nextcloud on my package, is that allowed',
    'how do i install nextcloud here',
  ],
  [
    'is there an app for android to see my hosting',
    'do you have a mobile app for the hosting panel',
    'android app of yours, where do i find it',
  ],
  [
    'how do i share a calendar with my colleague',
    'shared calendar for three people, possible?',
    'caldav calendar sharing with a colleague',
  ],
  [
    'can the redis cache be switched on for my shop',
    'redis for my shop please',
    'how do i turn on redis object cache',
  ],
  [
    'where is the data centre, i need that for a gdpr contract',
    'gdpr contract: data centre location?',
    'data processing contract gdpr where do i download it',
  ],
  ['how do i run a python flask app', 'flask application on shared hosting', 'python flask app not starting'],
  [
    'can i get a staging copy of my site',
    'staging site for testing, how',
    'make a staging copy before the update',
  ],
  ['webp pictures are not shown', 'webp images broken in my gallery'],
  ['is there a sandbox for the payment plugin', 'payment plugin sandbox mode fails on your server'],
  ['matrix chat server on my domain', 'can i run a matrix server'],
];

/** What people say to one another where a bot listens. */
export const chatter: readonly [string, ...string[]] = [
  'good morning all',
  'thanks, that did it',
  'lunch at one?',
  'ok',
  'who is on the late shift today',
  'the coffee machine works again',
  'see you tomorrow',
  'lol',
];

/** Pasted errors, with example names. */
export const pastes: readonly [string, ...string[]] = [
  'Domain example.com has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
  '550 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using Spamhaus',
  '552 5.2.2 <ann@example.net>: user is over quota',
  '550-5.1.1 The email account that you tried to reach does not exist',
  '421 4.7.0 Try again later, closing connection',
];
