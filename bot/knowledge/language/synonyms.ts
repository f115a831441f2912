import { stemOf } from '../words.ts';

/**
 * Words that customers use for one another, a line a meaning; a word may stand in several. Not dictionary
 * synonyms: what people write to a hosting company when they mean the same thing.
 */
const groups = `
email mail message msg mails messages correspondence letter post
mailbox inbox account postbox box
phone mobile smartphone cell handset iphone android samsung galaxy pixel handy
iphone ipad ios apple
mac macbook imac macos apple
laptop computer pc desktop machine notebook
tablet ipad tab
missing vanished disappeared gone lost absent nowhere invisible vanish disappear empty unseen
appear show visible display
arrive receive come delivered reach landed turn received incoming
late delayed slow delay hours wait waiting minutes slowly ages lag
bounce bounced returned undelivered undeliverable rejected refused failure daemon rebounded reject refuse bouncing
block blocked banned barred locked denied forbidden ban lockout
blacklist blacklisted blocklist rbl listed spamhaus spamcop barracuda reputation
limit maximum max cap quota allowance threshold ceiling exceed exceeded
hourly hour
newsletter mailshot bulk campaign mailing subscribers blast circular mass mailout list mailchimp
subscribers members recipients contacts readers audience
full filled overflow capacity space storage quota room
big large huge oversized size heavy megabytes mb gb
attachment attach attached file pdf photo picture document video zip
spam junk unwanted unsolicited rubbish
hacked compromised breached infected malware virus stolen hacker exploit intruder hijacked
spoof spoofed forged fake faked impersonate impersonating pretend phishing blackmail extortion scam
password passwd pass passphrase pw login credentials pin passcode
forgot forgotten remember lost unknown
reset change alter modify update switch set replace new edit
create make add new setup open register start
delete remove erase clear purge cancel wipe trash
turn enable activate switch start on
disable deactivate stop off switch
login signin logon enter access logged signon
webmail roundcube browser online horde
cpanel panel control dashboard backend admin console
outlook microsoft office365 office windows ms
gmail google googlemail workspace gsuite
certificate ssl tls https cert padlock secure insecure encryption encrypted lock
warning alert notice message popup prompt complain complains
expired expire renew renewal outdated
redirect forward forwarding forwarder redirecting point pointing
forwarder alias forwarding redirect copy
autoresponder vacation holiday ooo absence away leave autoreply automatic annual
filter rule sort sorting organise folder move
catchall default wildcard unrouted
mailman group distribution list
dns zone nameserver record records
nameserver ns dns nameservers
mx exchanger mailserver
propagation propagate spread worldwide takes update
domain url address website name site
website site webpage homepage page web pages shop store blog
subdomain prefix
addon second additional another extra two parked
upload put transfer send copy publish load
ftp filezilla sftp cyberduck winscp
download fetch get save export
backup restore recover copy snapshot rollback undo undelete revert
accidentally mistake oops wrong erased deleted overwritten
database mysql mariadb db sql phpmyadmin
import load upload restore
export dump download
disk space storage quota inodes full usage
cron scheduled schedule task automatic regularly nightly daily timer job
php version 8 7
memory ram exhausted
htaccess rewrite redirect rule permalink
wordpress wp blog cms
plugin extension theme addon
white blank empty nothing
crash crashed broken down dead error fatal critical failed
X
error problem trouble issue fault wrong failing fails fail failed
connect connection reach reachable contact link connecting
timeout hang hangs forever spinning loading times
firewall blocked ip ban csf
port ports
send sending sent outgoing smtp outbound goes outbox dispatch
receive incoming inbound pop imap fetch retrieve
sent folder items outbox
synchronise sync synchronised syncing same everywhere
pop pop3
imap imap4
suspended suspension disabled frozen closed deactivated down
unpaid invoice payment bill overdue paid pay
client customer buyer clients customers
colleague coworker staff employee team secretary assistant
old former previous earlier
wrong incorrect invalid bad false mistyped
typo misspelt misspelled
user username name login
greylist greylisting greylisted deferred temporarily
verification code otp confirmation 2fa
blank white
slow sluggish
script form contact formmail cgi
clean tidy prune scrub hygiene
unsubscribe optin
signature signed sign dkim
spf dkim dmarc authentication authenticate authenticated unauthenticated
telephone call ring
provider isp internet broadband
hotel wifi cafe abroad travelling roaming
office work workplace company
invisible hidden
permission permissions chmod rights
extract unzip zip archive decompress
folder directory public_html
`;

const meanings = new Map<string, string[]>();
groups
  .trim()
  .split('\n')
  .forEach((line, at) => {
    for (const word of line.trim().split(' ')) {
      const stem = stemOf(word);
      const known = meanings.get(stem);
      if (known) {
        if (!known.includes(`~${at}`)) known.push(`~${at}`);
      } else meanings.set(stem, [`~${at}`]);
    }
  });

const none: readonly string[] = [];

/** Marks of the meanings that a stem may have; empty for most words. */
export function meaningsOf(stem: string): readonly string[] {
  return meanings.get(stem) ?? none;
}
