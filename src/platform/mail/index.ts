/** Messages out: e-mail, the port for messengers, webhooks. */

export type { Mailer, MailMessage, TextMessenger } from './mailer.ts';

export { smtpMailer } from './smtp-mailer.ts';
export type { SmtpOptions } from './smtp-mailer.ts';
export type { CloudEvent, Webhook, WebhookOptions, WebhookSender } from './webhook.ts';
