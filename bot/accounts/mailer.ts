import { createTransport } from 'nodemailer';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  /** Plain text; there is no other part. */
  readonly text: string;
}

export interface Mailer {
  /** Rejects when the mail server did not take it. */
  send(mail: Mail): Promise<void>;
  /** Rejects when the mail server is not there, or does not take our name and password. */
  check(): Promise<void>;
  close(): void;
}

export interface MailerOptions {
  /** `smtps://USER:PASSWORD@HOST:465`, or `smtp://…:587`, which must go over to TLS except on this machine. */
  readonly url: string;
  /** `Support <support@example.com>` */
  readonly from: string;
}

const timeoutMs = 15_000;

/** Throws when the address is none of a mail server. Certificates are always verified; what the URL asks besides is ignored. */
export function createMailer({ url, from }: MailerOptions): Mailer {
  const parsed = URL.parse(url);
  if (!parsed || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '') {
    throw new Error('SMTP_URL: must look like smtps://USER:PASSWORD@mail.example.com:465');
  }
  const secure = parsed.protocol === 'smtps:';
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  const local = host === 'localhost' || host === '::1' || host.startsWith('127.');
  const user = decodeURIComponent(parsed.username);
  const transport = createTransport({
    ...{ host, port: Number(parsed.port) || (secure ? 465 : 587), secure, requireTLS: !secure && !local },
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(parsed.password) } }),
    ...{ ignoreTLS: local && !secure, tls: { rejectUnauthorized: true } },
    ...{ connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({
        ...{ from, to: { name: '', address: to }, subject, text },
        // Nobody's out-of-office shall answer a code.
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
    },
    check: async () => {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}
