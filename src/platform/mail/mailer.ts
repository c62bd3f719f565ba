/** One message to one person. */
export interface MailMessage {
  /** Stays the same when sending is tried again, so that a mail server can drop what came twice. A UUID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/**
 * The port for e-mail. Throws Fault 'mail-refused' (kind 'invalid': the address does not take it, trying again
 * is useless) or 'mail-away' (kind 'unavailable': try again later).
 */
export interface Mailer {
  send(message: MailMessage): Promise<void>;
  close(): Promise<void>;
}

/** Without a mail server: hands each message to `keep`, for the mailbox page of the demo. */
export function mailboxMailer(keep: (message: MailMessage) => Promise<void>): Mailer {
  return { send: keep, close: async () => undefined };
}

/** The port for WhatsApp or another messenger; an installation brings its own. `to` is a number like 62812…. */
export interface TextMessenger {
  send(message: { readonly id: string; readonly to: string; readonly text: string }): Promise<void>;
}
