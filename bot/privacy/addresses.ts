const localPart = /[\p{L}\p{N}\p{M}._%+'=#&*!?^`{|}~$/-]/u;
const plainHost = /(?:[\p{L}\p{N}\p{M}_-]{1,63}\.){0,12}[\p{L}\p{M}][\p{L}\p{N}\p{M}_-]{0,62}/uy;
const literalHost = /\[(?:ipv6:)?[0-9a-f:.]{2,64}\]/iy;
/** Where a name may stand before an address: the header lines of the languages that mail programs speak. */
const person =
  /((?:^|[\s>])(?:From|To|Cc|Bcc|Reply-To|Sender|Return-Path|Von|An|Kopie|De|À|A|Para|Da|Van|Aan|Från|Till|Fra|Til|Od|Do|Komu|Kimden|Kime|От|Кому|寄件者|收件者|差出人|宛先)[ \t]*[::][ \t]*)([^<>\r\n@]{1,120}?)([ \t]*<[^<>\s]{1,320}>)/gimu;
const quotedLocalPart = /"(?:[^"\\\r\n]|\\.){1,64}"(?=@)/g;
const longestLocalPart = 320;

/** Leaves the first letter and the domain: `j***@example.com`. */
export function maskAddresses(text: string): string {
  const named = text
    .replace(person, (_, label: string, name: string, rest: string) => `${label}${maskName(name)}${rest}`)
    .replace(quotedLocalPart, '***');
  const at = /@|%40/g;
  let masked = '';
  let done = 0;
  for (let sign = at.exec(named); sign; sign = at.exec(named)) {
    const begin = beginOfLocalPart(named, sign.index, done);
    let [host, end] = [sign.index, endOfHost(named, sign.index + sign[0].length)];
    if (begin === host || end === undefined) continue;
    // `user@domain@relay`: the last host is the one that stays.
    for (let next = end; named[next] === '@'; ) {
      const further = endOfHost(named, next + 1);
      if (further === undefined) break;
      [host, end, next] = [next, further, further];
    }
    masked += `${named.slice(done, begin)}${initial(named.slice(begin, sign.index))}***${named.slice(host, end)}`;
    done = end;
    at.lastIndex = end;
  }
  return masked + named.slice(done);
}

function beginOfLocalPart(text: string, at: number, notBefore: number): number {
  const earliest = Math.max(notBefore, at - longestLocalPart);
  let begin = at;
  while (begin > earliest) {
    const low = text.charCodeAt(begin - 1);
    const step = low >= 0xdc00 && low <= 0xdfff && begin - 1 > earliest ? 2 : 1;
    if (!localPart.test(text.slice(begin - step, begin))) break;
    begin -= step;
  }
  // Already masked: nothing but the first letter and stars.
  return /^.?\*{3}$/u.test(text.slice(begin, at)) ? at : begin;
}

function endOfHost(text: string, from: number): number | undefined {
  for (const host of [literalHost, plainHost]) {
    host.lastIndex = from;
    if (host.test(text)) return host.lastIndex;
  }
  return undefined;
}

function initial(local: string): string {
  const [first = ''] = local;
  return /[\p{L}\p{N}]/u.test(first) ? first : '';
}

function maskName(name: string): string {
  const [first = ''] = name.replace(/^["'\s]+/, '');
  return /^\[name\]$/.test(name.trim()) || first === '' ? name : '[name]';
}
