/** Windows user names have spaces in them. */
const windowsHome = /(\b[A-Za-z]:\\+(?:Users|Documents and Settings)\\+)[^\\\r\n:"<>|]{1,64}(?=\\)/g;
const home =
  /((?:\/(?:usr\/)?home\d{0,3}|\/Users|[A-Za-z]:\\+Users|\/var\/cpanel\/(?:users|databases)|\/var\/spool\/cron)[/\\]+)[^/\\\s:;,"'<>)\]]+\]?/g;
/** Which local user sent it, as Exim and the headers say. */
const localUser =
  /((?:^|[\s(])U=|\bdovecot_(?:login|plain):|\bAuthenticated sender: |\bX-Authority-User: )[\w.+-]{1,64}(?![\w@+*-])/gim;
const withLocal = /(\bfrom )([\w.-]{1,64})( by [^\s]{1,255} with local\b)/g;
const messageIdField =
  /((?:^|[\s(;,>*])(?:Message-ID|Message-Id|Nachrichten-ID|ID de mensaje|ID du message|In-Reply-To|References|Content-ID|Resent-Message-ID|X-Google-Original-Message-ID|Original-Message-ID)[ \t]*[::=][ \t]*(?:\r?\n[ \t]+)?)((?:<[^<>\r\n]{1,998}>|[^\s<>[\];,]{6,998})(?:\s{1,3}<[^<>\r\n]{1,998}>){0,50})/gimu;
const angled = /<[^<>\s@]{8,500}@[^<>\s@]{1,255}>/g;
const exim =
  /(?<![\w-])[0-9A-Za-z]{6}-(?:[0-9A-Za-z]{6}-[0-9A-Za-z]{2}|[0-9A-Za-z]{11}-[0-9A-Za-z]{4})(?![\w-])/g;
const eximId = /((?:^|\s)id=)([^\s;)]{6,998})/gm;
const queueField =
  /(\b(?:X-Postfix-Queue-ID|queued as|queue id|queue-id|InternalId|with \w{3,10} id|mail_id|qid)[ \t]*[:=]?[ \t]*)([0-9A-Za-z][0-9A-Za-z._-]{5,80})/gi;
const postfix = /(\bpostfix(?:\/[\w-]{1,30}){1,3}\[\d{1,8}\]: )([0-9A-Za-z]{8,20})(?=:)/g;
const google = /(?<![\w.-])[\w-]{8,80}(?:\.\d{1,6}){0,2}(?= - gsmtp)/g;

/** What names a single message or a user of the host: message ids, queue ids, user names in paths and log fields. */
export function maskTraces(text: string): string {
  return text
    .replace(messageIdField, '$1[message-id]')
    .replace(angled, (whole) => (isMessageId(whole) ? '<[message-id]>' : whole))
    .replace(exim, (whole) => (/\d/.test(whole) ? '[exim-id]' : whole))
    .replace(eximId, (whole, label: string, id: string) =>
      id.includes('@') || /\d.*[-.].*\d/.test(id) ? `${label}[message-id]` : whole,
    )
    .replace(queueField, (whole, label: string, id: string) => (/\d/.test(id) ? `${label}[queue-id]` : whole))
    .replace(postfix, '$1[queue-id]')
    .replace(google, '[queue-id]')
    .replace(windowsHome, '$1[user]')
    .replace(home, '$1[user]')
    .replace(withLocal, '$1[user]$3')
    .replace(localUser, '$1[user]');
}

/** Message ids carry long runs of digits or hexadecimal letters before the `@`; people's addresses rarely do. */
function isMessageId(angle: string): boolean {
  const local = angle.slice(1, angle.indexOf('@'));
  return local.length >= 20 && /\d.*\d.*\d/.test(local);
}
