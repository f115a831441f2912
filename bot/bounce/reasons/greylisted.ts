import type { ReasonRule } from '../reason.ts';

/** First contact delayed; the server retries by itself. */
export const greylisted = {
  reason: 'greylisted',
  kind: 'bounce',
  actor: 'none',
  life: 'temporary',
  hintCodes: ['4.2.0', '4.7.1'],
  phrases: [
    {
      says: '(greylist*|graylist*|grey list*|gray list*|greylistet)',
      sample:
        '450 4.2.0 <bob@example.com>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html',
      source: 'Postgrey',
    },
    {
      says: '(.postgrey|postgrey|.greylist*|.greylisting|.greylist|milter greylist|sqlgrey|gld|sgrey)',
      sample: '450 4.2.0 see http://postgrey.schweikert.ch/help/example.com.html',
      source: 'Postgrey',
    },
    {
      says: '(first time|first contact|unknown triplet|new sender|first attempt|unknown sender triplet|first connection|not seen before|first delivery attempt) .. (try|retry|later|delayed|deferred|wait|again|resend|temporarily)',
      sample: '451 4.7.1 first contact, please try again later',
    },
    {
      says: '(please |) (try again|come back|resend|come again|wait) ~ (in|after|for) (# |a few |few |five |several |one |) (seconds|minutes|minute|min|sec|secs|mins)',
      sample: '451 4.7.1 Please try again in 300 seconds',
    },
    {
      says: 'temporarily (rejected|refused|blocked|denied|postponed) .. (try again later|try later|retry|again in|greylist*)',
      sample: '451 4.7.1 temporarily rejected, try again later',
    },
    {
      says: '(delayed|deferred|delay) .. (first|unknown sender|unknown) .. (sender|contact|time)',
      sample: '451 delayed: unknown sender, first contact',
    },
    { says: 'triplet', sample: '450 triplet not yet known' },
    { says: 'try again later .. (greylist|grey|first|deferred for)', sample: '451 try again later (first)' },
    { says: '.greylisting', sample: '451 see http://www.greylisting.org/' },
    { says: '(retried|retry) too (early|soon|quickly|fast)', sample: '450 you retried too early' },
    {
      says: '(sender|ip|message|host|you) .. (is|are|being|temporarily) (greylisted|graylisted|grey listed)',
      sample: '451 the sender is greylisted',
    },
    {
      says: '(temporary|temporarily) .. (anti spam|antispam|spam protection) (measure|measures|delay)',
      sample: '451 temporary antispam measure',
    },
    { says: 'pls retry', sample: '451 4.3.0 pls retry' },
    {
      says: 'we are currently (delaying|deferring)',
      sample: '451 we are currently delaying mail from unknown hosts',
    },
    { says: '(灰名单|灰名單)', sample: '451 灰名单', source: 'Chinese servers' },
    { says: 'グレイリスト', sample: '450 グレイリスト', source: 'Japanese servers' },
    {
      says: '(liste grise|lista gris|lista cinza|lista grigia|szara lista|серый список|серые списки|graue liste)',
      sample: '450 liste grise',
      source: 'French servers',
    },
    {
      says: 'internal resource temporarily unavailable',
      sample:
        '451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451',
      source: 'Mimecast',
    },
    {
      says: 'not yet authorized to deliver mail',
      sample:
        '451-192.0.2.1 is not yet authorized to deliver mail from <bob@example.com>. 451 Please try later.',
      source: 'sa-exim',
    },
    {
      says: '(first time|unknown|new) sender ~ (host|server|ip|triplet|please|try|deferred|delayed)',
      sample: '450 first time sender, please try again',
    },
    { says: 'first time sender', sample: '450 Please try again in 300s, first time sender' },
    { says: '(451|450) (4.7.1 |4.2.0 |4.3.0 |) gl', sample: '451 GL - temporary problem. Try again later' },
    {
      says: '(greylisted|graylisted|grey listed) by',
      sample: '450 deferred - greylisted by receiving server',
    },
    {
      says: '(deferred|delayed|rejected|refused) ~ (greylist*|graylist*|grey list*)',
      sample: '451 deferred: greylisting',
    },
    {
      says: '(4.7.1|4.2.0) (please |) (try|retry) (again |) (later|in|after)',
      sample: 'milter-reject: END-OF-MESSAGE: 4.7.1 Try again later',
    },
  ],
} as const satisfies ReasonRule;
