import { Fault } from '../../ground/index.ts';
import type { Mailer, MailMessage } from './mailer.ts';

export interface SmtpOptions {
  /** For example smtps://user:password@mail.contoh.go.id */
  readonly url: string;
  /** Sender, for example "Pemkab Klaten <layanan@klatenkab.go.id>". */
  readonly from: string;
}

const SECOND = 1000;

/** One plain address: nothing in it may turn it into two, or into another one at the end of the line. */
const ONE_ADDRESS = /^[^\s"(),:;<>@[\]\\]+@[^\s"(),:;<>@[\]\\]+$/;

/** Sends through an SMTP server, over at most two connections that stay open between messages. */
export async function smtpMailer({ url, from }: SmtpOptions): Promise<Mailer> {
  // Loaded when needed: most commands of the program send no mail.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    // What stands in a message must never make the server read its own disk or fetch something.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = domainOf(from);
  return {
    async send(message) {
      if (!ONE_ADDRESS.test(message.to)) throw refusedMail();
      try {
        await transport.sendMail(envelope(message, from, host));
      } catch (error) {
        throw mailFault(error);
      }
    },
    close: async () => transport.close(),
  };
}

function envelope({ id, to, subject, text, html }: MailMessage, from: string, host: string): object {
  return {
    from,
    to,
    subject,
    text,
    html,
    messageId: `<${id}@${host}>`,
    // RFC 3834: keeps out-of-office answers from coming back.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost';
}

/** A 5xx answer is final (RFC 5321, 4.2.1) unless it is about our own sign-in; all else may pass. */
function mailFault(error: unknown): Fault {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 500 && !ABOUT_SIGN_IN.has(code) ? refusedMail() : mailAway();
}

/** RFC 4954, 6: sign-in required, mechanism too weak, credentials invalid. */
const ABOUT_SIGN_IN = new Set([530, 534, 535, 538]);

const refusedMail = (): Fault =>
  new Fault('invalid', 'mail-refused', {
    id: 'Alamat surel ini tidak dapat menerima pesan.',
    en: 'This e-mail address cannot take messages.',
  });

const mailAway = (): Fault =>
  new Fault('unavailable', 'mail-away', {
    id: 'Server surel tidak dapat dihubungi. Pengiriman akan dicoba lagi.',
    en: 'The mail server cannot be reached. Sending will be tried again.',
  });
