import { isIPv6 } from 'node:net';

const ipv4 = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?!\.?\d)/g;
/** As providers write addresses into host names: `ip-192-0-2-17.example.net`. */
const dashedIpv4 = /(?<!\d)(\d{1,3})([-_])(\d{1,3})\2(\d{1,3})\2(\d{1,3})(?=[.\w-]*\.\p{L})/gu;
const ipv6Run =
  /(?<![\p{L}\p{N}_:.])((?:ipv6:)?)([0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*)(%\w{1,15})?(?![\p{L}\p{N}_])/giu;
/** As one large provider does, in hexadecimal: `p4fd1c9a2.dip0…`. */
const hexIpv4 = /(?<![\w-])([a-z]{0,3}?)([0-9a-f]{8})(?=\.[a-z0-9-]{1,63}\.[a-z])/gi;
const nibbles = /(?:[0-9a-f]\.){8,32}(?=ip6\.arpa)/gi;

/** `192.0.x.x` and `[IPv6]`. */
export function maskNumbers(text: string): string {
  return text
    .replace(hexIpv4, (whole, letters: string, hex: string) =>
      /\d/.test(hex) && /[a-f]/i.test(hex) ? `${letters}[id]` : whole,
    )
    .replace(nibbles, '[IPv6].')
    .replace(ipv6Run, (whole, prefix: string, run: string) => maskIpv6(whole, prefix, run))
    .replace(ipv4, (whole, a: string, b: string, c: string, d: string) =>
      inRange(a, b, c, d) ? `${a}.${b}.x.x` : whole,
    )
    .replace(dashedIpv4, (whole, a: string, dash: string, b: string, c: string, d: string) =>
      inRange(a, b, c, d) ? `${a}${dash}${b}${dash}x${dash}x` : whole,
    );
}

function maskIpv6(whole: string, prefix: string, run: string): string {
  const address = run.replace(/(?<!:):$|\.+$/, '');
  if (address === '::' || address === '::1' || !isIPv6(address)) return whole;
  return `${prefix}[IPv6]${run.slice(address.length)}`;
}

function inRange(...parts: readonly string[]): boolean {
  return parts.every((part) => Number(part) < 256);
}
