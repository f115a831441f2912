const longestAddress = 2000;
/** A label that could not be read through is not believed. */
const longestLabel = 300;
const hostName = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/;
const mailAddress = /^[\w.!#$'*+/=^{|}~-]{1,64}@[a-z0-9.-]{1,253}$/i;
/** Endings of file names that no top-level domain has, so that `wp-config.php` is not taken for a host. */
const fileEnding =
  /\.(?:php\d?|html?|txt|log|js|css|json|ya?ml|ini|conf|cnf|htaccess|exe|dll|pst|ost|eml|msg|pdf|png|jpe?g|gif|csv|sql|gz)$/;

/**
 * The address as a browser would open it (host in ASCII), when a reader may be sent there: http, https or mailto,
 * and no user name before the host, which is how one site is dressed up as another.
 */
export function safeLink(href: string): string | undefined {
  const url = href.length > longestAddress ? null : URL.parse(href);
  if (url?.username !== '' || url.password !== '') return undefined;
  if (url.protocol === 'mailto:')
    return mailAddress.test(url.pathname) ? `mailto:${url.pathname}` : undefined;
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || !hostName.test(url.hostname))
    return undefined;
  const plain = url.href.replace(/[\s"'<>\\^`{|}()*~]/g, percent);
  return plain.length > longestAddress ? undefined : plain;
}

/** What a reader sees of a link: the label, or the real address where the label names another one. */
export function honestLabel(label: string, href: string): string {
  const named = label
    .normalize('NFKC')
    .replace(/[。．｡]/g, '.')
    .toLowerCase();
  const honest = label.trim() !== '' && label.length <= longestLabel && agrees(named, href);
  return honest ? label : href.replace(/^mailto:/, '');
}

/** Whether every address, host or mailbox that `label` seems to name is the one that `href` opens. */
function agrees(label: string, href: string): boolean {
  if (href.startsWith('mailto:'))
    return !/[@.]\S/.test(label) || label.includes(href.slice('mailto:'.length).toLowerCase());
  const url = new URL(href);
  const whole = /^https?:\/\/\S+$/.test(label) ? URL.parse(label) : undefined;
  if (whole && percentless(whole.href) !== percentless(url.href.toLowerCase())) return false;
  if (/[a-z][a-z\d+.-]{0,20}:\/\//.test(label) && !label.includes(`://${url.hostname}`)) return false;
  return hostsIn(label).every((host) => bare(host) === bare(url.hostname));
}

function hostsIn(label: string): string[] {
  const found =
    label.match(/(?:[\p{L}\p{N}_-]{1,63}\.){1,8}(?:\p{L}[\p{L}\p{N}-]{1,62}|\d{1,3}(?!\p{L}))/gu) ?? [];
  return found.filter(
    (host) => !fileEnding.test(host) && (/\.\p{L}[^.]*$/u.test(host) || /^\d+\.\d+\.\d+\.\d+$/.test(host)),
  );
}

const bare = (host: string) => host.replace(/^www\./, '');
const percent = (character: string) =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
const percentless = (href: string) => href.replace(/%[0-9a-f]{2}/gi, '').replace(/[\s"'<>\\^`{|}()*~]/g, '');
