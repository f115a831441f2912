const address = /([\p{L}\p{N}])[\p{L}\p{N}._%+'=-]{0,63}@((?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,24})/gu;
const ipv4 = /\b(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}\b/g;
const ipv6 = /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){0,6}(?![\w:])/gi;

/** Hides who is meant: `j***@example.com`, `192.0.x.x`, `[IPv6]`. For everything public, stored or logged. */
export function maskPersonal(text: string): string {
  return text
    .replace(address, '$1***@$2')
    .replace(ipv4, (whole, a: string, b: string) =>
      Number(a) < 256 && Number(b) < 256 ? `${a}.${b}.x.x` : whole,
    )
    .replace(ipv6, (whole) => (/::|(?:[0-9a-f]+:){4}/i.test(whole) ? '[IPv6]' : whole));
}
