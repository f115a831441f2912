import type { ReasonRule } from '../reason.ts';

/** Virus found in the message. */
export const virusDetected = {
  reason: 'virus-detected',
  kind: 'bounce',
  actor: 'sender',
  life: 'permanent',
  phrases: [
    {
      says: '(virus|viruses|malware|trojan|worm|infected|infection|ransomware|malicious code|malicious software|malicious content|viral|malware content) .. (detected|found|rejected|blocked|infected|removed|message|refused|attachment|scanner|contains|denied|content|quarantined|identified|deleted|file|scan|not accepted|discarded|in)',
      sample: '554 5.7.1 Virus detected',
    },
    {
      says: '(contains|contain|containing|contained|has|carries|carrying|with|found|detected|infected|infected with|infected by|by|possible|suspected|carry|includes|has a|found a|of) (a |an |the |known |possible |potential |suspected |dangerous |unwanted |) (virus|viruses|malware|trojan|worm|ransomware|malicious code|malicious content|infected|computer virus|malicious file|malicious attachment)',
      sample: '550 5.7.1 Your message contains a virus',
    },
    {
      says: '(clamav|clamd|clam|clamsmtp|eicar|kaspersky|sophos|savse|fprot|f prot|bitdefender|mcafee|drweb|dr web|norton|avast|avg) .. (found|detected|virus|infected|malware|reject*|heuristic*|signature)',
      sample: '550 5.7.1 clamav: Eicar-Test-Signature FOUND',
      source: 'ClamAV',
    },
    {
      says: '(rejected|blocked|refused|discarded|denied|quarantined) .. (virus|viruses|malware|infected|malicious code|antivirus|anti virus)',
      sample: '554 message rejected by antivirus',
    },
    { says: '(eicar|.eicar)', sample: '554 Eicar test' },
    {
      says: 'id .. infected',
      sample: '554 5.7.0 Reject, id=12345-01 - INFECTED: Win.Test.EICAR_HDB-1',
      source: 'amavis',
    },
    {
      says: 'infected .. (win|html|heuristics|js|pdf|doc|email|trojan)',
      sample: '554 5.7.0 INFECTED: Heuristics.Phishing.Email',
      source: 'amavis',
    },
    {
      says: 'heuristics .. (phishing|encrypted|ole2|safebrowsing|spoofed|structured)',
      sample: '550 Heuristics.Phishing.Email.SpoofedDomain',
      source: 'ClamAV',
    },
    { says: '(sanesecurity|securiteinfo|winnow)', sample: '550 Sanesecurity.Junk.1 FOUND', source: 'ClamAV' },
    { says: '(virus|malware) (detected|found|infected|alert|warning|check|scan)', sample: '552 virus found' },
    {
      says: '(message|mail|email|file|attachment|content) (is |was |has been |) (infected|malicious)',
      sample: '550 message is infected',
    },
    { says: '(virus|malware|viruses)', sample: '554 5.7.1 virus', weak: true },
    {
      says: '(virus|virenfund|schadsoftware|viren|schadcode) .. (gefunden|erkannt|enthalt|enthaelt|entdeckt)',
      sample: '554 Virus gefunden',
      source: 'German servers',
    },
    {
      says: '(enthalt|enthaelt|contient|contiene|contem|zawiera|bevat|contiene un|содержит) (einen |un |um |een |) (virus|viren|wirus|wirusa|schadsoftware|вирус|malware)',
      sample: '554 die Nachricht enthält einen Virus',
      source: 'German servers',
    },
    {
      says: '(wirus|wirusa|вирус*|病毒|ウイルス|바이러스)',
      sample: '554 发现病毒',
      source: 'Chinese servers',
      weak: true,
    },
    {
      says: '(virus|viren|wirus|virüs|schadsoftware) .. (nicht zugestellt|abgelehnt|refuse|rechazado|rifiutato|rejeitado|odrzucona|geweigerd)',
      sample: 'Ihre E-Mail enthielt einen Virus und wurde nicht zugestellt',
      source: 'German servers',
    },
    {
      says: '(enthielt|enthalt|enthaelt) (einen |ein |) (virus|trojaner|schadcode)',
      sample: 'Ihre E-Mail enthielt einen Virus und wurde nicht zugestellt',
      source: 'German servers',
    },
    {
      says: '(trojan|worm|ransomware|backdoor|keylogger) (found|detected|in)',
      sample: '550 5.7.1 a variant of Win32/Kryptik trojan found in attachment',
      source: 'ESET',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
