import type { ReasonRule } from '../reason.ts';

/** Too many recipients in one message or session. */
export const tooManyRecipients = {
  reason: 'too-many-recipients',
  kind: 'bounce',
  actor: 'sender',
  life: 'temporary',
  statusCodes: ['4.5.3', '5.5.3'],
  phrases: [
    {
      says: 'too many (recipients|rcpt|rcpts|recipient|rcpt to|addresses|to addresses|receivers|destinations|envelope recipients|email recipients|mail recipients|rcpt commands)',
      sample: '452 4.5.3 Too many recipients',
      source: 'RFC 5321',
    },
    {
      says: '(number of|maximum|max|recipient|recipients|maximum number of|rcpt|total) .. (recipients|recipient|rcpt|rcpts) .. (exceed*|reached|limit|limited|maximum|too many|allowed|over)',
      sample: '452 4.5.3 maximum number of recipients exceeded',
    },
    {
      says: '(recipient|recipients|rcpt|rcpts|recipients count|recipient count) (limit|number|count|list) .. (exceed*|reached|too|over|maximum|max)',
      sample: '550 5.5.3 RESOLVER.ADR.RecipLimit; recipient limit exceeded',
      source: 'Exchange',
    },
    {
      says: '(recip limit|recipient limit)',
      sample: '550 5.5.3 RESOLVER.ADR.RecipLimit; too many recipients',
      source: 'Exchange',
    },
    {
      says: '(exceed*|more than|over|limit of|limited to|only|maximum of|max) (maximum |max |allowed |number |of |) ~ (recipients|rcpt|rcpts) (per|allowed|limit|in)',
      sample: '452 only 50 recipients per message allowed',
    },
    {
      says: '(recipients|rcpt) per (message|session|connection|domain|mail|email|envelope)',
      sample: '452 4.5.3 recipients per message limit',
    },
    {
      says: '(send|resend|split|break) .. (fewer|less|smaller|multiple) (recipients|batches|groups|messages)',
      sample: '452 resend with fewer recipients',
    },
    { says: 'one recipient (at a time|per)', sample: '452 4.5.3 one recipient at a time' },
    {
      says: '(only one|multiple) (recipient|recipients) .. (allowed|accepted|not|per|at a time|reject*)',
      sample: '452 multiple recipients not accepted',
    },
    {
      says: '(bounce|null sender|bounces|dsn) .. (multiple|several|too many) recipient*',
      sample: '550 bounce with multiple recipients',
    },
    {
      says: '(zu viele|zuviele|trop de|demasiados|troppi|muitos|zbyt wielu|za duzo|te veel|слишком много|excesso de) (empfanger|empfaenger|destinataires|destinatarios|destinatari|odbiorcow|ontvangers|получателей|adresatow)',
      sample: '452 Zu viele Empfänger',
      source: 'German servers',
    },
    {
      says: '(收件人|受信者|宛先) .. (过多|太多|超过|超出|多すぎ|超え|上限)',
      sample: '452 收件人过多',
      source: 'Chinese servers',
    },
    { says: 'too many recipients received', sample: '554 Too many recipients received this message' },
    {
      says: '(maximale|maximum|hochste) (anzahl|nombre|numero|zahl|aantal) .. (empfanger|empfaenger|destinataires|destinatarios|destinatari|ontvangers)',
      sample: '452 Sie haben die maximale Anzahl Empfänger pro Nachricht überschritten',
      source: 'German servers',
    },
  ],
} as const satisfies ReasonRule;
