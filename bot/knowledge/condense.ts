/** Texts up to this length are searched as they are. */
const shortText = 400;
const maxCondensed = 600;
const maxTerms = 40;
/** More than this is never looked at: the words that matter stand at the top of a paste. */
const maxRead = 64 * 1024;

const code = /\b[245]\d\d\b|\b[245]\.\d{1,3}\.\d{1,3}\b|0x[0-9a-f]{6,8}|diagnostic-code/i;
const trouble =
  /exceed|quota|denied|reject|refus|unknown|defer|block|blacklist|listed|spam|fail|invalid|unable|cannot|could not|couldn|error|warning|expired|timed? ?out|certificate|not found|no such|over ?limit|suspend|full|too large|forbidden|password|login/i;
const question =
  /\?|\b(how|why|what|where|help|please|can i|cannot|can't|doesn'?t|isn'?t|won'?t|wie|warum|como|cómo|por qué|comment|pourquoi)\b/i;
const header =
  /^\s*(?:>+\s*)*(?:received|return-path|message-id|x-[a-z-]+|dkim-signature|arc-[a-z-]+|authentication-results|mime-version|content-[a-z-]+|date|from|to|cc|references|in-reply-to|list-[a-z-]+|reply-to|delivered-to|reporting-mta|arrival-date|original-recipient|final-recipient|thread-[a-z]+|user-agent|importance)\s*:/i;

/**
 * The part of a pasted text that says what is wrong: lines with codes, words of trouble or a question, without
 * headers, addresses, IPs and query strings; at most 600 characters. A short text comes back as it is, but for those.
 */
export function condense(text: string): string {
  const read = text.length > maxRead ? text.slice(0, maxRead) : text;
  if (read.length <= shortText) return withoutNoise(read.replace(anyAddress, ' address '));
  const lines = read
    .split(/\r?\n|(?<=[.!?]) /)
    .filter((line) => line.trim() !== '' && !header.test(line.slice(0, 80)))
    .map((line, at) => ({
      line: withoutNoise(line.slice(0, 400)),
      at,
      weight: weightOf(line.slice(0, 400), at),
    }))
    .filter(({ line }) => /\p{L}{3}/u.test(line));
  const kept: typeof lines = [];
  let length = 0;
  for (const entry of [...lines].sort((a, b) => b.weight - a.weight || a.at - b.at)) {
    if (length + entry.line.length > maxCondensed) continue;
    kept.push(entry);
    length += entry.line.length + 1;
  }
  return kept
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line)
    .join('\n');
}

/** "info@", "sales@mysite", "ann@example.com": in a short question an address is what it is about. */
const anyAddress = /[\w.+-]{1,64}@[\w.-]{0,253}/g;

function weightOf(line: string, at: number): number {
  return (
    (code.test(line) ? 3 : 0) +
    (trouble.test(line) ? 2 : 0) +
    (question.test(line) ? 2 : 0) +
    (at < 3 ? 1 : 0)
  );
}

/** Addresses, links, IPs and ids name nobody's topic; the words around them do. */
function withoutNoise(text: string): string {
  return text
    .replace(/\bhttps?:\/\/\S{1,500}/gi, ' ')
    .replace(/<?[\w.+=-]{1,64}@[\w.-]{1,253}>?/g, ' ')
    .replace(
      /\b(?:[a-z\d-]{1,63}\.){1,5}(?:com|net|org|info|biz|eu|uk|de|fr|es|it|nl|au|us|ca|example|test)\b/gi,
      wordsIn,
    )
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, ' ')
    .replace(/\b[0-9a-f]{4}(?::[0-9a-f]{0,4}){3,7}\b/gi, ' ')
    .replace(/\b(?=\w*\d)(?=\w*[a-z])(?!0x)\w{14,}\b/gi, ' ');
}

/** Of a host name only a well-known provider and a first label such as shop, mail or ftp are words of the question. */
function wordsIn(host: string): string {
  const labels = host.split('.');
  const first = labels.length > 2 && !/\d/.test(labels[0] ?? '') ? labels[0] : '';
  return ` ${first} ${/(?:^|\.)(gmail|google|googlemail|outlook|hotmail|live|office365|yahoo|icloud|aol|gmx|godaddy|wordpress)\./i.exec(host)?.[1] ?? ''} `;
}

/** The first distinct terms of a query, so that a paste costs no more than a question. */
export function firstTerms<Term>(terms: readonly Term[], keyOf: (term: Term) => string): Term[] {
  const seen = new Set<string>();
  const kept: Term[] = [];
  for (const term of terms) {
    const key = keyOf(term);
    if (seen.has(key)) continue;
    if (seen.size >= maxTerms) break;
    seen.add(key);
    kept.push(term);
  }
  return kept;
}
