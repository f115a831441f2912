import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly envelopeTo: readonly string[];
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: Email['headers'];
  readonly raw: string;
}

export type SmtpFault = 'refuse' | 'slow' | undefined;

export type LocalSmtp = Awaited<ReturnType<typeof startSmtpServer>>;

/** A mail server on the loopback that keeps what it is given and passes nothing on. */
export async function startSmtpServer({ slowMs = 400 }: { readonly slowMs?: number } = {}) {
  const mails: ReceivedMail[] = [];
  let fault: SmtpFault;
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], logger: false, closeTimeout: 100 },
    onMailFrom: (_address, _session, done) =>
      done(fault === 'refuse' ? Object.assign(new Error('no, not today'), { responseCode: 554 }) : null),
    onData: (stream, { envelope }, done) => {
      void buffer(stream).then(async (raw) => {
        if (fault === 'slow') await new Promise((resolve) => setTimeout(resolve, slowMs));
        const mail = await PostalMime.parse(raw);
        mails.push({
          envelopeTo: envelope.rcptTo.map(({ address }) => address),
          from: mail.from?.address ?? '',
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          headers: mail.headers,
          raw: raw.toString(),
        });
        done();
      }, done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: mails as readonly ReceivedMail[],
    clear: () => {
      mails.length = 0;
    },
    fail: (how: SmtpFault) => {
      fault = how;
    },
    stop: (): Promise<void> => new Promise((resolve) => server.close(() => resolve())),
  };
}
