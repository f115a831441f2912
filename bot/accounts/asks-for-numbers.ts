/** How people ask for the numbers of their own account; each is looked for in the words alone, in lower case. */
const ways: readonly RegExp[] = [
  /\b(?:am i|are we|is (?:my|our) (?:domain|account|e-?mail|mail|outgoing mail|sending)) (?:still |currently |now |being |temporarily )*(?:blocked|limited|over (?:the|my|our) limit|on hold|held|suspended)(?: (?:now|right now|again|still|today|yet|at the moment|from sending(?: (?:e-?)?mails?)?|for sending(?: (?:e-?)?mails?)?|from outgoing mail))?$/,
  /\bhow many (?:of (?:my|our) )?(?:(?:e-?)?mails? |messages )?(?:have |has |were |was |did |are |got )?(?:failed|fail|deferred|defer|bounced|bounce|been deferred|got deferred|not delivered)(?: (?:today|so far|this hour|now|right now|in the last hour|for (?:me|us)))*$/,
  /\bhow many (?:defers?|deferrals?|deferred(?: (?:mails|messages))?|fails?|failed(?: (?:mails|messages))?|failures|bounces|defers? and (?:fails?|failures))(?: (?:do|did|have) (?:i|we) (?:have|get|got|had|left)?| are (?:there )?(?:on|for|in) (?:my|our) (?:account|domain))/,
  /\b(?:show|give|tell|send|get|check|see|look at|view)(?: (?:me|us))? (?:my|our) (?:live |current |mail |e-?mail )*(?:numbers|counts?|counters?|stats|statistics|health|defers?|fails|failures|defer count|failure count|limits?|block)$/,
  /\bwhat(?:'s| is| are) (?:my|our) (?:live |current |mail |e-?mail |hourly )*(?:numbers|counts?|stats|health|defer (?:count|rate|share)|fail(?:ure)? (?:count|rate|share)|defers|failures|bounce rate|share of (?:failed|deferred) mail)(?: (?:now|right now|today|this hour|at the moment))?$/,
  /\bhow (?:close|near|far) (?:am i|are we) (?:to|from|over) (?:the|my|our) (?:\w+ ){0,3}limit/,
  /\bhow many (?:more )?(?:(?:e-?)?mails?|messages) (?:can|may|could) (?:i|we) still send(?: (?:now|today|this hour|in this hour))?$/,
  /\b(?:did|have|has) (?:i|we|my domain|our domain) (?:just )?(?:reach(?:ed)?|hit|exceed(?:ed)?|used? up) (?:the|my|our) (?:\w+ ){0,3}(?:limit|quota)$/,
  /\bwhen (?:does|will|is) (?:my|our) block (?:to )?(?:end|clear|lift|go away|be gone|over|be lifted)/,
  /\b(?:tell|notify|inform) (?:me|us) when (?:my|our) (?:block|domain|account) (?:ends|clears|is (?:gone|over|lifted|free|unblocked|no longer blocked|not blocked any ?more))$/,
  /^(?:my |our )?(?:mail |e-?mail )?(?:numbers|defers|mail health|mail status|mail stats)$/,
];

/** What a question about something else looks like, whatever it begins with. */
const others =
  /\b(?:what does|what do|mean|why does|firewall|ssh|ftp|login|log in|cpanel|wordpress|blacklist|gmail|outlook|yahoo|hotmail|spamhaus|website|ip address)\b/;

const longest = 160;

/** Whether somebody asks, in words, for the live numbers of an own account. Pasted machine text never does. */
export function asksForNumbers(text: string): boolean {
  if (text.length > longest || text.includes('@')) return false;
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[?!.\n;]+|,\s/)
    .map((sentence) =>
      sentence
        .replace(/[^\p{L}\p{N}' -]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .map((sentence) => sentence.replace(/ (?:please|pls|thanks|thank you|then|actually)$/, ''))
    .some((sentence) => !others.test(sentence) && ways.some((way) => way.test(sentence)));
}

const domainName =
  /(?:\b(?:my|our) (?:domain|account|website) )?\b((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}[a-z]{2,24})\b/i;

/** The domain that somebody asks the same about, by its name. Whether it is theirs is for others to say. */
export function domainAskedAbout(text: string): string | undefined {
  if (text.length > longest) return undefined;
  const [words, domain] = domainName.exec(text) ?? [];
  if (words === undefined || domain === undefined) return undefined;
  return asksForNumbers(text.replace(words, 'my domain')) ? domain.toLowerCase() : undefined;
}
