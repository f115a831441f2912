import type { ReasonRule } from '../reason.ts';

/** Outlook 0x8004010F/0x80040600: local data file or profile. */
export const clientDataFile = {
  reason: 'client-data-file',
  kind: 'mail-client',
  actor: 'sender',
  life: 'permanent',
  phrases: [
    {
      says: 'outlook data file (cannot|could not|can not|cant|is) .. (accessed|opened|found|in use|corrupt*|located|be|access|reached|full)',
      sample: 'Outlook data file cannot be accessed.',
      source: 'Outlook',
    },
    {
      says: 'data file (cannot|could not|can not) be accessed',
      sample: "Task 'mail' reported error (0x8004010F): 'Outlook data file cannot be accessed.'",
      source: 'Outlook',
    },
    {
      says: '(pst|ost|.pst|.ost|personal folders|personal folder|data file) (file |) .. (cannot|could not|corrupt*|damaged|not found|in use|error|not a|not compatible|maximum size|full|reached|repair|scanpst)',
      sample: 'Errors have been detected in the file Outlook.pst: the PST file is corrupted',
      source: 'Outlook',
    },
    {
      says: 'errors have been detected in the file',
      sample:
        'Errors have been detected in the file C:\\Users\\bob\\outlook.pst. Quit Outlook and then use the Inbox Repair Tool (Scanpst.exe)',
      source: 'Outlook',
    },
    {
      says: '(inbox repair tool|scanpst)',
      sample: 'Quit all mail-enabled applications, and then use the Inbox Repair Tool. outlook',
      source: 'Outlook',
    },
    {
      says: '(cannot|unable to|could not|cant) (start|open) (microsoft |) (outlook|the outlook window|your default email folders|the set of folders|the information store)',
      sample:
        'Cannot start Microsoft Outlook. Cannot open the Outlook window. The set of folders cannot be opened.',
      source: 'Outlook',
    },
    {
      says: 'set of folders (cannot|could not) be opened',
      sample: 'Cannot open the Outlook window. The set of folders cannot be opened.',
      source: 'Outlook',
    },
    {
      says: '(message interface|mapi|messaging interface) .. (unknown error|error)',
      sample:
        'The messaging interface has returned an unknown error. If the problem persists, restart Outlook.',
      source: 'Outlook',
    },
    {
      says: 'messaging interface has returned an unknown error',
      sample:
        'The messaging interface has returned an unknown error. If the problem persists, restart Outlook.',
      source: 'Outlook',
    },
    {
      says: '(outlook |) profile .. (corrupt*|damaged|not found|cannot|invalid)',
      sample: 'Your Outlook profile is corrupt',
      source: 'Outlook',
    },
    {
      says: '(the |) operation failed .. (object could not be found|object cannot be found|an object)',
      sample: 'The operation failed. An object could not be found. Outlook',
      source: 'Outlook',
    },
    {
      says: '(datendatei|outlook datendatei) .. (nicht zugegriffen|nicht geoffnet|beschadigt|zugegriffen werden|gefunden)',
      sample: 'Auf die Outlook-Datendatei kann nicht zugegriffen werden.',
      source: 'Outlook',
    },
    {
      says: '(archivo de datos|fichier de donnees|file di dati|arquivo de dados|plik danych|gegevensbestand|файл данных) .. outlook',
      sample: 'No se puede obtener acceso al archivo de datos de Outlook',
      source: 'Outlook',
    },
    {
      says: '(pst|ost|.pst|.ost|data file|personal folders) .. (maximum size|too large|full|size limit|maximum|reached)',
      sample: 'The Outlook data file (.pst) has reached the maximum size, new mail cannot be stored',
      source: 'Outlook',
      sure: true,
    },
    {
      says: '(pst|ost|.pst|.ost) .. (nicht gefunden|not found|introuvable|no se encuentra|non trovato|nao encontrado|nicht geoffnet|beschadigt|could not be found)',
      sample: 'Die Datei postfach.pst wurde nicht gefunden',
      source: 'Outlook',
      sure: true,
    },
    {
      says: '(ordnergruppe|ensemble de dossiers|conjunto de carpetas|conjunto de pastas|set of folders|serie di cartelle|zestaw folderow|mappenset) .. (nicht geoffnet|nicht|impossible|no se puede|nao e possivel|cannot|could not|impossibile|nie mozna|kan niet|ouvert)',
      sample: 'Die Ordnergruppe kann nicht geöffnet werden',
      source: 'Outlook',
      sure: true,
    },
    {
      says: '(mailbox|mail|message|outlook|email) database .. (rebuilt|rebuild|repaired|corrupt*|damaged|repair)',
      sample: 'Your mailbox database needs to be rebuilt',
      source: 'Outlook for Mac',
    },
    {
      says: '(the |) identity .. (cannot|could not|cant) be opened',
      sample: "Outlook: the identity 'Main Identity' cannot be opened",
      source: 'Outlook for Mac',
    },
  ],
} as const satisfies ReasonRule;
