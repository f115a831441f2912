import type { ReasonRule } from '../reason.ts';

/** Server disk full. */
export const systemFull = {
  reason: 'system-full',
  kind: 'bounce',
  actor: 'recipient',
  life: 'temporary',
  statusCodes: ['4.3.1'],
  hintCodes: ['5.3.1'],
  phrases: [
    {
      says: '(insufficient|not enough|no|out of|low|lack of|low on|running out of|too little|without|lacking) (system |free |available |more |server |sufficient |enough |) (storage|disk|disk space|disk storage|system storage|spool space|filesystem space|file system space|space on device|space left on device|spool|queue space|space in queue|temporary space|swap) (space|)',
      sample: '452 4.3.1 Insufficient system storage',
      source: 'RFC 5321',
    },
    {
      says: 'insufficient (system |) (storage|disk space)',
      sample: '452 4.3.1 Insufficient system storage',
      source: 'Postfix',
    },
    {
      says: 'no space left on device',
      sample: '452 4.3.1 write error: No space left on device',
      source: 'Unix',
    },
    {
      says: '(mail system|system|disk|server|filesystem|file system|spool|partition|queue|mail queue|server disk|server storage|hard drive|hard disk|message store|mail store) (is |space |storage |) (full|exhausted|almost full|too full|out of space|is low|nearly full)',
      sample: '452 4.3.1 Mail system full',
      source: 'RFC 3463',
    },
    { says: '(mail |) system full', sample: '452 4.3.1 Mail system full', source: 'RFC 3463' },
    { says: '(space|storage) shortage', sample: '452 space shortage, please try later', source: 'Exim' },
    {
      says: 'space shortage please try later',
      sample: '452 space shortage, please try later',
      source: 'Exim',
    },
    { says: '(disk|filesystem) (full|quota of the system)', sample: '452 disk full' },
    {
      says: '(not|insufficient) .. space .. (queue|spool|server|disk|filesystem|partition|system)',
      sample: '452 not enough space in spool',
    },
    {
      says: '(server|system) (out of|has no|lacks) (disk|space|storage|disk space)',
      sample: '452 server out of space',
    },
    { says: 'out of memory to', sample: '452 out of memory to queue: disk full' },
    {
      says: '(festplatte|speicherplatte|disque|disco|dysk|schijf|диск) .. (voll|plein|lleno|pieno|cheio|pelny|vol|переполнен|заполнен)',
      sample: '452 Festplatte voll',
      source: 'German servers',
    },
    {
      says: '(磁盘|磁碟|ディスク) .. (空间不足|已满|不足|いっぱい|满|フル)',
      sample: '452 磁盘空间不足',
      source: 'Chinese servers',
    },
    { says: '(disk|disk space|disk full)', sample: '452 disk trouble', weak: true },
    {
      says: '(server|system) .. (out of|no) (disk|disk space|storage space)',
      sample: "431 4.3.1 The recipient's mail server is out of disk space",
    },
    { says: 'out of disk space', sample: "431 4.3.1 The recipient's mail server is out of disk space" },
    {
      says: '(used disk space|useddiskspace|disk space usage)',
      sample: '452 4.3.1 Insufficient system resources (UsedDiskSpace[C:\\Exchange])',
      source: 'Exchange',
      sure: true,
    },
    {
      says: 'errno (28|= 28)',
      sample: 'can not open new email file errno=28 file=/Maildir/tmp/1 system error 450',
      source: 'vpopmail',
      sure: true,
    },
    {
      says: 'insufficient system resources',
      sample: '452 4.3.1 Insufficient system resources',
      source: 'Exchange',
      sure: true,
    },
  ],
} as const satisfies ReasonRule;
