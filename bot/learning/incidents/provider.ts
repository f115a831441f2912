import { getDomain } from 'tldts-icann';

/** Domains of mail servers and mailboxes that belong to one provider: a trouble with one is a trouble with all. */
const families: Readonly<Record<string, string>> = {
  microsoft:
    'outlook.com hotmail.com live.com msn.com microsoft.com office365.com onmicrosoft.com hotmail.co.uk',
  google: 'google.com gmail.com googlemail.com',
  yahoo:
    'yahoodns.net yahoo.com ymail.com rocketmail.com aol.com aim.com myyahoo.com yahoo.co.uk yahoo.fr yahoo.de',
  apple: 'icloud.com me.com mac.com apple.com',
  gmx: 'gmx.net gmx.de gmx.com gmx.at gmx.ch web.de mail.com',
  orange: 'orange.fr wanadoo.fr',
  comcast: 'comcast.net comcast.com',
  mailru: 'mail.ru list.ru bk.ru inbox.ru',
  yandex: 'yandex.ru yandex.net yandex.com ya.ru',
  netease: '163.com 126.com netease.com yeah.net',
  tencent: 'qq.com foxmail.com exmail.qq.com',
  proton: 'proton.me protonmail.ch protonmail.com pm.me',
  fastmail: 'fastmail.com messagingengine.com',
  zoho: 'zoho.com zoho.eu zohomail.com zohomail.eu',
  proofpoint: 'pphosted.com ppe-hosted.com proofpoint.com',
  mimecast: 'mimecast.com mimecast.co.za',
  symantec: 'messagelabs.com symanteccloud.com',
  barracuda: 'barracudanetworks.com',
};

const familyOf = new Map(
  Object.entries(families).flatMap(([family, domains]) =>
    domains.split(' ').map((domain) => [domain, family] as const),
  ),
);

/** A known provider's name, else the registrable domain; `undefined` for what is no host name. */
export function providerOfHost(host: string): string | undefined {
  const domain = getDomain(host.toLowerCase(), { allowPrivateDomains: false });
  return domain === null ? undefined : (familyOf.get(domain) ?? domain);
}

/** Of a mailbox only a known provider is told: any other domain may be one person's own. */
export function providerOfMailbox(address: string): string | undefined {
  const domain = getDomain(address.slice(address.lastIndexOf('@') + 1).toLowerCase());
  return domain === null ? undefined : familyOf.get(domain);
}
