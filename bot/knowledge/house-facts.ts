/** One fact about the house that articles name as `{{ name }}` instead of writing it down. */
export interface HouseFact {
  readonly name: string;
  readonly example: string;
  readonly meaning: string;
}

/**
 * Every variable an article may use. A value comes from the setting `HOUSE_` + the name in capitals; without
 * one the example stands in, which names example.com and the protocols' usual ports.
 */
export const houseFacts = [
  { name: 'company', example: 'Example Hosting', meaning: 'The name customers know you by' },
  { name: 'support_email', example: 'support@example.com', meaning: 'Where support reads mail' },
  { name: 'support_url', example: 'https://example.com/support', meaning: 'Where a ticket is opened' },
  { name: 'support_hours', example: 'Monday to Friday, 9:00 to 17:00', meaning: 'When a person answers' },
  { name: 'billing_email', example: 'billing@example.com', meaning: 'Who answers invoices and payments' },
  { name: 'sales_email', example: 'sales@example.com', meaning: 'Who answers orders, plans and prices' },
  { name: 'abuse_email', example: 'abuse@example.com', meaning: 'Who reads abuse reports' },
  {
    name: 'client_area_url',
    example: 'https://example.com/clients',
    meaning: 'Invoices, services and domains',
  },
  { name: 'status_url', example: 'https://status.example.com', meaning: 'Known outages' },
  { name: 'cpanel_url', example: 'https://yourdomain.com:2083', meaning: 'Address of the control panel' },
  { name: 'webmail_url', example: 'https://yourdomain.com:2096', meaning: 'Address of webmail' },
  { name: 'cpanel_port', example: '2083', meaning: 'Port of cPanel over TLS' },
  { name: 'webmail_port', example: '2096', meaning: 'Port of webmail over TLS' },
  { name: 'mail_server', example: 'mail.yourdomain.com', meaning: 'Incoming and outgoing mail server name' },
  { name: 'imap_port', example: '993', meaning: 'IMAP with SSL/TLS' },
  { name: 'pop3_port', example: '995', meaning: 'POP3 with SSL/TLS' },
  { name: 'smtp_port', example: '465', meaning: 'SMTP with SSL/TLS' },
  { name: 'smtp_starttls_port', example: '587', meaning: 'SMTP with STARTTLS' },
  { name: 'ftp_server', example: 'ftp.yourdomain.com', meaning: 'FTP server name' },
  { name: 'ftp_port', example: '21', meaning: 'FTP and explicit FTPS' },
  { name: 'ssh_port', example: '22', meaning: 'SSH and SFTP' },
  { name: 'mysql_host', example: 'localhost', meaning: 'Database host as a site names it' },
  { name: 'nameserver_1', example: 'ns1.example.com', meaning: 'First nameserver' },
  { name: 'nameserver_2', example: 'ns2.example.com', meaning: 'Second nameserver' },
  { name: 'mx_record', example: 'yourdomain.com', meaning: 'MX of domains whose mail is hosted here' },
  { name: 'hourly_mail_limit', example: '200', meaning: 'Messages a domain may send in an hour' },
  {
    name: 'defer_fail_minimum',
    example: '5',
    meaning: 'Defers and failures in an hour before the block can trip',
  },
  {
    name: 'defer_fail_percent',
    example: '50',
    meaning: 'Share of failed mail, in percent, that trips the block',
  },
  { name: 'max_message_mb', example: '50', meaning: 'Largest message, megabytes' },
  { name: 'backup_days', example: '7', meaning: 'Days a backup is kept' },
  { name: 'suspension_days', example: '30', meaning: 'Days the data of a suspended account is kept' },
  { name: 'php_version', example: '8.3', meaning: 'Recommended PHP version' },
  { name: 'upload_limit_mb', example: '50', meaning: 'Largest phpMyAdmin import, megabytes' },
] as const satisfies readonly HouseFact[];

export type HouseFacts = Readonly<Record<string, string>>;

/** The value of every fact: what `values` gives by name, else the example. */
export function houseFactsFrom(values: Readonly<Record<string, string | undefined>>): HouseFacts {
  return Object.fromEntries(houseFacts.map((fact) => [fact.name, values[fact.name] ?? fact.example]));
}

const variable = /\{\{ ?([^{}\n]{0,60}?) ?\}\}/g;

/** Puts the facts in place of `{{ name }}`; `unknown` lists the names that no fact has. */
export function fillFacts(text: string, facts: HouseFacts): { text: string; unknown: string[] } {
  const unknown: string[] = [];
  const filled = text.replace(variable, (whole, name: string) => {
    const value = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (value === undefined) unknown.push(name);
    return value ?? whole;
  });
  return { text: filled, unknown };
}
